/** `personer/soek` over TLS: answers in both formats, refusals, and what a search must not tell in each pakke. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBefolkning } from '../befolkning/create-befolkning.ts';
import { hasTjeneste, listPakker, PAKKER, type PakkeId } from '../kontrakt/pakker.ts';
import { parseXml } from './proeve/parse-xml.ts';
import { type Proeveregister, startProeveregister } from './proeve/register.ts';

const befolkning = createBefolkning({ froe: 1, antall: 25_000, naa: new Date('2026-11-21') });
const OMH = 'offentlig-med-hjemmel';
const MED_SOEK = listPakker().filter((pakke) => hasTjeneste(pakke, 'soek'));
let proeve: Proeveregister;

beforeAll(async () => {
  proeve = await startProeveregister(befolkning);
});
afterAll(() => proeve.stop());

const getNummer = (navn: string) =>
  befolkning.scenariopersoner.find((person) => person.navn === navn)?.nummer ?? navn;

const call = (query: string, pakke: PakkeId = OMH, accept = 'application/json') =>
  proeve.call(`${PAKKER[pakke].sti}/v1/personer/soek?${query}`, { headere: { accept } });

async function soek(query: string, pakke: PakkeId = OMH): Promise<string[]> {
  const { status, tekst } = await call(query, pakke);
  expect(status, query).toBe(200);
  return JSON.parse(tekst).foedselsEllerDNummer;
}

const MOR = 'navn=smidig&foedselsdato=19840312';

test('every criterion finds the person alone with her birth date, and another value of it does not', async () => {
  const mor = getNummer('ordinaer-mor');
  const kriterier: [riktig: string, galt: string][] = [
    ['navn=KOPP', 'navn=KATT'],
    ['navn=kopp%20smidig', 'navn=kopp%20smid'],
    ['kjoenn=kvinne', 'kjoenn=mann'],
    ['foedselsaarFraOgMed=1984', 'foedselsaarFraOgMed=1985'],
    ['foedselsaarTilOgMed=1984', 'foedselsaarTilOgMed=1983'],
    ['adressenavn=sol', 'adressenavn=sal'],
    ['husnummer=14b', 'husnummer=14'],
    ['soekFonetisk=true&navn=COPP', 'soekFonetisk=false&navn=COPP'],
    ['opplysningsgrunnlag=historisk&adressenavn=Syrin&husnummer=21', 'adressenavn=Syrin&husnummer=21'],
  ];
  for (const [riktig, galt] of kriterier) {
    expect(await soek(`foedselsdato=19840312&${riktig}`), riktig).toContain(mor);
    expect(await soek(`foedselsdato=19840312&${galt}`), galt).not.toContain(mor);
  }
});

test('municipality, county and post code are those of one and the same address', async () => {
  const person = befolkning.findPerson(getNummer('ordinaer-mor')) ?? -1;
  const [bosted] = befolkning.getDokument(person).bostedsadresse as {
    vegadresse: { kommunenummer: string; poststed: { postnummer: string } };
  }[];
  const { kommunenummer = '', poststed } = bosted?.vegadresse ?? {};
  const sted = `kommunenummer=${kommunenummer}&fylkesnummer=${kommunenummer.slice(0, 2)}&postnummer=${poststed?.postnummer}`;
  expect(await soek(`${MOR}&${sted}`)).toEqual([getNummer('ordinaer-mor')]);
  for (const annet of ['kommunenummer=1151', 'fylkesnummer=99', 'postnummer=9990'])
    expect(await soek(`${MOR}&${annet}`)).toEqual([]);
});

test('the answer is the same in XML, and the order stays', async () => {
  const query = 'foedselsaarFraOgMed=1984&foedselsaarTilOgMed=1984&kjoenn=kvinne';
  const numre = await soek(query);
  expect(numre.length).toBeGreaterThan(50);
  expect(new Set(numre).size).toBe(numre.length);
  expect(await soek(query)).toEqual(numre);
  const { status, tekst } = await call(query, OMH, 'application/xml');
  const rot = parseXml(tekst);
  expect([status, rot.navn]).toEqual([200, 'personsoekResponse']);
  expect(rot.barn.map(({ navn, tekst: nummer }) => [navn, nummer])).toEqual(
    numre.map((nummer) => ['foedselsEllerDNummer', nummer]),
  );
});

test('maksTreff gives the first of them, and no hits an empty list', async () => {
  const query = 'foedselsaarFraOgMed=1984&foedselsaarTilOgMed=1984';
  const numre = await soek(query);
  expect(await soek(`${query}&maksTreff=7`)).toEqual(numre.slice(0, 7));
  expect(await soek('navn=FINNESIKKE')).toEqual([]);
  expect(parseXml((await call('navn=FINNESIKKE', OMH, 'application/xml')).tekst).barn).toEqual([]);
});

test('more than 10 000 hits are refused, also when fewer are asked for', async () => {
  for (const query of ['', 'kjoenn=kvinne', 'inkluderDoede=true&maksTreff=5']) {
    const { status, tekst } = await call(query);
    expect(status, query).toBe(400);
    expect(JSON.parse(tekst).feilmelding).toContain('Konkretiser');
  }
});

test('a value that is not valid is 400 in the shape of the register', async () => {
  const { status, tekst } = await call('postnummer=15');
  expect([status, JSON.parse(tekst).feilmelding]).toEqual([400, 'Postnummer er ikke på gyldig format']);
  const xml = parseXml((await call('postnummer=15', OMH, 'application/xml')).tekst);
  expect(xml.navn).toBe('folkeregisterFeilmelding');
});

test('the packages without lookups have no search', async () => {
  for (const pakke of listPakker()) {
    const { status } = await call(MOR, pakke);
    expect(status, pakke).toBe(MED_SOEK.includes(pakke) ? 200 : 403);
  }
});

test('the dead are found only when they are asked for, and the opphørte never', async () => {
  const doed = getNummer('doed-med-doedsbo');
  const foedt = 'foedselsaarFraOgMed=1900&foedselsaarTilOgMed=1960';
  expect(await soek(foedt)).not.toContain(doed);
  expect(await soek(`${foedt}&inkluderDoede=true`)).toContain(doed);
  const alle = befolkning.listSoek(
    {
      inkluderOppholdsadresse: false,
      soekFonetisk: false,
      inkluderDoede: true,
      historisk: true,
      serKlientadresser: true,
    },
    befolkning.antall,
  );
  expect(alle).not.toContain(befolkning.findPerson(getNummer('uten-navn')));
});

test('no pakke confirms a fortrolig address, old or new, by any criterion; the person is found by name', async () => {
  const fortrolig = getNummer('fortrolig');
  for (const pakke of MED_SOEK) {
    expect(await soek('navn=VAR%20SKYGGE&foedselsdato=19880418', pakke)).toEqual([fortrolig]);
    for (const adresse of [
      'adressenavn=Hem',
      'postnummer=8003',
      'kommunenummer=1804',
      'fylkesnummer=18',
      'husnummer=31',
      'adressenavn=Gammelhemmelig',
      'kommunenummer=4204',
    ]) {
      for (const grunnlag of ['gjeldende', 'historisk']) {
        const query = `navn=VAR&${adresse}&opplysningsgrunnlag=${grunnlag}&inkluderOppholdsadresse=true`;
        expect(await soek(query, pakke), `${pakke} ${query}`).not.toContain(fortrolig);
      }
    }
  }
});

test('a klientadresse is confirmed to offentlig-med-hjemmel alone, and the old address to all', async () => {
  const klient = getNummer('klientadresse');
  for (const pakke of MED_SOEK) {
    const ved = async (adresse: string) =>
      (await soek(`navn=KLEMENTIN&${adresse}&opplysningsgrunnlag=historisk`, pakke)).includes(klient);
    for (const adresse of ['adressenavn=Klientsv', 'postnummer=7030'])
      expect(await ved(adresse), pakke).toBe(pakke === OMH);
    expect(await ved('adressenavn=Kl%C3%B8verenga&husnummer=6'), pakke).toBe(true);
  }
});

test('entydigsoek confirms a klientadresse to offentlig-med-hjemmel alone', async () => {
  for (const pakke of MED_SOEK) {
    const sti = `${PAKKER[pakke].sti}/v1/personer/entydigsoek?navn=N%C3%98YSOM%20KLEMENTIN&postnummer=7030`;
    expect((await proeve.call(sti)).status, pakke).toBe(pakke === OMH ? 200 : 404);
  }
});

test('the numbers that are found can be fetched', async () => {
  const numre = await soek('foedselsdato=19840312');
  const { tekst } = await proeve.call(`${PAKKER[OMH].sti}/v1/personer/bulkoppslag?somBestilt=true`, {
    metode: 'POST',
    headere: { 'content-type': 'application/json' },
    kropp: JSON.stringify({ foedselsEllerDNummer: numre }),
  });
  const oppslag: { folkeregisterperson?: unknown }[] = JSON.parse(tekst).oppslag;
  expect(oppslag.length).toBe(numre.length);
  expect(oppslag.every(({ folkeregisterperson }) => folkeregisterperson !== undefined)).toBe(true);
});

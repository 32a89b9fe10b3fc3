/** Entydig søk: every identifying combination finds the person, and the rules of freg-contract.md section 4.1 hold. */
import { beforeAll, expect, test } from 'vitest';
import type { Befolkning, EntydigKriterier } from '../befolkning.ts';
import { createBefolkning } from '../create-befolkning.ts';
import { getObjekt, getTekst, listElementer } from '../dokumentlesing.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const ANTALL = 20_000;
let befolkning: Befolkning;
beforeAll(() => {
  befolkning = createBefolkning({ froe: 3, antall: ANTALL, naa: NAA });
});

const find = (kriterier: Partial<EntydigKriterier>) =>
  befolkning.findEntydig({ soekFonetisk: false, historisk: false, serKlientadresser: true, ...kriterier });
const getScenario = (navn: string) => {
  const scenario = befolkning.scenariopersoner.find((s) => s.navn === navn);
  return befolkning.findPerson(scenario?.nummer ?? '') ?? -1;
};

/** The searches that must find a person, by what the document holds. */
function listSoek(person: number): Partial<EntydigKriterier>[] {
  const dokument = befolkning.getDokument(person);
  const foerste = (egenskap: string) => listElementer(dokument, egenskap)[0] ?? {};
  const navn = `${getTekst(foerste('navn'), 'fornavn')} ${getTekst(foerste('navn'), 'etternavn')}`;
  const adresse = getObjekt(foerste('bostedsadresse'), 'vegadresse');
  const nummer = getObjekt(adresse, 'adressenummer');
  const soek: Partial<EntydigKriterier>[] = listElementer(dokument, 'identifikasjonsnummer').map((e) => ({
    identifikasjonsnummer: getTekst(e, 'foedselsEllerDNummer'),
  }));
  const foedselsdato = getTekst(foerste('foedsel'), 'foedselsdato').replaceAll('-', '');
  if (navn.trim() !== '')
    soek.push({ navn, foedselsdato }, { navn: navn.toLowerCase(), foedselsdato, soekFonetisk: true });
  if (
    foerste('bostedsadresse').erGjeldende === true &&
    foerste('bostedsadresse').adressegradering === 'ugradert' &&
    'adressenavn' in adresse
  ) {
    const husnummer = getTekst(nummer, 'husnummer') + getTekst(nummer, 'husbokstav');
    soek.push({ navn, postnummer: getTekst(getObjekt(adresse, 'poststed'), 'postnummer') });
    soek.push({ navn, adressenavn: getTekst(adresse, 'adressenavn').slice(0, 3), husnummer });
  }
  const utenlandsk = foerste('utenlandskPersonidentifikasjon');
  const legitimasjon = foerste('legitimasjonsdokument');
  const duf = getTekst(foerste('utlendingsmyndighetenesIdentifikasjonsnummer'), 'identifikasjonsnummer');
  if ('utstederland' in utenlandsk) {
    soek.push({
      navn,
      utenlandskpersonidentifikasjon: `${getTekst(utenlandsk, 'utstederland')}-${getTekst(utenlandsk, 'identifikasjonsnummer')}`,
    });
  }
  if ('utstederland' in legitimasjon) {
    soek.push({
      navn,
      legitimasjonsdokument: `${getTekst(legitimasjon, 'utstederland')}-${getTekst(legitimasjon, 'identifikasjonsdokumentnummer')}`,
    });
  }
  if (duf !== '') soek.push({ navn, utlendingsmyndighetenesIdentifikasjonsnummer: duf });
  return soek;
}

test('1000 persons are found by each identifying combination, and only two answers are ever given', () => {
  let antall = 0;
  for (let i = 0; i < 1000; i++) {
    const person =
      befolkning.scenariopersoner.length + ((i * 7919) % (ANTALL - befolkning.scenariopersoner.length));
    for (const soek of listSoek(person)) {
      const treff = find(soek);
      if (treff.length < 2) expect(treff, JSON.stringify(soek)).toEqual([person]);
      expect(treff.length).toBeLessThanOrEqual(2);
      antall++;
    }
  }
  expect(antall).toBeGreaterThan(4000);
});

test('all criteria must fit', () => {
  const mor = getScenario('ordinaer-mor');
  expect(find({ navn: 'SMIDIG KOPP', foedselsdato: '19840312' })).toEqual([mor]);
  expect(find({ navn: 'SMIDIG KOPP', foedselsdato: '19840312', postnummer: '1606' })).toEqual([mor]);
  expect(find({ navn: 'SMIDIG KOPP', foedselsdato: '19840312', postnummer: '0557' })).toEqual([]);
  expect(find({ navn: 'SMIDIG KOPP', foedselsdato: '19840313' })).toEqual([]);
  expect(find({ identifikasjonsnummer: '12838442208', navn: 'TROFAST KOPP' })).toEqual([]);
});

test('the first word is in fornavn, the last in etternavn, the others anywhere, all whole words', () => {
  const mor = getScenario('ordinaer-mor');
  const foedselsdato = '19840312';
  expect(find({ navn: 'smidig pære kopp', foedselsdato })).toEqual([mor]);
  expect(find({ navn: 'KOPP SMIDIG', foedselsdato })).toEqual([]);
  expect(find({ navn: 'SMID KOPP', foedselsdato })).toEqual([]);
  expect(find({ navn: 'SMIDIG GLAD KOPP', foedselsdato })).toEqual([]);
  expect(find({ navn: 'KOPP', identifikasjonsnummer: '12838442208' })).toEqual([mor]);
});

test('old names and addresses count only with historisk, and then today’s count too', () => {
  const mor = getScenario('ordinaer-mor');
  const foedselsdato = '19840312';
  expect(find({ navn: 'SMIDIG PÆRE', foedselsdato })).toEqual([]);
  expect(find({ navn: 'SMIDIG PÆRE', foedselsdato, historisk: true })).toEqual([mor]);
  expect(find({ navn: 'SMIDIG KOPP', adressenavn: 'Syrin', husnummer: '21' })).toEqual([]);
  expect(find({ navn: 'SMIDIG KOPP', adressenavn: 'Syrin', husnummer: '21', historisk: true })).toEqual([
    mor,
  ]);
  expect(
    find({ navn: 'SMIDIG KOPP', adressenavn: 'Solsikkeveien', husnummer: '14B', historisk: true }),
  ).toEqual([mor]);
});

test('the letter of the house number, or its absence, must fit, and a street needs three characters', () => {
  const mor = getScenario('ordinaer-mor');
  expect(find({ navn: 'SMIDIG KOPP', adressenavn: 'sol', husnummer: '14b' })).toEqual([mor]);
  expect(find({ navn: 'SMIDIG KOPP', adressenavn: 'sol', husnummer: '14' })).toEqual([]);
  expect(find({ navn: 'SMIDIG KOPP', adressenavn: 'so', husnummer: '14B' })).toEqual([]);
});

test('phonetic search accepts another spelling, and only then', () => {
  const mor = getScenario('ordinaer-mor');
  expect(find({ navn: 'SMIDIG COPP', foedselsdato: '19840312' })).toEqual([]);
  expect(find({ navn: 'SMIDIG COPP', foedselsdato: '19840312', soekFonetisk: true })).toEqual([mor]);
});

test('a search never confirms an address that is fortrolig', () => {
  expect(find({ navn: 'VAR SKYGGE', foedselsdato: '19880418' })).toEqual([getScenario('fortrolig')]);
  expect(find({ navn: 'VAR SKYGGE', adressenavn: 'Hemmeliglykkja', husnummer: '31' })).toEqual([]);
  expect(find({ navn: 'VAR SKYGGE', postnummer: '8003', historisk: true })).toEqual([]);
});

test('numbers of other authorities find the scenario persons too', () => {
  expect(find({ utenlandskpersonidentifikasjon: 'POL-8308-2200-55', navn: 'INNVANDRET SOLSIKKE' })).toEqual([
    getScenario('dnummer-til-foedselsnummer'),
  ]);
  expect(find({ legitimasjonsdokument: 'POL-PR0830822', navn: 'INNVANDRET SOLSIKKE' })).toEqual([
    getScenario('dnummer-til-foedselsnummer'),
  ]);
  expect(
    find({ utlendingsmyndighetenesIdentifikasjonsnummer: '201405760505', navn: 'SESONGVIS JORDBÆR' }),
  ).toEqual([getScenario('inaktivt-dnummer')]);
});

test('a klientadresse is confirmed only to who may see it', () => {
  const klient = getScenario('klientadresse');
  const soek = { navn: 'NØYSOM KLEMENTIN', postnummer: '7030' };
  expect(find(soek)).toEqual([klient]);
  expect(find({ ...soek, serKlientadresser: false })).toEqual([]);
  expect(find({ ...soek, postnummer: '7050', historisk: true, serKlientadresser: false })).toEqual([klient]);
});

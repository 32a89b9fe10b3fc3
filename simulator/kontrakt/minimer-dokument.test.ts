/** The field rules of freg-contract.md section 3.4, each tried on a document that holds what the rule withholds. */
import { expect, test } from 'vitest';
import { NUMMER, PROEVEBEFOLKNING } from '../register/proeve/befolkning.ts';
import { parseDeler } from './deler.ts';
import { EGENSKAPER } from './egenskaper.ts';
import { STANDARDINNSTILLINGER } from './innstillinger.ts';
import { minimerDokument } from './minimer-dokument.ts';
import { listPakker, type PakkeId } from './pakker.ts';
import { getSynlighet } from './synlighet.ts';

const findDokument = (nummer: string) => {
  const person = PROEVEBEFOLKNING.findPerson(nummer);
  return person === undefined ? undefined : PROEVEBEFOLKNING.getDokument(person);
};

/** The document of the number for the pakke; without parts everything that the pakke can ask for, with history. */
function show(pakke: PakkeId, nummer: string = NUMMER.ola, ...part: string[]) {
  const synlighet = getSynlighet(pakke, STANDARDINNSTILLINGER);
  const alt = ['historikk', ...EGENSKAPER.filter((egenskap) => synlighet.egenskaper.has(egenskap))];
  const deler = parseDeler(part.length > 0 ? part : alt, synlighet);
  const dokument = findDokument(nummer);
  if (!deler || !dokument) throw new Error('Ugyldig prøve');
  return minimerDokument(dokument, { synlighet, deler, findDokument });
}

const OMH = 'offentlig-med-hjemmel';
const ANDRE = listPakker().filter((pakke) => pakke !== OMH);
const UTEN_NUMMER = [
  'privat-uten-folkeregisteridentifikator',
  'presse-uten-folkeregisteridentifikator',
] as const;

test('offentlig-med-hjemmel gets the whole document unchanged, but for what is shared with nobody', () => {
  const { forholdTilSametingetsValgmanntall, oppholdPaaSvalbard, nyEgenskap, ...delt } =
    findDokument(NUMMER.ola) ?? {};
  expect([forholdTilSametingetsValgmanntall, oppholdPaaSvalbard, nyEgenskap]).not.toContain(undefined);
  expect(show(OMH)).toEqual(delt);
  expect(Object.keys(show(OMH))).toEqual(Object.keys(delt));
});

test('an egenskap newer than the contract comes with person-basis to offentlig-med-hjemmel alone', () => {
  const faar = listPakker().filter((pakke) => 'nyEgenskap' in show(pakke, NUMMER.ola, 'person-basis'));
  expect(faar).toEqual([OMH]);
  expect(show(OMH, NUMMER.ola, 'navn')).not.toHaveProperty('nyEgenskap');
});

test('without historikk there are only current entries, and what is then empty is left out', () => {
  const dokument = show(OMH, NUMMER.ola, ...EGENSKAPER);
  expect(JSON.stringify(dokument)).not.toContain('"erGjeldende":false');
  expect(dokument).not.toHaveProperty('utflytting');
});

test('history outside offentlig-med-hjemmel is number, names, addresses, moves, and sivilstand for finans', () => {
  const gamle = (pakke: PakkeId) =>
    Object.entries(show(pakke))
      .filter(([, verdi]) => JSON.stringify(verdi).includes('"erGjeldende":false'))
      .map(([egenskap]) => egenskap)
      .sort();
  const felles = [
    'bostedsadresse',
    'deltBosted',
    'identifikasjonsnummer',
    'innflytting',
    'navn',
    'utflytting',
  ];
  expect(gamle('offentlig-uten-hjemmel')).toEqual(felles);
  expect(gamle('eid')).toEqual(felles);
  expect(gamle('finans')).toEqual([...felles, 'sivilstand'].sort());
  for (const pakke of UTEN_NUMMER)
    expect(gamle(pakke)).toEqual(felles.filter((e) => e !== 'identifikasjonsnummer'));
});

test('old addresses and moves carry no date outside offentlig-med-hjemmel, current ones do', () => {
  for (const pakke of ANDRE) {
    const dokument = JSON.parse(JSON.stringify(show(pakke)));
    for (const egenskap of ['bostedsadresse', 'deltBosted', 'innflytting', 'utflytting']) {
      const gamle = dokument[egenskap].filter((e: { erGjeldende: boolean }) => !e.erGjeldende);
      expect(gamle.length).toBeGreaterThan(0);
      expect(JSON.stringify(gamle), `${egenskap} i ${pakke}`).not.toMatch(/\d{4}-\d\d-\d\d/);
    }
    expect(dokument.bostedsadresse[0].flyttedato).toBe('2024-05-01');
  }
});

test('a status that is taushetsbelagt is shown as aktiv without its aarsak', () => {
  const uten = { status: 'aktiv', erGjeldende: true, kilde: 'proeve' };
  for (const pakke of ANDRE) {
    const [element, ...flere] = JSON.parse(JSON.stringify(show(pakke, NUMMER.ola, 'status').status));
    expect(flere).toEqual([]);
    expect(element).toMatchObject(uten);
    expect(element).not.toHaveProperty('aarsak');
  }
  expect(JSON.stringify(show(OMH, NUMMER.ola, 'status'))).toContain('midlertidig');
});

test('the ektefelle is named to offentlig-med-hjemmel and finans only', () => {
  const ser = listPakker().filter((pakke) =>
    JSON.stringify(show(pakke).sivilstand).includes('relatertVedSivilstand'),
  );
  expect(ser).toEqual([OMH, 'finans']);
});

test('a protected person has no address outside offentlig-med-hjemmel but an open postadresse', () => {
  expect(JSON.stringify(show(OMH, NUMMER.fortrolig))).toMatch(
    /Hemmeligveien.*Gammelhemmelig.*Glemtmerking.*Hemmeligboks/,
  );
  for (const pakke of ANDRE) {
    const fortrolig = JSON.stringify(show(pakke, NUMMER.fortrolig));
    expect(fortrolig, pakke).not.toMatch(/emmelig|Glemt|fortrolig|adresse|DNK/i);
    expect(fortrolig).toContain('SKJERMET');
    const strengt = JSON.stringify(show(pakke, NUMMER.strengtFortrolig));
    expect(strengt, pakke).not.toMatch(/Glemtgata|fortrolig|beskyttelse/i);
    expect(strengt).toContain('Åpenboks 1');
  }
});

test('an address that is not ugradert stays with offentlig-med-hjemmel', () => {
  for (const pakke of ANDRE) {
    const adresser = JSON.stringify(show(pakke).oppholdsadresse);
    expect(adresser).not.toMatch(/Klientveien|klientadresse/);
    expect(adresser).toContain('Tunet');
  }
  expect(JSON.stringify(show(OMH).oppholdsadresse)).toContain('Klientveien');
});

test('the contact for a doedsbo is a birth date and a name where the number is withheld', () => {
  const kontakt = (pakke: PakkeId) => {
    const dokument = JSON.parse(JSON.stringify(show(pakke)));
    return dokument.kontaktinformasjonForDoedsbo[0].person;
  };
  for (const pakke of ['privat', 'presse', ...UTEN_NUMMER] as const) {
    expect(kontakt(pakke)).toEqual({
      foedselsdato: '1970-11-15',
      personnavn: { fornavn: 'SKJERMET', mellomnavn: 'STILLE', etternavn: 'RULLETRAPP' },
    });
  }
  for (const pakke of [OMH, 'finans', 'offentlig-uten-hjemmel', 'privat-uten-hjemmel', 'eid'] as const)
    expect(kontakt(pakke)).toEqual({ foedselsEllerDNummer: NUMMER.fortrolig });
});

test('no eleven-digit number of anybody reaches the packages without folkeregisteridentifikator', () => {
  for (const pakke of UTEN_NUMMER) expect(JSON.stringify(show(pakke))).not.toMatch(/\b\d{11}\b/);
  expect(JSON.stringify(show('privat', NUMMER.ola, 'vergemaalEllerFremtidsfullmakt'))).toContain(
    NUMMER.fortrolig,
  );
});

test('minimising leaves the document that it was given as it was', () => {
  const foer = JSON.stringify(findDokument(NUMMER.ola));
  for (const pakke of listPakker()) show(pakke);
  expect(JSON.stringify(findDokument(NUMMER.ola))).toBe(foer);
});

/** The promises of the population as a whole: same seed same people, families that agree, lawful documents. */
import { getPostalCodeInfo } from 'norwegian-postalcodes-mapper';
import { beforeAll, expect, test } from 'vitest';
import type { Befolkning, Persondokument } from './befolkning.ts';
import { createBefolkning } from './create-befolkning.ts';
import { getObjekt, getTekst, isInnhold, listElementer } from './dokumentlesing.ts';
import { EGENSKAPER } from './egenskaper.ts';
import type { Innhold } from './element.ts';
import { KOMMUNER } from './kommuner.ts';
import { hasGyldigeKontrollsiffer } from './personnummer.ts';
import { listUkjenteNoekler } from './proevemodell.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const ANTALL = 30_000;
const PROEVE = 9000;

let befolkning: Befolkning;
/** Everybody up to PROEVE; relations stay within blocks, so nearly all of theirs are here too. */
let dokumenter: Persondokument[];
beforeAll(() => {
  befolkning = createBefolkning({ froe: 7, antall: ANTALL, naa: NAA });
  dokumenter = Array.from({ length: PROEVE }, (_, person) => befolkning.getDokument(person));
});

/** The generated persons: the scenario persons break rules on purpose. */
const listVanlige = () => dokumenter.slice(befolkning.scenariopersoner.length);
const getNummer = (dokument: Persondokument) =>
  getTekst(listElementer(dokument, 'identifikasjonsnummer')[0] ?? {}, 'foedselsEllerDNummer');

test('the same seed gives the same people, another seed others, and time alone makes nobody new', () => {
  const igjen = createBefolkning({ froe: 7, antall: ANTALL, naa: NAA });
  const annet = createBefolkning({ froe: 8, antall: 5000, naa: NAA });
  const senere = createBefolkning({ froe: 7, antall: 5000, naa: new Date('2027-06-01T12:00:00Z') });
  for (let person = 0; person < 4000; person += 13) {
    expect(igjen.getDokument(person)).toEqual(dokumenter[person]);
    expect(getNummer(senere.getDokument(person))).toBe(getNummer(dokumenter[person] ?? {}));
  }
  expect(annet.getDokument(1000)).not.toEqual(dokumenter[1000]);
});

test('every number is synthetic, valid, unique and leads to its person', () => {
  const sett = new Set<string>();
  for (const [person, dokument] of dokumenter.entries()) {
    for (const element of listElementer(dokument, 'identifikasjonsnummer')) {
      const nummer = getTekst(element, 'foedselsEllerDNummer');
      expect(hasGyldigeKontrollsiffer(nummer)).toBe(true);
      expect(Number(nummer.slice(2, 4))).toBeGreaterThan(80);
      expect(Number(nummer.slice(2, 4))).toBeLessThan(93);
      expect(getTekst(element, 'identifikatortype')).toBe(
        Number(nummer[0]) >= 4 ? 'dNummer' : 'foedselsnummer',
      );
      expect(sett.has(nummer)).toBe(false);
      sett.add(nummer);
      expect(befolkning.findPerson(nummer)).toBe(person);
    }
  }
});

test('a number that nobody has, or that is none, leads nowhere', () => {
  expect(befolkning.findPerson('00810000000')).toBeUndefined();
  expect(befolkning.findPerson('abc')).toBeUndefined();
});

test('every family relation to a number stands in both documents with the roles exchanged and the same date', () => {
  let antall = 0;
  for (const dokument of dokumenter.slice(0, 4000)) {
    for (const relasjon of listElementer(dokument, 'familierelasjon')) {
      const annen = getTekst(relasjon, 'relatertPerson');
      if (annen === '') continue;
      const annensPerson = befolkning.findPerson(annen);
      const tilbake = listElementer(
        annensPerson === undefined ? {} : befolkning.getDokument(annensPerson),
        'familierelasjon',
      ).find(
        (r) =>
          getTekst(r, 'relatertPerson') === getNummer(dokument) &&
          getTekst(r, 'relatertPersonsRolle') === getTekst(relasjon, 'minRolleForPerson'),
      );
      expect(tilbake, `${getNummer(dokument)} -> ${annen}`).toMatchObject({
        minRolleForPerson: relasjon.relatertPersonsRolle,
        gyldighetstidspunkt: relasjon.gyldighetstidspunkt,
        erGjeldende: relasjon.erGjeldende,
      });
      antall++;
    }
  }
  expect(antall).toBeGreaterThan(4000);
});

test('marriage, separation and divorce have the same date and place in both documents', () => {
  let antall = 0;
  for (const dokument of listVanlige()) {
    for (const rad of listElementer(dokument, 'sivilstand')) {
      const annen = befolkning.findPerson(getTekst(rad, 'relatertVedSivilstand'));
      if (
        annen === undefined ||
        getTekst(rad, 'sivilstand').startsWith('enke') ||
        getTekst(rad, 'sivilstand') === 'gjenlevendePartner'
      )
        continue;
      const felles = {
        sivilstand: rad.sivilstand,
        sivilstandsdato: rad.sivilstandsdato,
        kommune: rad.kommune,
        relatertVedSivilstand: getNummer(dokument),
      };
      const hosAnnen = listElementer(befolkning.getDokument(annen), 'sivilstand').map((r) => ({
        sivilstand: r.sivilstand,
        sivilstandsdato: r.sivilstandsdato,
        kommune: r.kommune,
        relatertVedSivilstand: r.relatertVedSivilstand,
      }));
      expect(hosAnnen).toContainEqual(felles);
      antall++;
    }
  }
  expect(antall).toBeGreaterThan(4000);
});

test('children under 18 live where their mother lives', () => {
  let antall = 0;
  for (const dokument of listVanlige()) {
    if (Number(getTekst(listElementer(dokument, 'foedsel')[0] ?? {}, 'foedselsaar')) < 2009) continue;
    const mor = listElementer(dokument, 'familierelasjon').find(
      (r) => getTekst(r, 'relatertPersonsRolle') === 'mor',
    );
    const morsPerson = befolkning.findPerson(getTekst(mor ?? {}, 'relatertPerson'));
    const hjem = getObjekt(listElementer(dokument, 'bostedsadresse')[0] ?? {}, 'vegadresse');
    if (morsPerson === undefined || !('adressenavn' in hjem)) continue;
    const morsHjem = listElementer(befolkning.getDokument(morsPerson), 'bostedsadresse').map(
      (b) => b.vegadresse,
    );
    if (!morsHjem.some(isInnhold)) continue;
    expect(morsHjem).toContainEqual(hjem);
    antall++;
  }
  expect(antall).toBeGreaterThan(500);
});

function listAdresser(dokument: Persondokument): Innhold[] {
  return ['bostedsadresse', 'oppholdsadresse', 'deltBosted'].flatMap((egenskap) =>
    listElementer(dokument, egenskap).flatMap((e) => [e.vegadresse, e.matrikkeladresse].filter(isInnhold)),
  );
}

test('every municipality occurs, and every post code belongs to the municipality of its address', () => {
  const kommunePerNummer = new Map(
    KOMMUNER.flatMap((k) => [k.nummer1987, k.nummer2020, k.nummer].map((nr) => [nr, k] as const)),
  );
  const delteNumre = new Set(['1507']);
  const sett = new Set<string>();
  for (const dokument of listVanlige()) {
    for (const adresse of listAdresser(dokument)) {
      const nummer =
        getTekst(adresse, 'kommunenummer') ||
        getTekst(getObjekt(adresse, 'matrikkelnummer'), 'kommunenummer');
      const poststed = getObjekt(adresse, 'poststed');
      const postnummer = getTekst(poststed, 'postnummer');
      const kommune = kommunePerNummer.get(nummer);
      if (!delteNumre.has(nummer)) expect(kommune?.poststeder.map((p) => p.postnummer)).toContain(postnummer);
      expect(getTekst(poststed, 'poststedsnavn')).toBe(getPostalCodeInfo(postnummer)?.city);
      if (kommune !== undefined) sett.add(kommune.nummer);
    }
  }
  expect(sett.size).toBe(357);
});

test('documents hold only keys of the model, in the order of the register, and nothing empty', () => {
  const rekkefoelge: readonly string[] = EGENSKAPER;
  for (const dokument of listVanlige()) {
    expect(listUkjenteNoekler(dokument, 'Folkeregisterperson')).toEqual([]);
    expect(Object.keys(dokument)[0]).toBe('identifikasjonsnummer');
    const plasser = Object.keys(dokument).map((egenskap) => rekkefoelge.indexOf(egenskap));
    expect(plasser).toEqual([...plasser].sort((a, b) => a - b));
    expect(JSON.stringify(dokument)).not.toMatch(/null|\[\]|\{\}|undefined|NaN/);
  }
});

test('entries lie with the current ones first, then newest first', () => {
  for (const dokument of listVanlige()) {
    for (const egenskap of ['status', 'sivilstand', 'navn', 'bostedsadresse', 'statsborgerskap']) {
      const rader = listElementer(dokument, egenskap);
      const gjeldende = rader.map((r) => r.erGjeldende === true);
      expect(gjeldende).toEqual([...gjeldende].sort((a, b) => Number(b) - Number(a)));
      const gamle = rader
        .filter((r) => r.erGjeldende !== true)
        .map((r) => Date.parse(getTekst(r, 'gyldighetstidspunkt')));
      expect(gamle).toEqual([...gamle].sort((a, b) => b - a));
    }
  }
});

test('who is fortrolig has every address tagged, and who is strengtFortrolig has none but the open post address', () => {
  const sett = { fortrolig: 0, strengtFortrolig: 0 };
  for (let person = befolkning.scenariopersoner.length; person < ANTALL; person++) {
    const dokument = befolkning.getDokument(person);
    const [vern] = listElementer(dokument, 'adressebeskyttelse');
    if (vern === undefined) continue;
    const adresser = ['bostedsadresse', 'oppholdsadresse', 'deltBosted', 'postadresse'].flatMap((e) =>
      listElementer(dokument, e),
    );
    if (vern.graderingsnivaa === 'fortrolig') {
      sett.fortrolig++;
      expect(adresser.map((a) => a.adressegradering)).toEqual(adresser.map(() => 'fortrolig'));
    } else {
      sett.strengtFortrolig++;
      expect(adresser).toHaveLength(1);
      expect(listElementer(dokument, 'postadresse')).toHaveLength(1);
    }
  }
  expect(sett.fortrolig).toBeGreaterThan(10);
  expect(sett.strengtFortrolig).toBeGreaterThan(3);
});

test('d-number persons have no bostedsadresse and are inaktiv when five years have passed', () => {
  const dnummer = listVanlige().filter((d) => Number(getNummer(d)[0]) >= 4);
  expect(dnummer.length / PROEVE).toBeGreaterThan(0.02);
  expect(dnummer.length / PROEVE).toBeLessThan(0.045);
  for (const dokument of dnummer) {
    expect(dokument.bostedsadresse).toBeUndefined();
    const foerst = listElementer(dokument, 'status').at(-1) ?? {};
    const alder = NAA.getTime() - Date.parse(getTekst(foerst, 'gyldighetstidspunkt'));
    const inaktiv = listElementer(dokument, 'status')[0]?.status === 'inaktiv';
    if (Math.abs(alder - 1826 * 86_400_000) > 2 * 86_400_000) expect(inaktiv).toBe(alder > 1826 * 86_400_000);
  }
});

test('a population too small, too large or before its own count is refused', () => {
  expect(() => createBefolkning({ froe: 1, antall: 3, naa: NAA })).toThrow(RangeError);
  expect(() => createBefolkning({ froe: 1, antall: 6_000_001, naa: NAA })).toThrow(RangeError);
  expect(() => createBefolkning({ froe: 1, antall: 1000, naa: new Date('2025-12-31T00:00:00Z') })).toThrow(
    RangeError,
  );
  expect(() => befolkning.getDokument(ANTALL)).toThrow(RangeError);
});

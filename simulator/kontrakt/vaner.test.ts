/**
 * Order and presence in a population's documents are as real answers have them: by what the contract tells of them,
 * always, and by example answers where they lie beside the project.
 * Source: freg-contract.md sections 2 (observed presence of metadata) and 2.1 (order inside a list).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBefolkning } from '../befolkning/create-befolkning.ts';
import {
  findAndel,
  isObjekt,
  listObjekter,
  listRekkefoelger,
  listStier,
  type Objekt,
  toSnudd,
} from './proeve/vaner.ts';

const befolkning = createBefolkning({ froe: 1, antall: 1_000, naa: new Date('2026-11-21') });
/** The named persons are shown for what is special in them; what is usual is read from the others. */
const DOKUMENTER = Array.from({ length: befolkning.antall }, (_, person) => befolkning.getDokument(person));
const VANLIGE = DOKUMENTER.slice(befolkning.scenariopersoner.length);
const METADATA = 'ajourholdstidspunkt erGjeldende kilde aarsak gyldighetstidspunkt opphoerstidspunkt'.split(
  ' ',
);

/** The examples lie beside the project, which must do without them. */
const UTEN_GRUNN = 'Ingen eksempelsvar ved siden av prosjektet (../shared/samples)';
const MAPPE = join(import.meta.dirname, '../../../shared/samples/azf-freg');
const UTEN_EKSEMPLER = !existsSync(MAPPE);
/** Upper-case gradings and entries that do not begin with metadata tell of a document that was edited by hand. */
const EKSEMPLER: readonly Objekt[] = UTEN_EKSEMPLER
  ? []
  : readdirSync(MAPPE)
      .filter((fil) => fil.startsWith('person'))
      .map((fil) => readFileSync(join(MAPPE, fil), 'utf8'))
      .filter(
        (tekst) => !/"[A-Z]*GRADERT"|"KLIENTADRESSE"|"adressegradering": "\w+",\s*"erGjeldende"/.test(tekst),
      )
      .map((tekst) => JSON.parse(tekst));

const toTid = (element: Objekt): number => Date.parse(String(element.gyldighetstidspunkt));

test('what is current stands first, and then the latest first', () => {
  for (const dokument of DOKUMENTER)
    for (const [egenskap, liste] of Object.entries(dokument)) {
      const elementer = Array.isArray(liste) ? liste.filter(isObjekt) : [];
      for (const [i, element] of elementer.entries()) {
        const forrige = elementer[i - 1];
        if (!forrige) continue;
        expect(forrige.erGjeldende === false && element.erGjeldende === true, egenskap).toBe(false);
        if (forrige.erGjeldende === element.erGjeldende && 'gyldighetstidspunkt' in forrige)
          expect(toTid(forrige) < toTid(element), egenskap).toBe(false);
      }
    }
});

test('metadata stands first in every entry, always in the same order', () => {
  for (const dokument of VANLIGE)
    for (const verdi of Object.values(dokument))
      for (const element of [verdi].flat().filter(isObjekt)) {
        const felter = Object.keys(element);
        expect(felter.slice(0, METADATA.filter((felt) => felt in element).length)).toEqual(
          METADATA.filter((felt) => felt in element),
        );
      }
});

test.each([
  ['identifikasjonsnummer', 'gyldighetstidspunkt', 0.35, 0.65],
  ['identifikasjonsnummer', 'aarsak', 0.35, 0.65],
  ['status', 'aarsak', 0.35, 0.65],
  ['foedsel', 'aarsak', 0.35, 0.65],
  ['kjoenn', 'ajourholdstidspunkt', 0.1, 0.9],
  ['foedsel', 'ajourholdstidspunkt', 0.9, 0.999],
  ['statsborgerskap', 'ajourholdstidspunkt', 0.9, 0.999],
  ['bostedsadresse', 'opphoerstidspunkt', 0.001, 0.2],
])('%s has %s about as often as in real answers', (egenskap, felt, minst, hoeyst) => {
  const { andel } = findAndel(VANLIGE, egenskap, felt);
  expect(andel).toBeGreaterThanOrEqual(minst);
  expect(andel).toBeLessThanOrEqual(hoeyst);
});

test('every entry has erGjeldende and kilde, and what ended was not replaced', () => {
  for (const dokument of VANLIGE)
    for (const verdi of Object.values(dokument))
      for (const element of [verdi].flat().filter(isObjekt)) {
        expect(element).toMatchObject({ erGjeldende: expect.any(Boolean), kilde: expect.any(String) });
        if ('opphoerstidspunkt' in element) expect(element.erGjeldende).toBe(false);
      }
});

test('every key that the examples have occurs here', ({ skip }) => {
  skip(UTEN_EKSEMPLER, UTEN_GRUNN);
  expect(EKSEMPLER.length).toBeGreaterThan(4);
  const stier = listStier(DOKUMENTER);
  expect([...listStier(EKSEMPLER)].filter((sti) => !stier.has(sti))).toEqual([]);
});

test('no two keys stand the other way round than in the examples', ({ skip }) => {
  skip(UTEN_EKSEMPLER, UTEN_GRUNN);
  const vaare = listRekkefoelger(DOKUMENTER);
  expect([...listRekkefoelger(EKSEMPLER)].filter((par) => vaare.has(toSnudd(par)))).toEqual([]);
});

test.skipIf(UTEN_EKSEMPLER)(
  'a metadata field that the examples always or never have is here nearly so',
  () => {
    const egenskaper = new Set(EKSEMPLER.flatMap((dokument) => Object.keys(dokument)));
    const avvik = [...egenskaper].flatMap((egenskap) =>
      METADATA.filter((felt) => {
        const { antall, andel } = findAndel(EKSEMPLER, egenskap, felt);
        if (antall < 4 || (andel > 0 && andel < 1)) return false;
        return Math.abs(findAndel(VANLIGE, egenskap, felt).andel - andel) > 0.15;
      }).map((felt) => `${egenskap}.${felt}`),
    );
    expect(avvik).toEqual([]);
  },
);

test('values have the same kind as in the examples, key by key', ({ skip }) => {
  skip(UTEN_EKSEMPLER, UTEN_GRUNN);
  const listSlag = (dokumenter: readonly Objekt[]) =>
    new Set(
      dokumenter.flatMap((dokument) =>
        [...listObjekter(dokument)].flatMap(([sti, objekt]) =>
          Object.entries(objekt).map(
            ([felt, verdi]) => `${sti}.${felt}: ${Array.isArray(verdi) ? 'list' : typeof verdi}`,
          ),
        ),
      ),
    );
  const vaare = listSlag(DOKUMENTER);
  expect([...listSlag(EKSEMPLER)].filter((slag) => !vaare.has(slag))).toEqual([]);
});

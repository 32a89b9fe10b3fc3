/** What a user may type or paste, and what the portal says about it. */
import { expect, test } from 'vitest';
import { cleanNummer, KRITERIEFEIL, normalizeKriterier, validateKriterier } from './kriterier.ts';
import type { Kriterier } from './oppslag.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const normalize = (kriterier: Kriterier) => normalizeKriterier(kriterier, NAA);
const feilI = (kriterier: Kriterier) => validateKriterier(normalize(kriterier)).map(({ feil }) => feil);

/** Zero width space, joiner, BOM, soft hyphen, left-to-right mark, right-to-left override, isolate. */
const USYNLIGE = '\u200b\u200d\ufeff\u00ad\u200e\u202e\u2066';

test.each([
  '038515 98730',
  '03.85.15 98730',
  '038515-98730',
  '038515\u201398730',
  '\u00a0038515\u202f98730\t\n',
  `038515${USYNLIGE}98730`,
])('a number pasted as %j becomes eleven digits', (tekst) => {
  expect(normalize({ identifikasjonsnummer: tekst })).toEqual({ identifikasjonsnummer: '03851598730' });
  expect(cleanNummer(tekst)).toBe('03851598730');
});

test('a name keeps its letters, and only spaces and invisible characters change', () => {
  expect(normalize({ navn: `  Åse\u00a0\u00a0 Kjær${USYNLIGE}-Øy ` }).navn).toBe('Åse Kjær-Øy');
  expect(normalize({ navn: 'A\u030ase Vik' }).navn).toBe('\u00c5se Vik');
});

test.each([
  ['12B', '12B'],
  ['12 b', '12B'],
  [' 7 ', '7'],
  ['3å', '3Å'],
])('husnummer %j becomes %j', (tekst, ventet) => {
  expect(normalize({ husnummer: tekst }).husnummer).toBe(ventet);
  expect(feilI({ husnummer: tekst })).toEqual([]);
});

test.each([
  ['afg-1458-4555', 'AFG-1458-4555'],
  ['AFG - 1458\u20104555', 'AFG-1458-4555'],
  ['irl-a9b', 'IRL-a9b'],
])('a foreign number %j becomes %j', (tekst, ventet) => {
  expect(normalize({ utenlandskpersonidentifikasjon: tekst }).utenlandskpersonidentifikasjon).toBe(ventet);
  expect(normalize({ legitimasjonsdokument: tekst }).legitimasjonsdokument).toBe(ventet);
  expect(feilI({ utenlandskpersonidentifikasjon: tekst, legitimasjonsdokument: tekst })).toEqual([]);
});

test('empty criteria are left out, and how to match is kept', () => {
  expect(
    normalize({ navn: ' \u200b ', postnummer: '', soekFonetisk: false, opplysningsgrunnlag: 'historisk' }),
  ).toEqual({
    soekFonetisk: false,
    opplysningsgrunnlag: 'historisk',
  });
});

test('normalising twice changes nothing', () => {
  const en = normalize({
    identifikasjonsnummer: '038515 98730',
    foedselsdato: '1.2.90',
    navn: ' Smidig  Kopp ',
    postnummer: '01 55',
    adressenavn: 'Stor  gata',
    husnummer: '1 a',
    utenlandskpersonidentifikasjon: 'afg-1',
    utlendingsmyndighetenesIdentifikasjonsnummer: '2020 1234 5678',
  });
  expect(normalizeKriterier(en, new Date('2099-01-01T00:00:00Z'))).toEqual(en);
  expect(validateKriterier(en)).toEqual([]);
});

const FEILAKTIGE: [Kriterier, string][] = [
  [{ identifikasjonsnummer: '0385159873' }, 'identifikasjonsnummerLengde'],
  [{ identifikasjonsnummer: '038515987300' }, 'identifikasjonsnummerLengde'],
  [{ identifikasjonsnummer: '0385159873O' }, 'identifikasjonsnummerSiffer'],
  [{ identifikasjonsnummer: '٠٣٨٥١٥٩٨٧٣٠' }, 'identifikasjonsnummerSiffer'],
  [{ utenlandskpersonidentifikasjon: '1458-4555' }, 'utenlandskFormat'],
  [{ utenlandskpersonidentifikasjon: 'AFG-' }, 'utenlandskFormat'],
  [{ utenlandskpersonidentifikasjon: 'AFG1458' }, 'utenlandskFormat'],
  [{ legitimasjonsdokument: 'IR-1' }, 'legitimasjonsdokumentFormat'],
  [{ foedselsdato: '31.02.1990' }, 'foedselsdatoUgyldig'],
  [{ foedselsdato: 'februar' }, 'foedselsdatoUgyldig'],
  [{ navn: 'Kopp' }, 'navnToOrd'],
  [{ navn: 'Kopp -' }, 'navnToOrd'],
  [{ postnummer: '155' }, 'postnummerFormat'],
  [{ postnummer: '0155 OSLO' }, 'postnummerFormat'],
  [{ adressenavn: 'St' }, 'adressenavnForKort'],
  [{ husnummer: 'B12' }, 'husnummerFormat'],
  [{ husnummer: '12BC' }, 'husnummerFormat'],
  [{ husnummer: '12345' }, 'husnummerFormat'],
];

test.each(FEILAKTIGE)('%j is told as %s', (kriterier, feil) => {
  expect(feilI(kriterier)).toEqual([feil]);
  expect(validateKriterier(normalize(kriterier))[0]?.felt).toBe(Object.keys(kriterier)[0]);
});

test('every fault in the list can occur', () => {
  expect(new Set(FEILAKTIGE.map(([, feil]) => feil))).toEqual(new Set(KRITERIEFEIL));
});

test('temporary names, hyphens and apostrophes are names', () => {
  for (const navn of ['VASSEN*PIKE KOPP', "O'Neil Å", 'Smidig-Rask Kopp'])
    expect(feilI({ navn })).toEqual([]);
});

test('a number with wrong check digits has no fault: the register is the authority', () => {
  expect(feilI({ identifikasjonsnummer: '03851598731' })).toEqual([]);
});

test('nothing given has no fault', () => {
  expect(validateKriterier({})).toEqual([]);
  expect(validateKriterier({ navn: '', husnummer: '' })).toEqual([]);
});

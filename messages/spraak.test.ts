/**
 * Holds the languages to each other: the same keys, the same values in the texts, and no text left in bokmål. A text that
 * is rightly the same stands in a list here, or is of words that the languages share.
 */
import { expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { messages } from '#messages/messages.ts';
import { nn } from '#messages/nn.ts';
import { listTekster } from '#messages/test-tekster.ts';
import { UOVERSATT } from '#messages/uoversatt.ts';

const nb = listTekster(messages);
/** What is to be in the language: everything but the screens that are said to be in bokmål. */
const listOversatte = (alle: object) =>
  listTekster(Object.fromEntries(Object.entries(alle).filter(([skjerm]) => !(skjerm in UOVERSATT))));
const SPRAAK = [
  { spraak: 'nn', tekster: listTekster(nn) },
  { spraak: 'en', tekster: listTekster(en) },
] as const;

/** The values that a text takes, plurals included, in alphabetical order. */
const listVerdier = (tekst: string) => [...tekst.matchAll(/\{(\w+)(?=[,}])/g)].map(([, navn]) => navn).sort();
const avSti = (tekster: readonly { sti: string; tekst: string }[]) =>
  new Map(tekster.map(({ sti, tekst }) => [sti, tekst]));

test.each(SPRAAK)('$spraak has the keys of bokmål, no more and no fewer', ({ tekster }) => {
  expect(tekster.map(({ sti }) => sti).sort()).toEqual(nb.map(({ sti }) => sti).sort());
});

test.each(SPRAAK)('$spraak takes the same values in each text', ({ tekster }) => {
  const egne = avSti(tekster);
  for (const { sti, tekst } of nb) expect(listVerdier(egne.get(sti) ?? ''), sti).toEqual(listVerdier(tekst));
});

test('a screen that is left in bokmål has a reason', () => {
  expect(Object.entries(UOVERSATT).filter(([, grunn]) => String(grunn).trim().length < 10)).toEqual([]);
});

/** Words that nynorsk writes otherwise, so that a text with one of them has been left behind. */
const BOKMAAL = new RegExp(
  `(?<!\\p{L})(${[
    'ikke|hva|hvem|hvor|hvorfor|hvordan|hvilken|hvis|hver|fra|en|et|noe|noen|være|gjør|gjøre|ble|vises|skjules',
    'opplysninger|opplysningene|opplysningen|navn|navnet|tidligere|flere|bare|uten|kilde|kilden|gjelder|gjeldende',
    'mangler|rettighetspakke|rettighetspakken|hjemmel|vergemål|verge|utenlandsk|opphold|bosted|annet|siden|bruker',
    'brukeren|endret|nyeste|disse|selv|egen|deres|sier|finnes|kommer|søke|velg|jeg|dem|hentet|logget|midlertidig',
  ].join('|')})(?!\\p{L})`,
  'iu',
);

test('nn: no text is left in bokmål', () => {
  for (const { sti, tekst } of listOversatte(nn))
    expect(tekst.replace(/\{\w+/g, ''), sti).not.toMatch(BOKMAAL);
});

/** Texts that English has as they are: names, and words that the two share. */
const LIKT_PAA_ENGELSK: ReadonlySet<string> = new Set([
  'Folkeregisterportalen',
  'Maskinporten',
  'Administrator',
  'Status',
  'Type',
  'Person',
  'Region',
  'C/o',
  'Permanent',
  'CSV',
  'Excel (XLSX)',
  'NDJSON',
  'Parquet',
  'Batch',
  'Manifest',
  'SHA-256:',
  'for {formaal}',
  '{kb} kB',
  '{mb} MB',
]);

test('en: no text is left in Norwegian, but for names and the terms in parentheses', () => {
  const egne = avSti(listTekster(en));
  for (const { sti, tekst } of listOversatte(messages)) {
    const harOrd = /\p{L}/u.test(tekst.replace(/\{\w+\}/g, ''));
    if (harOrd && !LIKT_PAA_ENGELSK.has(tekst)) expect(egne.get(sti), sti).not.toBe(tekst);
  }
  for (const { sti, tekst } of listOversatte(en)) {
    const utenTermer = tekst.replace(/\([^()]*\)/g, '');
    // The offices are named after places.
    if (sti.startsWith('kodeverk.embete.')) continue;
    expect(utenTermer, sti).not.toMatch(/[æøå]/i);
    expect(utenTermer, sti).not.toMatch(/(?<!\p{L})(og|ikke|eller|med|som|til|er)(?!\p{L})/iu);
  }
});

/** The text of a person: the conventions of product.md section 9, and everything of the view in it. */
import { expect, test } from 'vitest';
import { parsePerson } from './parse-person.ts';
import { EGENSKAPER } from './person-model.ts';
import { showPersonView } from './show-person-view.ts';
import { showDag, showDato, showTidspunkt, showVerdi } from './show-verdi.ts';
import { maskPerson } from './skjerming.ts';
import { createDokument, listBlader } from './test-dokument.ts';
import { toPersonView } from './to-person-view.ts';

/** The last name of the key as its text, so that the tests hold structure and not wording. */
const noekkelSomTekst = (...sti: readonly string[]): string | null => sti.at(-1) ?? null;
const alle: ReadonlySet<string> = new Set(EGENSKAPER);

function show(dokument: unknown): string {
  const view = toPersonView(maskPerson(parsePerson(dokument), 'fortrolig'), {
    spurtEtter: alle,
    iPakken: alle,
    historikk: () => 'ikkeSpurtEtter',
    forespurtNummer: null,
    naa: new Date('2026-11-21T12:00:00Z'),
  });
  return showPersonView(view, noekkelSomTekst);
}

test.each([
  ['2014-06-05', '5. juni 2014'],
  ['2014-02-30', '2014-02-30'],
  ['2000-1-1', '2000-1-1'],
  ['', ''],
])('the date %s is shown as %s', (dato, vist) => {
  expect(showDato(dato)).toBe(vist);
});

test('a moment is shown in Norwegian time, and the day of a period too', () => {
  expect(showTidspunkt('2022-08-08T22:00:00.123456789Z')).toBe('9. august 2022 kl. 00.00');
  expect(showDag('2022-08-08T22:00:00Z')).toBe('9. august 2022');
  expect(showTidspunkt('i fjor')).toBe('i fjor');
});

test('numbers are grouped, codes are told apart as known or unknown, and names stand with their number', () => {
  const vis = (verdi: Parameters<typeof showVerdi>[0]) => showVerdi(verdi, noekkelSomTekst);
  expect(vis({ slag: 'heltall', tall: 10000 })).toBe('10\u00a0000');
  expect(vis({ slag: 'personidentifikator', nummer: '01890097401' })).toBe('018900 97401');
  expect(vis({ slag: 'kode', kodeverk: 'kjoenn', kode: 'kvinne', kjent: true })).toBe('kvinne');
  expect(vis({ slag: 'kode', kodeverk: 'kjoenn', kode: 'annet', kjent: false })).toBe('annet (ukjentKode)');
  expect(vis({ slag: 'navngitt', kodeverk: 'kommune', kode: '0301', navn: 'Oslo' })).toBe('Oslo (0301)');
  expect(vis({ slag: 'navngitt', kodeverk: 'land', kode: 'QQQ', navn: null })).toBe('QQQ (ukjentKode)');
});

test('every text of random documents is in the output', () => {
  for (let froe = 1; froe <= 50; froe += 1) {
    const dokument = createDokument(froe, { utenGradering: true });
    const tekster = listBlader(dokument).flatMap(({ verdi }) =>
      /^(Tekst|Ukjent|nyKode)/.test(String(verdi)) ? [String(verdi)] : [],
    );
    const vist = show(dokument);
    expect(tekster.length).toBeGreaterThan(20);
    expect(
      tekster.filter((tekst) => !vist.includes(tekst)),
      `seed ${froe}`,
    ).toEqual([]);
  }
});

test('control and direction marks never reach the terminal, and a value cannot start a line of its own', () => {
  const vist = show({ navn: [{ fornavn: 'A\u001b[31m\u202eB\n== falsk ==\r', erGjeldende: true }] });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
  expect(/[\u0000-\u0009\u000b-\u001f\u202e]/.test(vist)).toBe(false);
  expect(vist).not.toMatch(/^== falsk/m);
});

test('a section without anything says its state on one line', () => {
  expect(show({})).toContain('\nbibehold: ikkeRegistrert\n');
});

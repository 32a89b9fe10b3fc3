/** Holds when a key is ours and when it is the user's own. */
import { expect, test } from 'vitest';
import { readTastetrykk, type Tastetrykk } from '#components/shell/hurtigtast/hurtigtast.ts';

const trykk = (key: string, endring: Partial<Tastetrykk> = {}): Tastetrykk => ({
  key,
  medModifikator: false,
  gjentatt: false,
  opptatt: false,
  tid: 10_000,
  ...endring,
});

test('each key has its meaning, and others have none', () => {
  expect(readTastetrykk(trykk('/'), null)).toEqual({ slag: 'hurtigtast', hurtigtast: 'soek' });
  expect(readTastetrykk(trykk('?'), null)).toEqual({ slag: 'hurtigtast', hurtigtast: 'hjelp' });
  expect(readTastetrykk(trykk('k'), null)).toEqual({ slag: 'hurtigtast', hurtigtast: 'kopierNummer' });
  expect(readTastetrykk(trykk('1'), null)).toEqual({ slag: 'fane', plass: 0 });
  expect(readTastetrykk(trykk('9'), null)).toEqual({ slag: 'fane', plass: 8 });
  for (const key of ['0', '10', 'a', 'K', 'Enter', 'Tab', 'toString', '__proto__', ' '])
    expect(readTastetrykk(trykk(key), null), key).toEqual({ slag: 'ingen' });
});

test('never with a modifier, never held down, and never while something is typed', () => {
  for (const key of ['/', '?', 'g', 'h', 'k', '2']) {
    for (const endring of [{ medModifikator: true }, { gjentatt: true }, { opptatt: true }])
      expect(readTastetrykk(trykk(key, endring), null), `${key} ${JSON.stringify(endring)}`).toEqual({
        slag: 'ingen',
      });
  }
  expect(readTastetrykk(trykk('s', { medModifikator: true }), 9_000)).toEqual({ slag: 'ingen' });
});

test('g waits three seconds for the letter of a page, and the letter is then no key of its own', () => {
  expect(readTastetrykk(trykk('g'), null)).toEqual({ slag: 'venter', siden: 10_000 });
  expect(readTastetrykk(trykk('h'), 7_000)).toEqual({ slag: 'side', tast: 'h' });
  expect(readTastetrykk(trykk('1'), 7_000)).toEqual({ slag: 'side', tast: '1' });
  expect(readTastetrykk(trykk('h'), 6_999)).toEqual({ slag: 'hurtigtast', hurtigtast: 'hentPaaNytt' });
});

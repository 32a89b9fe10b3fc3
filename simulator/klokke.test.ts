/** The clock stands, runs, runs fast, and never goes back. */
import { expect, test } from 'vitest';
import { createKlokke, parseKlokkevalg } from './klokke.ts';

const JUNI = Date.parse('2026-06-01T12:00:00Z');

function createVegg(start: number) {
  const vegg = { tid: start };
  return { vegg, naa: () => vegg.tid };
}

test('a real clock follows the machine, a frozen one stands, a fast one gains', () => {
  const { vegg, naa } = createVegg(JUNI);
  const ekte = createKlokke({ fart: 1, fra: 'vegg' }, naa);
  const frosset = createKlokke({ fart: 0, fra: JUNI - 5000 }, naa);
  const rask = createKlokke({ fart: 60, fra: undefined }, naa);
  vegg.tid += 1000;
  expect([ekte.naa(), frosset.naa(), rask.naa()]).toEqual([JUNI + 1000, JUNI - 5000, JUNI + 60_000]);
});

test('it never goes back: not when the machine does, not when it is set, not when it becomes real again', () => {
  const { vegg, naa } = createVegg(JUNI);
  const klokke = createKlokke({ fart: 60, fra: undefined }, naa);
  vegg.tid += 1000;
  const foran = klokke.naa();
  vegg.tid -= 900;
  expect(klokke.naa()).toBe(foran);
  expect(() => klokke.set({ fart: 0, fra: foran - 1 })).toThrow('tilbake');
  expect(klokke.getFart()).toBe(60);
  klokke.set({ fart: 1, fra: 'vegg' });
  expect(klokke.naa()).toBe(foran);
  vegg.tid += 500;
  expect(klokke.naa()).toBe(foran + 500);
});

test('a clock that is behind catches up with the machine when it becomes real', () => {
  const { naa } = createVegg(JUNI);
  const klokke = createKlokke({ fart: 0, fra: JUNI - 86_400_000 }, naa);
  klokke.set({ fart: 1, fra: 'vegg' });
  expect(klokke.naa()).toBe(JUNI);
});

test.each([
  ['ekte', { fart: 1, fra: 'vegg' }],
  ['frosset', { fart: 0, fra: undefined }],
  ['frosset:2026-06-01T12:00:00Z', { fart: 0, fra: JUNI }],
  ['frosset:2026-06-01', { fart: 0, fra: Date.parse('2026-06-01') }],
  ['x60', { fart: 60, fra: undefined }],
  ['x0', undefined],
  ['x99999', undefined],
  ['frosset:i går', undefined],
  ['frosset:2026-13-01', undefined],
  ['', undefined],
])('«%s» is read as %j', (tekst, valg) => {
  expect(parseKlokkevalg(tekst)).toEqual(valg);
});

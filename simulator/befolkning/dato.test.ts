/** Day numbers, their text, and Norway's offset around the change of clocks. */
import { expect, test } from 'vitest';
import {
  formatDato,
  formatMidnatt,
  formatMidnattUtc,
  formatOeyeblikk,
  parseDag,
  toKalenderdag,
  toNorskDag,
} from './dato.ts';

test('every day of two centuries is written as the calendar has it', () => {
  for (let dag = parseDag('1880-01-01'); dag < parseDag('2080-01-01'); dag += 17) {
    expect(formatDato(dag)).toBe(new Date(dag * 86_400_000).toISOString().slice(0, 10));
  }
  expect(toKalenderdag(parseDag('2000-02-29'))).toEqual({ aar: 2000, maaned: 2, dag: 29 });
});

test('midnight has the offset that Norway had that night', () => {
  expect(formatMidnatt(parseDag('2024-03-31'))).toBe('2024-03-31T00:00:00+01:00');
  expect(formatMidnatt(parseDag('2024-04-01'))).toBe('2024-04-01T00:00:00+02:00');
  expect(formatMidnatt(parseDag('2024-10-27'))).toBe('2024-10-27T00:00:00+02:00');
  expect(formatMidnatt(parseDag('1975-07-01'))).toBe('1975-07-01T00:00:00+01:00');
  expect(formatMidnattUtc(parseDag('2024-07-01'))).toBe('2024-06-30T22:00:00Z');
});

test('a date that is not written yyyy-MM-dd is refused', () => {
  expect(() => parseDag('01.02.2024')).toThrow(RangeError);
});

test('a moment has Norway’s offset and is still the same moment, and its day is the Norwegian one', () => {
  for (let ms = Date.parse('2026-01-01T22:30:00.007Z'); ms < Date.parse('2027-01-10'); ms += 7_777_777) {
    expect(Date.parse(formatOeyeblikk(ms))).toBe(ms);
    expect(formatDato(toNorskDag(ms))).toBe(formatOeyeblikk(ms).slice(0, 10));
  }
  expect(formatOeyeblikk(Date.parse('2026-07-01T22:30:00.007Z'))).toBe('2026-07-02T00:30:00.007+02:00');
});

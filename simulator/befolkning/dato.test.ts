/** Day numbers, their text, and Norway's offset around the change of clocks. */
import { expect, test } from 'vitest';
import {
  formatDato,
  formatMidnatt,
  formatMidnattUtc,
  formatOeyeblikk,
  formatTidspunkt,
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

test('a text is the same the second time, and days outside the remembered span are written too', () => {
  for (const dag of [
    parseDag('1859-12-31'),
    parseDag('1860-01-01'),
    parseDag('2059-12-31'),
    parseDag('2060-07-01'),
  ]) {
    const iso = new Date(dag * 86_400_000).toISOString().slice(0, 10);
    for (let gang = 0; gang < 2; gang += 1) {
      expect(formatDato(dag)).toBe(iso);
      expect(formatMidnatt(dag)).toMatch(new RegExp(`^${iso}T00:00:00\\+0[12]:00$`));
      expect(Date.parse(formatMidnattUtc(dag))).toBe(Date.parse(formatMidnatt(dag)));
    }
  }
});

test('a moment is within working hours of its day, and has six decimals', () => {
  expect(formatTidspunkt(parseDag('2024-02-29'), 0)).toBe('2024-02-29T06:00:00.100000Z');
  expect(formatTidspunkt(parseDag('2024-02-29'), 0xffff_ffff)).toBe('2024-02-29T13:15:15.248575Z');
});

/** Every way a date is written, and every way it can be wrong. */
import { expect, test } from 'vitest';
import { parseFoedselsdato } from './foedselsdato.ts';

const NAA = new Date('2026-11-21T12:00:00Z');

test.each([
  '01.02.1990',
  '1.2.1990',
  '01.02.90',
  '1.2.90',
  '01/02/1990',
  '01-02-1990',
  '1 2 1990',
  '010290',
  '01021990',
  '1990-02-01',
  '1990-2-1',
  '19900201',
])('%s is 1 February 1990', (tekst) => {
  expect(parseFoedselsdato(tekst, NAA)).toBe('19900201');
});

test.each([
  ['010226', '20260201'],
  ['211126', '20261121'],
  ['221126', '19261122'],
  ['311226', '19261231'],
  ['010200', '20000201'],
  ['290200', '20000229'],
  ['010227', '19270201'],
])('the two-digit year of %s is the latest that is not in the future: %s', (tekst, ventet) => {
  expect(parseFoedselsdato(tekst, NAA)).toBe(ventet);
});

test('today is the day it is in Norway', () => {
  expect(parseFoedselsdato('221126', new Date('2026-11-21T23:30:00Z'))).toBe('20261122');
  expect(parseFoedselsdato('221126', new Date('2026-11-21T22:30:00Z'))).toBe('19261122');
});

test.each([
  ...[
    '31.02.1990',
    '30.02.2000',
    '29.02.1990',
    '29.02.1900',
    '290225',
    '00.01.1990',
    '01.00.1990',
    '01.13.1990',
  ],
  ...['32.01.1990', '310490', '19901301', '19900230', '1990-02-30', '1990-13-01', '01.01.1799', '01.01.2100'],
  ...[
    '',
    '1990',
    '0290',
    '1.2.199',
    '01.02.19900',
    'i dag',
    '01.02',
    '0102 90',
    '1990.02.01',
    '٠١٠٢٩٠',
    '01.02.1990x',
  ],
])('%j is no date', (tekst) => {
  expect(parseFoedselsdato(tekst, NAA)).toBeNull();
});

test('29 February exists in leap years only', () => {
  expect(parseFoedselsdato('29.02.2000', NAA)).toBe('20000229');
  expect(parseFoedselsdato('29.02.2024', NAA)).toBe('20240229');
});

test('eight digits never mean two days: each day since 1800 is read back from both orders', () => {
  let dager = 0;
  for (let dag = Date.UTC(1800, 0, 1); dag < Date.UTC(2100, 0, 1); dag += 86_400_000) {
    const iso = new Date(dag).toISOString().slice(0, 10);
    const [aar, maaned, dato] = iso.split('-');
    const ventet = iso.replaceAll('-', '');
    expect(parseFoedselsdato(`${aar}${maaned}${dato}`, NAA)).toBe(ventet);
    expect(parseFoedselsdato(`${dato}${maaned}${aar}`, NAA)).toBe(ventet);
    dager += 1;
  }
  expect(dager).toBe(109_573);
});

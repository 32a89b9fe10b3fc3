/** Times follow the clock: what is fresh stays fresh, what is stale stays stale, and nothing changes in between. */
import { expect, test } from 'vitest';
import { hash } from '../befolkning/tilfeldig.ts';
import { formatTid, getTider, isFersk } from './tidspunkt.ts';

const DOEGN = 86_400_000;
const FOERSTE_DAG = Date.UTC(2026, 0, 1);
const EGNE = Array.from({ length: 200 }, (_, i) => hash(1, i));
const DAGER = Array.from({ length: 60 }, (_, i) => FOERSTE_DAG + i * 37 * DOEGN);

test('on every day that the clock can show, fresh is within 90 days and stale over 18 months', () => {
  for (const naa of DAGER)
    for (const h of EGNE) {
      const fersk = getTider('fersk', h, naa);
      expect(fersk.bekreftet).toBeGreaterThan(naa - 90 * DOEGN);
      expect(fersk.bekreftet).toBeLessThanOrEqual(naa);
      expect(fersk.oppdatert).toBeLessThan(fersk.bekreftet ?? 0);
      const ubekreftet = getTider('ubekreftet', h, naa);
      const utloept = getTider('utloept', h, naa);
      expect(utloept.oppdatert).toBeLessThanOrEqual(utloept.bekreftet ?? 0);
      expect([fersk, ubekreftet, utloept].map((tider) => isFersk(tider, naa))).toEqual([true, true, false]);
    }
});

test('a confirmation stands until the next one, 90 days later', () => {
  const h = hash(1, 7);
  const foerst = getTider('fersk', h, FOERSTE_DAG).bekreftet ?? 0;
  const neste = foerst + 90 * DOEGN;
  expect(getTider('fersk', h, neste - 1)).toEqual(getTider('fersk', h, FOERSTE_DAG));
  expect(getTider('fersk', h, neste).bekreftet).toBe(neste);
});

test('18 months are counted from the latest of changed and confirmed', () => {
  const naa = Date.parse('2026-11-21T12:00:00Z');
  const grense = Date.parse('2025-05-21T12:00:00Z');
  expect(isFersk({ oppdatert: grense, bekreftet: undefined }, naa)).toBe(false);
  expect(isFersk({ oppdatert: grense + 1, bekreftet: undefined }, naa)).toBe(true);
  expect(isFersk({ oppdatert: 0, bekreftet: grense + 1 }, naa)).toBe(true);
});

test('a moment is Norwegian time with the hour of its offset, in summer and winter, unless another form is chosen', () => {
  const sommer = Date.parse('2023-06-10T19:00:01Z');
  expect(formatTid(sommer, '+02')).toBe('2023-06-10T21:00:01+02');
  expect(formatTid(sommer, '+02:00')).toBe('2023-06-10T21:00:01.000+02:00');
  expect(formatTid(sommer, 'Z')).toBe('2023-06-10T19:00:01.000Z');
  expect(formatTid(Date.parse('2020-11-12T09:41:10Z'), '+02')).toBe('2020-11-12T10:41:10+01');
});

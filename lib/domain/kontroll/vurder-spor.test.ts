/** The rules together: every snooper of a made-up office, how much else, and the same answer each time (D-01, D-09). */
import { expect, test } from 'vitest';
import type { Spor } from './spor.ts';
import { createArbeid, createSpor, createTilfeldig, DOEGN, etter, TEST_VALG } from './test-kontor.ts';
import { SNOKER, toGrunnlag } from './test-snoker.ts';
import { type Kandidat, listRegler, vurderSpor } from './vurder-spor.ts';

const REGLER = listRegler(new Set());
const FOERSTE_NYE = etter(-60);

/** The last day is new, what came before is known. */
function vurder(alle: readonly Spor[]): Kandidat[] {
  const nye = alle.filter(({ tidspunkt }) => tidspunkt >= FOERSTE_NYE);
  return vurderSpor(toGrunnlag(nye, alle), REGLER, TEST_VALG);
}

function shuffle<T>(ting: readonly T[], froe: number): T[] {
  const tilfeldig = createTilfeldig(froe);
  return ting
    .map((en) => ({ en, rang: tilfeldig() }))
    .toSorted((a, b) => a.rang - b.rang)
    .map(({ en }) => en);
}

/** Users of ordinary work have this name; all others are snoopers, but for those who only help a rule to its count. */
const isArlig = ({ bruker }: Spor): boolean => bruker.startsWith('ansatt-');
const HJELPERE = /^(leder|avvist|arbeideren|nysgjerrig-|kollega-)/;

test('D-01, D-03, D-08: all snoopers are found among a month of honest work, and few of the honest are', () => {
  // Somebody who only lacks a case is not enough for a case by herself: she is the weak signal that adds to others.
  const { utenSak: _svak, ...sterke } = SNOKER;
  const snoker = Object.values(sterke).flatMap((snok) => snok());
  const kandidater = vurder([...createArbeid(7, 60, 30), ...snoker]);
  const brukere = new Set(kandidater.map(({ spor }) => spor.bruker));
  const skalFinnes = new Set(snoker.map(({ bruker }) => bruker).filter((bruker) => !HJELPERE.test(bruker)));
  const funnet = [...skalFinnes].filter((bruker) => brukere.has(bruker));
  const riktige = kandidater.filter(({ spor }) => !isArlig(spor)).length;
  const presisjon = riktige / kandidater.length;

  expect(funnet).toEqual([...skalFinnes]);
  expect(kandidater.some(({ spor }) => spor.bruker.startsWith('nysgjerrig'))).toBe(true);
  expect({ presisjon: presisjon >= 0.9, kandidater: kandidater.length < 60 }).toEqual({
    presisjon: true,
    kandidater: true,
  });
});

test('D-09: the order in which the log is read changes nothing, and neither does reading it twice', () => {
  const alle = [...createArbeid(11, 30, 12), ...Object.values(SNOKER).flatMap((snok) => snok())];
  const foerste = JSON.stringify(vurder(alle));
  for (let froe = 1; froe <= 20; froe += 1) expect(JSON.stringify(vurder(shuffle(alle, froe)))).toBe(foerste);
  expect(JSON.parse(foerste).length).toBeGreaterThan(10);
});

test('weak signals add up to a case, and one alone is none', () => {
  const svak = createSpor({ saksreferanse: 'test' });
  expect(vurder([svak])).toEqual([]);
  const [sak] = vurder([createSpor({ saksreferanse: 'test', tidspunkt: etter(15 * 60) })]);
  expect(sak?.treff.map(({ regel }) => regel)).toEqual(['utenSak', 'utenforArbeidstid']);
  expect(sak?.poeng).toBe(1.1);
});

test('D-02: a colleague who works on the same case with the same person explains half, and never an avdekking', () => {
  const igjen = SNOKER.gjentattInnsyn();
  const kollega = createSpor({
    bruker: 'kollega',
    subjekter: ['b5'],
    saksreferanse: '2026/7',
    tidspunkt: etter(-10 * DOEGN),
  });
  expect(vurder(igjen)).toHaveLength(1);
  expect(vurder([...igjen, kollega])).toEqual([]);
  // Another case of the colleague's explains nothing.
  expect(vurder([...igjen, { ...kollega, saksreferanse: '2026/8' }])).toHaveLength(1);
  const avdekking = createSpor({
    handling: 'AVDEKKING',
    subjekter: ['b5'],
    saksreferanse: '2026/7',
    bruker: 'kari',
  });
  expect(vurder([avdekking, kollega])).toMatchObject([{ poeng: 1, haster: true }]);
});

test('several calls of one act are one case, shown by the first that was found', () => {
  const [en, to] = [etter(15 * 60), etter(15 * 60 + 1)];
  const felles = { handlingId: createSpor().handlingId, saksreferanse: '-', handling: 'SOEK' };
  const saker = vurder([createSpor({ ...felles, tidspunkt: to }), createSpor({ ...felles, tidspunkt: en })]);
  expect(saker).toHaveLength(1);
  expect(saker[0]?.spor.tidspunkt).toBe(en);
});

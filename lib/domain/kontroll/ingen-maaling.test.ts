/**
 * P-11, D-03: kontroll measures nobody's work. The rule about one's own days holds her against herself alone, tells only of
 * a day that is large by itself, and once; cases cannot be asked for by employee.
 */
import { expect, test } from 'vitest';
import { flereEnnEllers, listMedMange } from './regler/flere-enn-ellers.ts';
import { SakslisteRequest } from './sak-request.ts';
import type { Dag, Spor } from './spor.ts';
import { createSpor, createTilfeldig, etter, TEST_VALG } from './test-kontor.ts';
import { SNOKER, toGrunnlag } from './test-snoker.ts';

const { minstPersoner: MINST } = TEST_VALG.grenser;

const createDag = (bruker: string, antall: number): Spor[] =>
  Array.from({ length: antall }, (_, n) =>
    createSpor({ bruker, subjekter: [`${bruker}-${n}`], tidspunkt: etter(n) }),
  );
const createTidligere = (bruker: string, personer: readonly number[]): Dag[] =>
  personer.map((antall, n) => ({
    bruker,
    dag: new Date(Date.UTC(2026, 8, 15 - n)).toISOString().slice(0, 10),
    personer: antall,
  }));
const find = (spor: readonly Spor[], dager: readonly Dag[]) =>
  flereEnnEllers.find({ nye: spor, alle: spor, dager, innlogginger: [] }, TEST_VALG);

test('D-03: found once on a day above all of hers, and only then, whatever her days have been like', () => {
  const tilfeldig = createTilfeldig(4);
  const velg = (maks: number) => Math.floor(tilfeldig() * maks);
  for (let runde = 0; runde < 300; runde += 1) {
    const tidligere = Array.from({ length: velg(60) }, () => 1 + velg(60));
    const idag = 1 + velg(80);
    const hoeyst = Math.max(0, ...tidligere);
    const ventet = tidligere.length >= 20 && idag >= MINST && idag > hoeyst;
    const grense = Math.max(MINST, hoeyst + 1);
    expect(
      find(createDag('hun', idag), createTidligere('hun', tidligere)).map(({ verdier }) => verdier),
    ).toEqual(ventet ? [{ personer: grense, dager: tidligere.length, hoeyst }] : []);
  }
});

test('P-11: what others have seen, today and before, changes nothing for her', () => {
  const tilfeldig = createTilfeldig(9);
  const hennes = createDag('hun', MINST + 3);
  const dager = createTidligere('hun', Array(25).fill(7));
  const alene = find(hennes, dager);
  expect(alene).toHaveLength(1);
  for (let runde = 0; runde < 20; runde += 1) {
    const andre = ['a', 'b', 'c', 'd', 'e'];
    const antall = () => 1 + Math.floor(tilfeldig() * 90);
    const deres = andre.flatMap((bruker) => createDag(bruker, antall()));
    const deresDager = andre.flatMap((bruker) => createTidligere(bruker, Array(25).fill(antall())));
    const funn = find([...deres, ...hennes], [...deresDager, ...dager]);
    expect(funn.filter(({ spor }) => spor.bruker === 'hun')).toEqual(alene);
  }
});

test('P-11: the earlier days are asked for of nobody with an ordinary day', () => {
  const spor = [...createDag('rolig', MINST - 1), ...createDag('mange', MINST)];
  expect(listMedMange({ nye: spor, alle: spor }, MINST)).toEqual(['mange']);
  // The same person over and over is one person; and a list of many is no oppslag of each.
  const samme = createDag('samme', MINST).map((ett) => ({ ...ett, subjekter: ['x'] }));
  const liste = createDag('liste', MINST).map((ett) => ({ ...ett, handling: 'BULK' }));
  expect(listMedMange({ nye: [...samme, ...liste], alle: [...samme, ...liste] }, MINST)).toEqual([]);
});

test('P-11: a hit has what the rule weighed and no other count of her work', () => {
  const snok = SNOKER.flereEnnEllers();
  const funn = flereEnnEllers.find(toGrunnlag(snok, snok), TEST_VALG);
  expect(funn.map(({ verdier }) => Object.keys(verdier))).toEqual([['personer', 'dager', 'hoeyst']]);
});

test('P-11: cases cannot be asked for by employee', () => {
  const spoersmaal = { vis: 'aapne', kilde: null, regel: null, etter: null };
  expect(SakslisteRequest.safeParse(spoersmaal).success).toBe(true);
  for (const felt of ['bruker', 'brukerId', 'sorter'])
    expect(SakslisteRequest.safeParse({ ...spoersmaal, [felt]: 'kari' }).success).toBe(false);
});

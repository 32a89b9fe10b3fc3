/** The number of calls at once: grows while it goes well, halves once for each bad round, never below one. */
import { expect, test } from 'vitest';
import { createSamtidighet } from './samtidighet.ts';

function create(start = 4, mest = 16) {
  let tid = 0;
  const samtidighet = createSamtidighet({ start, mest }, () => tid);
  const run = (utfall: 'ok' | 'overlast' | 'annet', ms: number, antall = 1) => {
    const slutt = Array.from({ length: antall }, () => samtidighet.start());
    tid += ms;
    for (const end of slutt) end(utfall);
  };

  return { samtidighet, run };
}

test('as long as nothing has shown strain a round that goes well doubles it, up to the most', () => {
  const { samtidighet, run } = create();
  run('ok', 100, 4);
  expect(samtidighet.getGrense()).toBe(8);
  run('ok', 199, 8);
  expect(samtidighet.getGrense()).toBe(16);
  run('ok', 100, 16);
  expect(samtidighet.getGrense()).toBe(16);
});

test.each([
  { tegn: 'a call that takes longer', utfall: 'ok', ms: 201, etter: 4 },
  { tegn: '429', utfall: 'overlast', ms: 100, etter: 2 },
] as const)('after $tegn a round that goes well gives room for one more', ({ utfall, ms, etter }) => {
  const { samtidighet, run } = create(3);
  run('ok', 100);
  run(utfall, ms);
  expect(samtidighet.getGrense()).toBe(etter);
  run('ok', 100, etter);
  expect(samtidighet.getGrense()).toBe(etter + 1);
  for (let runde = 0; runde < 40; runde++) run('ok', 100, samtidighet.getGrense());
  expect(samtidighet.getGrense()).toBe(16);
});

test('429 halves it, once for all the calls that were under way', () => {
  const { samtidighet, run } = create(16);
  run('overlast', 100, 16);
  expect(samtidighet.getGrense()).toBe(8);
  for (let runde = 0; runde < 10; runde++) run('overlast', 100, samtidighet.getGrense());
  expect(samtidighet.getGrense()).toBe(1);
  expect(samtidighet.hasPlass()).toBe(true);
});

test('calls that take many times the best of late lower it too', () => {
  const { samtidighet, run } = create(8);
  run('ok', 100, 8);
  const foer = samtidighet.getGrense();
  run('ok', 900, foer);
  expect(samtidighet.getGrense()).toBeLessThan(foer);
});

test('a register that has become slower for good is not starved', () => {
  const { samtidighet, run } = create(8);
  run('ok', 100);
  for (let runde = 0; runde < 200; runde++) run('ok', 900, samtidighet.getGrense());
  expect(samtidighet.getGrense()).toBeGreaterThan(8);
});

test('a call that says nothing of the load changes nothing', () => {
  const { samtidighet, run } = create(4);
  run('annet', 100, 4);
  expect([samtidighet.getGrense(), samtidighet.count()]).toEqual([4, 0]);
});

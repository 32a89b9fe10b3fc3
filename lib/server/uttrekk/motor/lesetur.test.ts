/** Turns: never more than there are, in the order they were asked for, and none is lost. */
import { expect, test } from 'vitest';
import { createLeseturer } from './lesetur.ts';

test('no more have a turn than there are turns, and the next in line gets the one that ends', async () => {
  const create = createLeseturer(2);
  const turer = Array.from({ length: 5 }, () => create());
  const har: number[] = [];
  const tatt = turer.map((tur, nr) => tur.take().then(() => har.push(nr)));
  await Promise.all(tatt.slice(0, 2));
  expect(har).toEqual([0, 1]);
  turer[1]?.end();
  await tatt[2];
  expect(har).toEqual([0, 1, 2]);
  turer[0]?.end();
  turer[2]?.end();
  await Promise.all(tatt);
  expect(har).toEqual([0, 1, 2, 3, 4]);
});

test('one chunk takes its turn once however often it asks, and ending it twice gives nobody two', async () => {
  const create = createLeseturer(1);
  const foerste = create();
  await foerste.take();
  await foerste.take();
  foerste.end();
  foerste.end();
  const andre = create();
  await andre.take();
  const tredje = create();
  let fikk = false;
  const tatt = tredje.take().then(() => {
    fikk = true;
  });
  await Promise.resolve();
  expect(fikk).toBe(false);
  andre.end();
  await tatt;
});

test('a turn that was given up before it came is passed on', async () => {
  const create = createLeseturer(1);
  const [foerste, gittOpp, tredje] = [create(), create(), create()];
  await foerste.take();
  void gittOpp.take();
  const tatt = tredje.take();
  gittOpp.end();
  foerste.end();
  await tatt;
});

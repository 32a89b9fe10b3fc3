/** A set of persons keeps exactly the persons it was given, in batches of the right size. */
import { expect, test } from 'vitest';
import { createPersonmengde, type Personmengde } from './personmengde.ts';

const listAlle = (mengde: Personmengde) =>
  Array.from({ length: mengde.antallBatcher }, (_, nr) => mengde.listBatch(nr));

test('batches are full, in order, and the last one holds the rest', () => {
  const mengde = createPersonmengde([70, 3, 31, 32, 63, 64, 3], 71, 3);
  expect(mengde.antall).toBe(6);
  expect(listAlle(mengde)).toEqual([
    [3, 31, 32],
    [63, 64, 70],
  ]);
  expect(mengde.listBatch(2)).toEqual([]);
  expect(listAlle(createPersonmengde([0, 1, 2, 3], 4, 3))).toEqual([[0, 1, 2], [3]]);
});

test('an empty set has no batch', () => {
  const mengde = createPersonmengde([], 1_000, 10);
  expect([mengde.antall, mengde.antallBatcher, mengde.listBatch(0)]).toEqual([0, 0, []]);
});

test('any set comes back whole, whatever the size of the batch', () => {
  for (const [del, batch] of [
    [1, 1_000],
    [2, 7],
    [3, 32],
    [97, 1],
  ] as const) {
    const personer = Array.from({ length: 3_001 }, (_, i) => i).filter((i) => (i * 7919) % 97 < 97 / del);
    const batcher = listAlle(createPersonmengde(personer.toReversed(), 3_001, batch));
    expect(batcher.flat()).toEqual(personer);
    expect(batcher.slice(0, -1).every(({ length }) => length === batch)).toBe(true);
  }
});

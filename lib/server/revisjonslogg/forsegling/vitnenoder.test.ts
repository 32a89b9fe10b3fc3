/** What is read from the nodes is what the leaves amount to, however the tree grew, and whatever a crash left behind. */
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { growTre, hashBlad, listBevisomraader, TOMT_TRE, toRot } from './merkletre.ts';
import { growNoder, openNoder } from './vitnenoder.ts';

let mappe: string;
beforeEach(() => {
  mappe = mkdtempSync(path.join(tmpdir(), 'portal-noder-'));
});
afterEach(() => rmSync(mappe, { recursive: true }));

const ANTALL = 70_000;
const alle = Buffer.concat(Array.from({ length: ANTALL }, (_, n) => hashBlad(String(n))));
const toRotOf = (fra: number, til: number) => toRot(growTre(TOMT_TRE, alle.subarray(fra * 32, til * 32)));

async function grow(steps: readonly number[]): Promise<void> {
  let fra = 0;
  for (const til of steps) {
    appendFileSync(path.join(mappe, 'blader'), alle.subarray(fra * 32, til * 32));
    await growNoder(mappe, fra, til);
    fra = til;
  }
}

async function expectRoots(stoerrelse: number): Promise<void> {
  const noder = await openNoder(mappe);
  const indekser = [0, 256, stoerrelse - 1];
  for (const indeks of indekser)
    for (const omraade of listBevisomraader(indeks, stoerrelse))
      expect(await noder?.findRot(omraade)).toEqual(toRotOf(omraade.fra, omraade.til));
  await noder?.close();
}

test('in steps of any size', async () => {
  await grow([1, 255, 256, 300, 512, 1_023, 65_535, 65_536, ANTALL]);
  await expectRoots(ANTALL);
  await expectRoots(700);
});

test('over leaves that a witness from before had alone, and after nodes were lost or cut off', async () => {
  writeFileSync(path.join(mappe, 'blader'), alle.subarray(0, 3_000 * 32));
  expect(await openNoder(mappe)).toBeNull();
  await growNoder(mappe, 2_990, 3_000);
  await expectRoots(3_000);
  truncateSync(path.join(mappe, 'noder-1'), 5 * 32 + 5);
  await growNoder(mappe, 3_000, 3_000);
  await expectRoots(3_000);
});

test('over leaves that took the place of others', async () => {
  writeFileSync(path.join(mappe, 'blader'), Buffer.alloc(1_024 * 32));
  await growNoder(mappe, 0, 1_024);
  writeFileSync(path.join(mappe, 'blader'), alle.subarray(0, 2_000 * 32));
  await growNoder(mappe, 0, 2_000);
  await expectRoots(2_000);
});

test('where the witness lacks some, it says so', async () => {
  await grow([1_000]);
  const noder = await openNoder(mappe);
  expect(await noder?.findRot({ fra: 512, til: 1_024 })).toBeNull();
  await noder?.close();
});

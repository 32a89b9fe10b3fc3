/** Files of ours that are damaged, and a rate that all workers share. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bestillPaaNytt, countMerknader, waitFor, waitForTilstand, wish } from './test-motor.ts';
import { createProeve, type Proeve } from './test-proeve.ts';

let p: Proeve;
beforeAll(async () => {
  p = await createProeve();
});
afterAll(() => p?.close());
afterEach(() => p.clean());

/** An uttrekk on pause with some of its chunks done and no engine running. */
async function createHalvferdig(): Promise<string> {
  await p.simulator.setFeil({ feil: 'forsinkelse-ms', verdi: 50, tjeneste: 'bulkoppslag' });
  p.start({ samtidige: { start: 1, mest: 1 } });
  const id = await p.create();
  const countFerdige = async () =>
    (
      await p.owner.query(
        `select count(*)::int as n from uttrekk.del where uttrekk_id = $1 and tilstand = 'ferdig'`,
        [id],
      )
    ).rows[0].n;
  await waitFor(countFerdige, (antall) => antall >= 2);
  await wish(p.owner, id, 'pause');
  await p.stopAlle();
  return id;
}

function flipByte(id: string, mappe: 'batch' | 'del'): void {
  const folder = path.join(p.filMappe, id, mappe);
  const fil = path.join(folder, readdirSync(folder).sort()[0] ?? '');
  const bytes = readFileSync(fil);
  bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60);
  writeFileSync(fil, bytes);
}

test.each(['del', 'batch'] as const)(
  '40: a damaged %s file stops it before anything of it is used, and sent on it is fetched again',
  async (mappe) => {
    const id = await createHalvferdig();
    flipByte(id, mappe);
    await p.simulator.setFeil();
    p.start();
    await wish(p.owner, id, 'kjoer');
    expect(await waitForTilstand(p.owner, id, 'feilet')).toMatchObject({ feil: 'filOedelagt' });
    await bestillPaaNytt(p.owner, id);
    await waitForTilstand(p.owner, id, 'klar');
    expect(await p.read(id)).toBe(p.uforstyrret);
    expect(await countMerknader(p.owner, id)).toMatchObject({ stoppet: 1 });
  },
);

test('R-06: two workers together make no more calls in a minute than they may, and wait for the next', async () => {
  await p.owner.query('delete from uttrekk.kallkvote');
  p.start({ kallPerMinutt: 8 });
  p.start({ kallPerMinutt: 8 });
  await p.create();
  await p.create();
  const getKvote = async () =>
    (
      await p.owner.query(
        'select max(brukt)::int as mest, count(*)::int as minutter, sum(brukt)::int as sum from uttrekk.kallkvote',
      )
    ).rows[0];
  await waitFor(getKvote, ({ mest }) => mest === 8);
  // The engines go on looking for work; what they would do has no room.
  await waitFor(
    async () =>
      (
        await p.owner.query(
          "select count(*)::int as n from uttrekk.uttrekk where neste > now() + interval '100 ms'",
        )
      ).rows[0].n,
    (venter) => venter > 0,
  );
  // 46: who looks up one person has a share that no uttrekk takes, and does not wait for theirs.
  await p.withDeps(async ({ freg }) => {
    const personidentifikator = /\d{11}/.exec(p.uforstyrret)?.[0] ?? '';
    const svar = await freg.getPerson({ pakke: 'offentlig-med-hjemmel', personidentifikator, deler: [] });
    expect(svar).toMatchObject({ kind: 'funnet', forsoek: 1 });
  });
  await p.stopAlle();
  const { mest, minutter, sum } = await getKvote();
  const { 'GET personer/{personidentifikator} 200': hennes, ...deres } = await p.simulator.countKall();
  const kall = Object.values(deres).reduce((alle, antall) => alle + antall, 0);
  expect(hennes).toBe(1);
  expect(mest).toBe(8);
  expect(sum).toBeLessThanOrEqual(8 * minutter);
  expect(kall).toBeLessThanOrEqual(sum);
});

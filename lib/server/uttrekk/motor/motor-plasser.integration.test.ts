/** the register takes ten jobs at a time, and nobody loses her place in the queue. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { countMerknader, createBestilling, createUttrekk, waitFor, waitForTilstand } from './test-motor.ts';
import { createProeve, type Proeve } from './test-proeve.ts';

let p: Proeve;
beforeAll(async () => {
  p = await createProeve();
});
afterAll(() => p?.close());
afterEach(() => p.clean());
const BESTILLING = 'POST uttrekk/tilpasset 200';
test('3: 429 on the order keeps its place, is told once, and it is ordered once', async () => {
  const id = await p.run([{ feil: 'uttrekk-fullt', antall: 1 }]);
  // The register says fifteen seconds. They pass at once, when it is seen that they are waited for.
  await waitFor(
    async () =>
      (
        await p.owner.query(
          "select from uttrekk.jobb where uttrekk_id = $1 and neste > now() + interval '10 seconds'",
          [id],
        )
      ).rowCount,
    (venter) => venter === 1,
  );
  await p.owner.query('update uttrekk.jobb set neste = now() where uttrekk_id = $1', [id]);
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.simulator.countKall()).toMatchObject({ [BESTILLING]: 1, 'POST uttrekk/tilpasset 429': 1 });
  expect(await countMerknader(p.owner, id)).toMatchObject({ registeretFullt: 1 });
});

test('several kommuner are several jobs in one uttrekk, and nobody is there twice', async () => {
  await p.simulator.setFeil();
  p.start();
  const kommuner = [
    '0301',
    '4601',
    '1103',
    '5001',
    '3107',
    '3201',
    '3301',
    '4204',
    '1108',
    '5501',
    '3401',
    '3403',
  ];
  const id = await createUttrekk(p.owner, createBestilling(kommuner));
  await waitForTilstand(p.owner, id, 'klar');
  expect((await p.simulator.countKall())[BESTILLING]).toBe(kommuner.length);
  const linjer = (await p.read(id)).trimEnd().split('\n');
  const alle = new Set(p.uforstyrret.trimEnd().split('\n'));
  expect(linjer.length).toBeGreaterThan(0);
  expect(linjer.every((linje) => alle.has(linje))).toBe(true);
  expect(new Set(linjer).size).toBe(linjer.length);
});

test('R-07: twenty-five uttrekk never hold more than ten places, and the register never has to say so', async () => {
  // Of few persons each: what is counted is who holds a place, not what is fetched in it.
  const oslo = createBestilling(['0301']);
  const ider = await Promise.all(Array.from({ length: 25 }, () => createUttrekk(p.owner, oslo)));
  const poll = { foersteMs: 100, minstMs: 100, mestMs: 200 };
  let mest = 0;
  const look = async (): Promise<{ opptatt: number; besoekt: number; klare: number }> => {
    const { rows } = await p.owner.query(
      `select (select count(*)::int from uttrekk.jobb where uttrekk_id = any($1) and tilstand in ('sendes', 'bestilt')) as opptatt,
         count(*) filter (where leie_nr > 1)::int as besoekt, count(*) filter (where tilstand = 'klar')::int as klare
       from uttrekk.uttrekk where id = any($1)`,
      [ider],
    );
    mest = Math.max(mest, rows[0].opptatt);
    return rows[0];
  };
  // Nothing is ready at first, so that nobody lets go of a place while the others come for one, and come again.
  await p.simulator.setFeil({ feil: 'batch-ikke-klar' });
  p.start({ poll });
  p.start({ poll });
  await waitFor(look, ({ opptatt, besoekt }) => opptatt === 10 && besoekt === 25);
  await p.simulator.setFeil();
  await waitFor(look, ({ klare }) => klare === 25, 55_000);
  expect(mest).toBe(10);
  const kall = await p.simulator.countKall();
  expect(kall[BESTILLING]).toBe(25);
  expect(kall['POST uttrekk/tilpasset 429']).toBeUndefined();
});

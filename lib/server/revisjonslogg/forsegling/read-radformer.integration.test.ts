/** Whom each row concerns, when many rows are read at once: its own persons, all of them, in order, and nobody else's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { RADFORM_SQL } from './radform.ts';
import { readRadformer } from './read-radformer.ts';
import { createTestLogg, TEST_PLAN, type TestLogg } from './test-logg.ts';

let server: TestServer;
let t: TestLogg;

beforeAll(async () => {
  server = await createTestServer();
  t = await createTestLogg(server);
});
afterAll(async () => {
  await t.stop();
  await server.stop();
});

const listNumre = (antall: number) =>
  Array.from({ length: antall }, (_, n) => String(21_800_000_000 + n * 7));

test('rows with none, one and many persons each have their own', async () => {
  for (const antall of [0, 1, 40, 3]) await t.logg.intend({ ...TEST_PLAN, subjekter: listNumre(antall) });
  const rader = await readRadformer(
    t.db.forsegler,
    `select ${RADFORM_SQL} from revisjonslogg.rad r where r.id < $1 order by r.id desc`,
    [100],
  );
  expect(rader.map((rad) => rad.at(-1))).toEqual(
    [3, 40, 1, 0].map((antall) =>
      listNumre(antall)
        .map((nummer) => t.logg.toSubjektRef(nummer).toString('hex'))
        .sort(),
    ),
  );
});

test('no row is no question', async () => {
  const text = `select ${RADFORM_SQL} from revisjonslogg.rad r where r.id < $1`;
  expect(await readRadformer(t.db.forsegler, text, [0])).toEqual([]);
});

/** A comparison from two finished runs to its counts in the database, and what becomes of it when a run is deleted. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { createFilnoekkel, wrapNoekkel } from './container.ts';
import { toMappesti } from './mappe.ts';
import { runSammenligninger } from './run-sammenligninger.ts';
import { BESTILLING, FIL_KEY, finish, writeDeler } from './test-uttrekk.ts';

let db: TestDatabase;
let filMappe: string;
let eierId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  filMappe = await mkdtemp(path.join(tmpdir(), 'sammenligning-'));
  const { rows } = await db.owner.query(
    "insert into portal.bruker (iss, sub, brukernavn, navn, grupper) values ('i', 's', 's', 's', '{}') returning id",
  );
  eierId = String(rows[0]?.id);
});
afterAll(async () => {
  await db.stop();
  await rm(filMappe, { recursive: true, force: true });
});

/** A finished run with these persons, by number and name. */
async function createKlart(personer: readonly (readonly [number, string])[]): Promise<string> {
  const uttrekkId = randomUUID();
  const noekkel = createFilnoekkel();
  await db.owner.query(
    `insert into uttrekk.uttrekk (id, eier_id, bestilling, avtrykk, deler, handling_id, klientnoekkel, tilstand, delnoekkel)
     values ($1, $2, $3, 'x', '{navn}', $4, $5, 'klar', $6)`,
    [uttrekkId, eierId, BESTILLING, randomUUID(), randomUUID(), wrapNoekkel(FIL_KEY, uttrekkId, noekkel)],
  );
  const mappe = { uttrekkId, sti: toMappesti(filMappe, uttrekkId), noekkel };
  const poster = personer.map(([nr, fornavn]) => ({
    id: `018190${String(nr).padStart(5, '0')}`,
    dokument: { navn: [{ erGjeldende: true, fornavn }] },
  }));
  const { adresser } = await writeDeler(mappe, BESTILLING, [poster]);
  await finish(mappe, BESTILLING, adresser);

  return uttrekkId;
}

async function compare(fra: string, til: string): Promise<Record<string, unknown>> {
  const { rows } = await db.owner.query(
    'insert into uttrekk.sammenligning (fra_id, til_id) values ($1, $2) returning id',
    [fra, til],
  );
  await runSammenligninger({ pool: db.worker, filKey: FIL_KEY, filMappe }, new AbortController().signal);
  const svar = await db.owner.query(
    'select tilstand, nye::int as nye, borte::int as borte, endret::int as endret from uttrekk.sammenligning where id = $1',
    [rows[0]?.id],
  );
  return svar.rows[0];
}

it('tells how many are new, gone and changed', async () => {
  const foer = await createKlart([
    [1, 'A'],
    [2, 'B'],
    [3, 'C'],
    [4, 'D'],
  ]);
  const etter = await createKlart([
    [5, 'E'],
    [4, 'D'],
    [3, 'Cc'],
    [2, 'B'],
    [6, 'F'],
  ]);
  expect(await compare(foer, etter)).toEqual({ tilstand: 'klar', nye: 2, borte: 1, endret: 1 });
  expect(await compare(foer, foer)).toEqual({ tilstand: 'klar', nye: 0, borte: 0, endret: 0 });
});

it('has failed when one of the runs is deleted', async () => {
  const [foer, etter] = [await createKlart([[1, 'A']]), await createKlart([[1, 'A']])];
  await db.owner.query('update uttrekk.uttrekk set delnoekkel = null where id = $1', [foer]);
  expect(await compare(foer, etter)).toEqual({ tilstand: 'feilet', nye: null, borte: null, endret: null });
});

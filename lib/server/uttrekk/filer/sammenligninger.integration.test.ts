/** A comparison from two finished runs to its counts in the database, and what becomes of it when a run is deleted. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { verifyFil } from '#lib/server/uttrekk/manifest/verify-fil.ts';
import { inheritedEnv } from '../../../../scripts/portal-env.ts';
import { createFilnoekkel, unwrapNoekkel, wrapNoekkel } from './container.ts';
import { toFilplass, toGrunnlagsplass, toMappesti } from './mappe.ts';
import { readForseglet } from './read-forseglet.ts';
import { runSammenligninger } from './run-sammenligninger.ts';
import { BESTILLING, FIL_KEY, finish, MANIFESTNOEKKEL, writeDeler } from './test-uttrekk.ts';

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

/** The time that a try is waited for has passed. */
const wake = () => db.owner.query('update uttrekk.sammenligning set tidligst = now()');
const run = () =>
  runSammenligninger(
    { pool: db.worker, filKey: FIL_KEY, filMappe, manifestnoekkel: MANIFESTNOEKKEL },
    new AbortController().signal,
  );

async function compare(
  fra: string,
  til: string,
  runAll: () => Promise<void> = run,
): Promise<Record<string, unknown>> {
  const { rows } = await db.owner.query(
    'insert into uttrekk.sammenligning (fra_id, til_id) values ($1, $2) returning id',
    [fra, til],
  );
  await runAll();
  const svar = await db.owner.query(
    'select tilstand, nye::int as nye, borte::int as borte, endret::int as endret from uttrekk.sammenligning where id = $1',
    [rows[0]?.id],
  );
  return svar.rows[0];
}

/** What the file of changes says, in order, as its manifest has it; null where it has no row. */
async function readEndringer(fra: string, til: string): Promise<string[] | null> {
  const { rows } = await db.owner.query(
    'select id, noekkel, manifest, rader::int as rader from uttrekk.fil where fra_id = $1 and uttrekk_id = $2',
    [fra, til],
  );
  if (rows.length === 0) return null;
  const [{ id, noekkel, manifest, rader }] = rows;
  const { sti, bound } = toFilplass({ uttrekkId: til, sti: toMappesti(filMappe, til) }, id);
  const read = () => readForseglet(sti, unwrapNoekkel(FIL_KEY, id, noekkel), bound);
  expect(await verifyFil(read(), manifest, MANIFESTNOEKKEL.kontroll)).toMatchObject({
    utfall: 'stemmer',
    manifest: { uttrekk: til, endringerSiden: fra, fil: { rader } },
  });
  let tekst = '';
  for await (const bit of read()) tekst += bit;
  const linjer = tekst.split('\r\n').slice(1, -1).sort();
  expect(linjer).toHaveLength(rader);
  return linjer;
}

/** The names of the files of changes and others that lie with a run. */
const listFiler = (uttrekkId: string): string[] =>
  readdirSync(path.join(toMappesti(filMappe, uttrekkId), 'fil')).sort();

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
  expect(await readEndringer(foer, etter)).toEqual([
    'borte;01819000001',
    'endret;01819000003',
    'ny;01819000005',
    'ny;01819000006',
  ]);
  expect(await compare(foer, foer)).toEqual({ tilstand: 'klar', nye: 0, borte: 0, endret: 0 });
  expect(await readEndringer(foer, foer)).toBeNull();
});

it('two workers at once leave one file', async () => {
  const [foer, etter] = [await createKlart([[1, 'A']]), await createKlart([[2, 'B']])];
  const foerFiler = listFiler(etter).length;
  const ferdigeFiler = () => listFiler(etter).filter((navn) => !navn.endsWith('.tmp'));
  // Both have read the runs and wait for this row when they are to save what they found.
  const laas = await db.owner.connect();
  try {
    await laas.query('begin');
    await laas.query('select from uttrekk.uttrekk where id = $1 for no key update', [foer]);
    const svar = compare(foer, etter, async () => {
      const en = run();
      await expect.poll(ferdigeFiler, { timeout: 30_000 }).toHaveLength(foerFiler + 1);
      await wake();
      const to = run();
      await expect.poll(ferdigeFiler, { timeout: 30_000 }).toHaveLength(foerFiler + 2);
      await laas.query('commit');
      await Promise.all([en, to]);
    });
    expect(await svar).toMatchObject({ tilstand: 'klar' });
  } finally {
    laas.release();
  }
  expect(await readEndringer(foer, etter)).toEqual(['borte;01819000001', 'ny;01819000002']);
  expect(listFiler(etter)).toHaveLength(foerFiler + 1);
});

it('a run that is deleted while it is compared leaves no file', async () => {
  const [foer, etter] = [await createKlart([[1, 'A']]), await createKlart([[2, 'B']])];
  const foerFiler = listFiler(etter);
  // The comparison has read both and waits for this row when it is to be saved.
  const sletter = await db.owner.connect();
  try {
    await sletter.query('begin');
    await sletter.query('update uttrekk.uttrekk set delnoekkel = null where id = $1', [foer]);
    const svar = compare(foer, etter);
    await expect
      .poll(() => listFiler(etter).filter((navn) => !navn.endsWith('.tmp')), { timeout: 30_000 })
      .toHaveLength(foerFiler.length + 1);
    await sletter.query('commit');
    expect(await svar).toEqual({ tilstand: 'feilet', nye: null, borte: null, endret: null });
  } finally {
    sletter.release();
  }
  expect(await readEndringer(foer, etter)).toBeNull();
  expect(listFiler(etter)).toEqual(foerFiler);
});

it('has failed when one of the runs is deleted', async () => {
  const [foer, etter] = [await createKlart([[1, 'A']]), await createKlart([[1, 'A']])];
  await db.owner.query('update uttrekk.uttrekk set delnoekkel = null where id = $1', [foer]);
  expect(await compare(foer, etter)).toEqual({ tilstand: 'feilet', nye: null, borte: null, endret: null });
});

/** What a worker says whose files may not grow: a full disk, as the operating system gives it. */
async function runUtenPlass(): Promise<string> {
  const fixture = path.join(import.meta.dirname, 'sammenlikner.fixture.ts');
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', 'ulimit -f 0 && exec "$@"', 'sh', process.execPath, fixture, db.toUrl('worker'), filMappe],
    { env: { ...inheritedEnv(), NODE_OPTIONS: '--conditions=react-server', NODE_COMPILE_CACHE: '' } },
  );

  // Among the lines of its log.
  return stdout.split('\n').find((linje) => /^\w+$/.test(linje)) ?? stdout;
}

it('F-15: waits where there is no room, and is done when there is', async () => {
  const [foer, etter] = [await createKlart([[1, 'A']]), await createKlart([[2, 'B']])];
  const foerFiler = listFiler(etter);
  const utenPlass = async () => expect(await runUtenPlass()).toBe('DISK_FULL');
  expect(await compare(foer, etter, utenPlass)).toMatchObject({ tilstand: 'venter' });
  expect(listFiler(etter)).toEqual(foerFiler);
  await wake();
  await run();
  expect(await readEndringer(foer, etter)).toEqual(['borte;01819000001', 'ny;01819000002']);
});

const getTilstand = async (fra: string, til: string): Promise<Record<string, unknown>> =>
  (
    await db.owner.query(
      'select tilstand, forsoek, tidligst > now() as venter from uttrekk.sammenligning where fra_id = $1 and til_id = $2',
      [fra, til],
    )
  ).rows[0];
/** A run whose files cannot be read, for a reason that is not its own: nobody knows whether it lasts. */
async function createUleselig(): Promise<string> {
  const uttrekkId = await createKlart([[1, 'A']]);
  const noekkel = Buffer.alloc(0);
  const { sti } = toGrunnlagsplass({ uttrekkId, sti: toMappesti(filMappe, uttrekkId), noekkel });
  await rm(sti);
  await mkdir(sti);

  return uttrekkId;
}

it('one that fails does not hold those behind it, waits longer each time, and is given up in the end', async () => {
  const [uleselig, foer, etter] = [
    await createUleselig(),
    await createKlart([[1, 'A']]),
    await createKlart([[2, 'B']]),
  ];
  const feiler = async () => expect(run()).rejects.toThrow('EISDIR');
  expect(await compare(uleselig, foer, feiler)).toMatchObject({ tilstand: 'venter' });
  expect(await compare(foer, etter)).toMatchObject({ tilstand: 'klar' });
  await wake();
  await db.owner.query('insert into uttrekk.sammenligning (fra_id, til_id) values ($1, $2)', [etter, foer]);
  await feiler();
  expect(await getTilstand(etter, foer)).toMatchObject({ tilstand: 'klar' });
  expect(await getTilstand(uleselig, foer)).toEqual({ tilstand: 'venter', forsoek: 2, venter: true });
  for (let forsoek = 3; forsoek <= 6; forsoek += 1) {
    await wake();
    await feiler();
  }
  await wake();
  await run();
  expect(await getTilstand(uleselig, foer)).toMatchObject({ tilstand: 'feilet' });
});

it('one without room does not hold those behind it, and is never given up for that', async () => {
  const [foer, etter] = [await createKlart([[1, 'A']]), await createKlart([[2, 'B']])];
  const utenPlass = async () => expect(await runUtenPlass()).toBe('DISK_FULL');
  expect(await compare(foer, etter, utenPlass)).toMatchObject({ tilstand: 'venter' });
  await wake();
  // Of a run that is deleted there is nothing to write.
  const slettet = await createKlart([[1, 'A']]);
  await db.owner.query('update uttrekk.uttrekk set delnoekkel = null where id = $1', [slettet]);
  expect(await compare(slettet, etter, utenPlass)).toMatchObject({ tilstand: 'feilet' });
  expect(await getTilstand(foer, etter)).toEqual({ tilstand: 'venter', forsoek: 0, venter: true });
});

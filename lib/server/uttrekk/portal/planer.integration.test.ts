/** Templates and plans: whose they are, and what the duty orders when, by which rights, and after which approval. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { createBestilling } from '#lib/domain/uttrekk/test-bestilling.ts';
import type { Uttrekksliste, Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import type { Maler } from '#lib/domain/uttrekk/uttrekksmal.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { decideUttrekk } from './decide-uttrekk.ts';
import type { Uttrekksdeps } from './deps.ts';
import { listUttrekk } from './list-uttrekk.ts';
import { createMal, listMaler, removeMal, removePlan, savePlan } from './maler.ts';
import { readUttrekk } from './read-uttrekk.ts';
import { runPlaner } from './run-planer.ts';
import { codeOf, createBruker, createTestdeps, read, toKall } from './test-portal.ts';

let db: TestDatabase;
let deps: Uttrekksdeps;
let worker: Uttrekksdeps;
let leder: Session;

beforeAll(async () => {
  db = await createTestDatabase();
  [deps, worker] = [createTestdeps(db), createTestdeps(db, 'worker')];
  leder = await createBruker(db, 'leder', 'leder');
});
afterAll(() => db.stop());

const toDato = (dager: number) => toNorskDag(new Date(Date.now() + dager * 86_400_000));

/** A template of the user's with a plan that was due an hour ago. */
async function createForfalt(session: Session, navn = 'Hver dag'): Promise<string> {
  const laget = await read<Maler>(
    createMal(deps, toKall(session, { bestilling: createBestilling({ navn }) })),
  );
  const malId = laget.maler.find(({ bestilling }) => bestilling.navn === navn)?.malId ?? '';
  const plan = { intervall: 'dag' as const, starter: toDato(0), slutter: toDato(30) };
  await savePlan(deps, toKall(session, plan, { malId }));
  await makeForfalt(malId);

  return malId;
}

const makeForfalt = (malId: string) =>
  db.owner.query(`update uttrekk.plan set neste = now() - interval '1 hour' where mal_id = $1`, [malId]);
const egne = async (session: Session) =>
  (await read<Uttrekksliste>(listUttrekk(deps, toKall(session, undefined)))).egne;

/** The leder approves what waits, and a worker brings it to its end. */
async function approveAndEnd(session: Session): Promise<void> {
  for (const { uttrekkId, tilstand } of await egne(session)) {
    if (tilstand !== 'venterPaaGodkjenning') continue;
    const params = { uttrekkId };
    const { avtrykk } = await read<{ avtrykk: string }>(readUttrekk(deps, toKall(leder, undefined, params)));
    const begrunnelse = 'Dette trengs til planlegging hver dag';
    await decideUttrekk(deps, toKall(leder, { avtrykk, utfall: 'godkjent', begrunnelse }, params));
  }
  await db.owner.query(
    `update uttrekk.uttrekk set tilstand = 'klar', ferdig = now() where eier_id = $1 and tilstand = 'iKoe'`,
    [session.brukerId],
  );
}

test('a plan needs one approval, and then orders by itself; a changed template needs another', async () => {
  const eier = await createBruker(db, 'planlegger', 'analytiker');
  const malId = await createForfalt(eier);
  await runPlaner(worker);
  expect(await egne(eier)).toMatchObject([{ tilstand: 'venterPaaGodkjenning', navn: 'Hver dag' }]);
  await approveAndEnd(eier);
  await makeForfalt(malId);
  await runPlaner(worker);
  expect((await egne(eier)).map(({ tilstand }) => tilstand)).toEqual(['iKoe', 'klar']);
  await approveAndEnd(eier);
  await db.owner.query(
    `update uttrekk.mal set bestilling = jsonb_set(bestilling, '{formater}', '["parquet"]') where id = $1`,
    [malId],
  );
  await makeForfalt(malId);
  await runPlaner(worker);
  expect((await egne(eier)).map(({ tilstand }) => tilstand)).toEqual([
    'venterPaaGodkjenning',
    'klar',
    'klar',
  ]);
});

test('run again at once, by many workers, it orders once', async () => {
  const eier = await createBruker(db, 'mange', 'analytiker');
  await createForfalt(eier);
  await Promise.all(Array.from({ length: 4 }, () => runPlaner(worker)));
  await runPlaner(worker);
  expect(await egne(eier)).toHaveLength(1);
  const linjer = await db.owner.query(
    'select m.kode from uttrekk.merknad m join uttrekk.uttrekk u on u.id = m.uttrekk_id where u.eier_id = $1 order by m.nr',
    [eier.brukerId],
  );
  expect(linjer.rows.map(({ kode }) => kode)).toEqual(['opprettet', 'sendtTilGodkjenning']);
  const { rows } = await db.owner.query(
    'select neste > now() as senere from uttrekk.plan p join uttrekk.mal m on m.id = p.mal_id where m.eier_id = $1',
    [eier.brukerId],
  );
  expect(rows).toEqual([{ senere: true }]);
});

test('a run that still waits is not overtaken by the next', async () => {
  const eier = await createBruker(db, 'venter', 'analytiker');
  const malId = await createForfalt(eier);
  await runPlaner(worker);
  await makeForfalt(malId);
  await runPlaner(worker);
  const [venter, ...flere] = await egne(eier);
  expect(flere).toEqual([]);
  const kall = toKall(eier, undefined, { uttrekkId: venter?.uttrekkId ?? '' });
  const { merknader } = await read<Uttrekksside>(readUttrekk(deps, kall));
  expect(merknader.map(({ kode }) => kode)).toEqual(['opprettet', 'sendtTilGodkjenning', 'hoppetOver']);
});

test('S-04: a plan orders nothing for somebody who may no longer order', async () => {
  const eier = await createBruker(db, 'sluttet', 'analytiker');
  await createForfalt(eier);
  await db.owner.query('update portal.bruker set sperret = now() where id = $1', [eier.brukerId]);
  await runPlaner(worker);
  const { rows } = await db.owner.query('select tilstand from uttrekk.uttrekk where eier_id = $1', [
    eier.brukerId,
  ]);
  expect(rows).toEqual([]);
});

test('a plan that has reached its end is gone, and one of the others does not stop it', async () => {
  const eier = await createBruker(db, 'ferdig', 'analytiker');
  const malId = await createForfalt(eier);
  await db.owner.query(
    `update uttrekk.plan set slutter = (neste - interval '1 day')::date where mal_id = $1`,
    [malId],
  );
  await runPlaner(worker);
  expect(await egne(eier)).toEqual([]);
  expect((await read<Maler>(listMaler(deps, toKall(eier, undefined)))).maler).toMatchObject([
    { malId, plan: null },
  ]);
});

test('templates and plans are their owner’s alone', async () => {
  const [eier, annen] = [
    await createBruker(db, 'a', 'analytiker'),
    await createBruker(db, 'b', 'analytiker'),
  ];
  const malId = await createForfalt(eier);
  const plan = { intervall: 'uke' as const, starter: toDato(1), slutter: toDato(9) };
  expect((await read<Maler>(listMaler(deps, toKall(annen, undefined)))).maler).toEqual([]);
  for (const fremmed of [malId, 'x']) {
    const params = { malId: fremmed };
    expect(await codeOf(removeMal(deps, toKall(annen, undefined, params)))).toBe('IKKE_FUNNET');
    expect(await codeOf(savePlan(deps, toKall(annen, plan, params)))).toBe('IKKE_FUNNET');
    expect(await codeOf(removePlan(deps, toKall(annen, undefined, params)))).toBe('IKKE_FUNNET');
  }
  await removePlan(deps, toKall(eier, undefined, { malId }));
  expect((await read<Maler>(listMaler(deps, toKall(eier, undefined)))).maler).toMatchObject([{ plan: null }]);
  await removeMal(deps, toKall(eier, undefined, { malId }));
  expect((await read<Maler>(listMaler(deps, toKall(eier, undefined)))).maler).toEqual([]);
});

test('a plan does not end before it begins, begin in the past, or outlive its year', async () => {
  const eier = await createBruker(db, 'c', 'analytiker');
  const malId = await createForfalt(eier);
  for (const [starter, slutter] of [
    [toDato(5), toDato(4)],
    [toDato(-3), toDato(4)],
    [toDato(1), toDato(400)],
  ] as const) {
    const kall = toKall(eier, { intervall: 'dag' as const, starter, slutter }, { malId });
    expect(await codeOf(savePlan(deps, kall))).toBe('UGYLDIG_INNHOLD');
  }
});

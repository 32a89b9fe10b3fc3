/** while the revisjonslogg is not sealed nothing new is ordered, approved or planned, and lookups go on. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Bestillingssvar, Forhaandskontroll } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import { createBestilling } from '#lib/domain/uttrekk/test-bestilling.ts';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { createTestLogg, type TestLogg } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { bestillUttrekk } from './bestill-uttrekk.ts';
import { createUttrekk } from './create-uttrekk.ts';
import { decideUttrekk } from './decide-uttrekk.ts';
import type { Uttrekksdeps } from './deps.ts';
import { orderUttrekk } from './order-uttrekk.ts';
import { runKontroll } from './run-kontroll.ts';
import { codeOf, createBruker, createTestdeps, read, toKall } from './test-portal.ts';
import { getUttrekk } from './uttrekk-rad.ts';

const MINUTT = 60_000;
let server: TestServer;
let t: TestLogg;
let deps: Uttrekksdeps;
let analytiker: Session;
let leder: Session;

beforeAll(async () => {
  server = await createTestServer();
  t = await createTestLogg(server);
  deps = createTestdeps(t.db);
  analytiker = await createBruker(t.db, 'analytiker', 'analytiker');
  leder = await createBruker(t.db, 'leder', 'leder');
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await t?.stop();
  await server?.stop();
});

/** As if so many minutes had passed since what is in the log came there. */
const wait = (minutter: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutter * MINUTT });
const create = () =>
  read<Uttrekksside>(
    createUttrekk(deps, toKall(analytiker, { klientnoekkel: randomUUID(), bestilling: createBestilling() })),
  );
const order = ({ uttrekkId, avtrykk }: Uttrekksside) =>
  read<Bestillingssvar>(
    bestillUttrekk(deps, toKall(analytiker, { avtrykk, begrunnelse: null }, { uttrekkId })),
  );
const approve = ({ uttrekkId, avtrykk }: Uttrekksside) => {
  const vedtak = { avtrykk, utfall: 'godkjent' as const, begrunnelse: 'Planlegging av skoleplasser' };

  return codeOf(decideUttrekk(deps, toKall(leder, vedtak, { uttrekkId })));
};
const STANSET = { kode: 'forseglingHenger', felt: '', verdi: null };

test('A-13: what was ordered at four hours goes, what is ordered after does not, until the log is sealed', async () => {
  await t.forsegler.sealOnce();
  await t.writeHandlinger(1);
  const [foer, etter] = [await create(), await create()];
  wait(239);
  expect(await order(foer)).toMatchObject({ utfall: 'bestilt', side: { tilstand: 'venterPaaGodkjenning' } });

  wait(2);
  const params = { uttrekkId: etter.uttrekkId };
  const kontroll = await read<Forhaandskontroll>(runKontroll(deps, toKall(analytiker, undefined, params)));
  expect(kontroll.konflikter).toEqual([STANSET]);
  expect(await order(etter)).toEqual({ utfall: 'avvist', konflikter: [STANSET], manglerBegrunnelse: false });
  expect(await approve(foer)).toBe('KONFLIKT');
  const { rows } = await t.db.owner.query(
    "select handling from revisjonslogg.rad where slag = 'DENIED' and utfall = 'forseglingHenger' order by id",
  );
  expect(rows.map(({ handling }) => handling)).toEqual(['UTTREKK', 'UTTREKK_GODKJENNING']);

  await t.forsegler.sealOnce();
  expect(await approve(foer)).toBe('let in');
  // Rows have the database's time: those of the approval are four hours old as well.
  await t.forsegler.sealOnce();
  expect(await order(etter)).toMatchObject({ utfall: 'bestilt' });
});

test('A-13: the worker that orders by a plan is stopped by the same, and by its own role', async () => {
  const { uttrekkId } = await create();
  const worker = createTestdeps(t.db, 'worker');
  const rad = await getUttrekk(worker.pool, analytiker, uttrekkId);
  wait(241);
  expect(await orderUttrekk(worker, rad, analytiker, null)).toMatchObject({
    kind: 'avvist',
    konflikter: [STANSET],
  });
});

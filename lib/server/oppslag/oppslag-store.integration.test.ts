/** What was shown is kept for the one who saw it, sealed, for half an hour, under the rights she saw it with. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { discloseAfter } from '#lib/server/revisjonslogg/disclosed.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { createOppslagStore, type OppslagStore } from './oppslag-store.ts';

const KEY = Buffer.alloc(32, 9).toString('base64');
const GJELDER = {
  handlingId: '0b0e5b1e-3f0c-4a8e-9f57-0c5c4f6a7d11',
  pakke: 'finans',
  formaal: 'kundekontroll',
  saksreferanse: '2026/123',
  tidspunkt: '2026-11-21T12:00:00.000Z',
} as const;
let db: TestDatabase;
let store: OppslagStore;

beforeAll(async () => {
  db = await createTestDatabase();
  store = createOppslagStore(db.portal, KEY);
});
afterAll(() => db.stop());

function session(overrides: Partial<Session['rettigheter']> = {}): Session {
  return {
    brukerId: randomUUID(),
    brukernavn: 'saksbehandler',
    navn: 'SMIDIG KOPP',
    enhet: null,
    rettigheter: {
      roller: ['saksbehandler'],
      pakker: ['finans'],
      skjermingsrett: 'ingen',
      skjermede: false,
      ...overrides,
    },
    kontekst: null,
    sessionRef: Buffer.alloc(16),
    tokenHash: Buffer.alloc(32),
    nyligBekreftet: true,
    utloeper: new Date(),
    utloeperSenest: new Date(),
    egenPerson: null,
    skjermingsliste: null,
  };
}

async function keep(owner: Session): Promise<string> {
  const id = randomUUID();
  store.save(id, GJELDER, owner, await discloseAfter({ adresse: 'Blåbærveien 1' }, async () => undefined));
  // Waits for what is under way.
  await store.find(id, owner);

  return id;
}

test('the owner reads exactly what she was shown', async () => {
  const owner = session();
  const kept = await store.find(await keep(owner), owner);
  expect(kept?.json).toBe('{"adresse":"Blåbærveien 1"}');
});

test('of many at once each owner reads her own, also of those that are kept together', async () => {
  const owners = Array.from({ length: 19 }, () => ({ owner: session(), id: randomUUID() }));
  for (const { owner, id } of owners)
    store.save(id, GJELDER, owner, await discloseAfter({ adresse: id }, async () => undefined));
  const kept = await Promise.all(owners.map(({ owner, id }) => store.find(id, owner)));
  expect(kept.map((one) => one?.json)).toEqual(owners.map(({ id }) => JSON.stringify({ adresse: id })));
});

test('one that cannot be kept takes no other with it', async () => {
  const owner = session();
  const first = await keep(owner);
  const others = [randomUUID(), first, randomUUID()];
  for (const id of others)
    store.save(id, GJELDER, owner, await discloseAfter({ adresse: `ny ${id}` }, async () => undefined));
  const kept = await Promise.all(others.map((id) => store.find(id, owner)));
  expect(kept.map((one) => one?.json)).toEqual([
    JSON.stringify({ adresse: `ny ${others[0]}` }),
    '{"adresse":"Blåbærveien 1"}',
    JSON.stringify({ adresse: `ny ${others[2]}` }),
  ]);
});

test('another user reads nothing', async () => {
  expect(await store.find(await keep(session()), session())).toBeNull();
});

test('a row moved to another user does not open', async () => {
  const [owner, thief] = [session(), session()];
  const id = await keep(owner);
  await db.owner.query('update portal.oppslag set bruker_id = $1 where id = $2', [thief.brukerId, id]);
  await expect(store.find(id, thief)).rejects.toThrow();
});

test('S-04: who has lost the package or the right to protected addresses reads nothing', async () => {
  const owner = session();
  const id = await keep(owner);
  const without = (rettigheter: Partial<Session['rettigheter']>) => ({
    ...owner,
    rettigheter: { ...owner.rettigheter, ...rettigheter },
  });
  expect(await store.find(id, without({ pakker: ['presse'] }))).toBeNull();
  expect(await store.find(id, without({ skjermingsrett: 'fortrolig' }))).toBeNull();
  expect(await store.find(id, owner)).not.toBeNull();
});

test('after half an hour it is neither readable nor there', async () => {
  const owner = session();
  const id = await keep(owner);
  await db.owner.query("update portal.oppslag set utloeper = now() - interval '1 second' where id = $1", [
    id,
  ]);
  expect(await store.find(id, owner)).toBeNull();
  await store.removeExpired();
  expect((await db.owner.query('select 1 from portal.oppslag where id = $1', [id])).rows).toHaveLength(0);
});

test('the owner finds her own again by receipt, the newest first, at once after the act', async () => {
  const owner = session();
  const first = await keep(owner);
  const second = randomUUID();
  const naa = { ...GJELDER, tidspunkt: '2026-11-21T12:05:00.000Z', saksreferanse: '' };
  store.save(second, naa, owner, await discloseAfter({ adresse: 'x' }, async () => undefined));
  const mine = await store.list(owner);
  expect(mine).toEqual([
    { oppslagId: second, ...naa, utloeper: expect.any(String) },
    { oppslagId: first, ...GJELDER, utloeper: expect.any(String) },
  ]);
});

test('nobody else finds them, and neither does the owner when they are over or the right is gone', async () => {
  const owner = session();
  const id = await keep(owner);
  expect(await store.list(session())).toEqual([]);
  const utenRett = { ...owner, rettigheter: { ...owner.rettigheter, pakker: ['presse' as const] } };
  expect(await store.list(utenRett)).toEqual([]);
  expect(await store.list(owner)).toHaveLength(1);
  await db.owner.query("update portal.oppslag set utloeper = now() - interval '1 second' where id = $1", [
    id,
  ]);
  expect(await store.list(owner)).toEqual([]);
});

test('P-05: the database holds no clear text, and the table writes no WAL', async () => {
  const id = await keep(session());
  const dump = await db.owner.query('select resultat from portal.oppslag where id = $1', [id]);
  expect(dump.rows[0].resultat.includes('Blåbærveien')).toBe(false);
  const kind = await db.owner.query(
    "select relpersistence from pg_class where oid = 'portal.oppslag'::regclass",
  );
  expect(kind.rows[0].relpersistence).toBe('u');
});

/** S-02, S-03, S-04: sessions against a real PostgreSQL. Ages are given to rows; nobody waits. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken, hashToken } from '#lib/server/crypto.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';

const TILGANG = {
  grupper: {
    saksbehandlere: {
      roller: ['saksbehandler' as const],
      pakker: ['finans' as const],
      skjermingsrett: 'ingen' as const,
      skjermede: false,
    },
  },
};
let db: TestDatabase;
let store: SessionStore;

beforeAll(async () => {
  db = await createTestDatabase();
  store = createSessionStore(db.portal, TILGANG);
});
afterAll(() => db.stop());

async function signIn(
  sub: string,
  bekreftet: Date | null = new Date(),
  forrige: string | null = null,
): Promise<string> {
  const id = await store.saveBruker({
    iss: 'https://id.example',
    sub,
    brukernavn: sub,
    navn: 'SMIDIG KOPP',
    enhet: null,
    grupper: ['saksbehandlere', 'ukjent gruppe'],
  });
  const token = createToken();
  await store.createSession(token, id, bekreftet, forrige === null ? null : hashToken(forrige));

  return token;
}

test('a living session says who and with which rights; an unknown group gives nothing', async () => {
  const session = await store.findSession(await signIn('a'));
  expect(session).toMatchObject({
    brukernavn: 'a',
    rettigheter: { roller: ['saksbehandler'], pakker: ['finans'] },
  });
});

test('a value that is no session gives none', async () => {
  expect(await store.findSession(createToken())).toBeNull();
  expect(await store.findSession('')).toBeNull();
});

test('S-02: the database does not hold the value of the cookie', async () => {
  const token = await signIn('b');
  const dump = await db.owner.query('select row_to_json(s)::text as rad from portal.session s');
  expect(dump.rows.length).toBeGreaterThan(0);
  expect(dump.rows.map(({ rad }) => rad).join()).not.toContain(token);
});

const AGES = [
  ['S-03: 29 minutes of silence is a living session', "sist_sett = now() - interval '29 minutes'", true],
  [
    'S-03: 30 minutes and a second of silence ends it',
    "sist_sett = now() - interval '30 minutes 1 second'",
    false,
  ],
  ['S-03: ten hours end it, however busy', "utloeper_senest = now() - interval '1 second'", false],
  ['S-04: an ended session is dead at the next request', 'avsluttet = now()', false],
] as const;
for (const [name, set, lives] of AGES) {
  test(name, async () => {
    const token = await signIn(`age-${set}`);
    await db.owner.query(
      `update portal.session set ${set} where bruker_id = (select id from portal.bruker where sub = $1)`,
      [`age-${set}`],
    );
    expect((await store.findSession(token)) !== null).toBe(lives);
  });
}

test('S-03: a request moves the idle end, at most once a minute', async () => {
  const token = await signIn('idle');
  const seen = async () =>
    (
      await db.owner.query(
        `select sist_sett from portal.session s join portal.bruker b on b.id = s.bruker_id where sub = 'idle'`,
      )
    ).rows[0].sist_sett.getTime();
  const first = await seen();
  await store.findSession(token);
  expect(await seen()).toBe(first);
  await db.owner.query(
    `update portal.session set sist_sett = sist_sett - interval '5 minutes' where bruker_id = (select id from portal.bruker where sub = 'idle')`,
  );
  await store.findSession(token);
  expect(await seen()).toBeGreaterThanOrEqual(first);
});

test('S-03: what the browser asks by itself is answered as long as the session lives, and keeps it alive no longer', async () => {
  const token = await signIn('passiv');
  const hans = `where bruker_id = (select id from portal.bruker where sub = 'passiv')`;
  const seen = async () =>
    (await db.owner.query(`select sist_sett from portal.session ${hans}`)).rows[0].sist_sett.getTime();
  await db.owner.query(`update portal.session set sist_sett = now() - interval '29 minutes' ${hans}`);
  const before = await seen();
  expect((await store.peekSession(hashToken(token)))?.brukernavn).toBe('passiv');
  expect(await seen()).toBe(before);
  await db.owner.query(`update portal.session set sist_sett = now() - interval '31 minutes' ${hans}`);
  expect(await store.peekSession(hashToken(token))).toBeNull();
});

test('S-04: a group taken away is gone at the next request', async () => {
  const token = await signIn('groups');
  await db.owner.query(`update portal.bruker set grupper = '{}' where sub = 'groups'`);
  expect((await store.findSession(token))?.rettigheter).toEqual({
    roller: [],
    pakker: [],
    skjermingsrett: 'ingen',
    skjermede: false,
  });
});

test('S-04: a barred user has no session at the next request, whatever her groups', async () => {
  const token = await signIn('barred');
  await db.owner.query(`update portal.bruker set sperret = now() where sub = 'barred'`);
  expect(await store.findSession(token)).toBeNull();
});

const PROOFS = [
  ['four minutes and 59 seconds old is fresh', "now() - interval '4 minutes 59 seconds'", true],
  ['five minutes old is not', "now() - interval '5 minutes'", false],
  ['that was never given is not', 'null', false],
] as const;
for (const [name, bekreftet, fresh] of PROOFS) {
  test(`S-05: a proof ${name}`, async () => {
    const token = await signIn(`proof-${fresh}-${bekreftet}`);
    await db.owner.query(`update portal.session set bekreftet = ${bekreftet} where token_hash = $1`, [
      hashToken(token),
    ]);
    expect((await store.findSession(token))?.nyligBekreftet).toBe(fresh);
    expect((await store.peekSession(hashToken(token)))?.nyligBekreftet).toBe(fresh);
  });
}

test('S-05: the proof is as old as the provider says, not as the session', async () => {
  const old = await signIn('proof-old', new Date(Date.now() - 6 * 60_000));
  expect((await store.findSession(old))?.nyligBekreftet).toBe(false);
  expect((await store.findSession(await signIn('proof-none', null)))?.nyligBekreftet).toBe(false);
  expect((await store.findSession(await signIn('proof-new')))?.nyligBekreftet).toBe(true);
});

const KONTEKST = { pakke: 'finans', formaal: 'kundekontroll', saksreferanse: '7' } as const;
async function signInWithKontekst(sub: string): Promise<string> {
  const token = await signIn(sub);
  const session = await store.findSession(token);
  if (!session) throw new Error('no session');
  await store.saveKontekst(session, KONTEKST);

  return token;
}

test('S-06: a new sign-in ends the session it came with, and what was chosen in it follows the user', async () => {
  const first = await signInWithKontekst('again');
  const second = await signIn('again', new Date(), first);
  expect(await store.findSession(first)).toBeNull();
  expect((await store.findSession(second))?.kontekst).toEqual(KONTEKST);
});

test('S-06: what was chosen follows nobody else, and nobody out of a session that had gone to sleep', async () => {
  const hers = await signInWithKontekst('hers');
  expect((await store.findSession(await signIn('another', new Date(), hers)))?.kontekst).toBeNull();
  expect(await store.findSession(hers)).toBeNull();
  const asleep = await signInWithKontekst('asleep');
  await db.owner.query(
    `update portal.session set sist_sett = now() - interval '31 minutes' where token_hash = $1`,
    [hashToken(asleep)],
  );
  expect((await store.findSession(await signIn('asleep', new Date(), asleep)))?.kontekst).toBeNull();
});

test('the context is remembered, and an unknown package in it is forgotten', async () => {
  const token = await signIn('context');
  const session = await store.findSession(token);
  if (!session) throw new Error('no session');
  await store.saveKontekst(session, { pakke: 'finans', formaal: 'kundekontroll', saksreferanse: '' });
  expect((await store.findSession(token))?.kontekst).toEqual({
    pakke: 'finans',
    formaal: 'kundekontroll',
    saksreferanse: '',
  });
  await db.owner.query(`update portal.session set pakke = 'nedlagt' where token_hash = $1`, [
    session.tokenHash,
  ]);
  expect((await store.findSession(token))?.kontekst).toBeNull();
});

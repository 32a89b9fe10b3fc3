/** Z-10: what a nødtilgang opens, and what it does not, over a real PostgreSQL. What the user is to whom is given, not asked for. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashToken } from '#lib/server/crypto.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { saveEgenPerson } from '#lib/server/session/egen-person.ts';
import { createSessionStore, type Session } from '#lib/server/session/session-store.ts';
import { createVakt, type Vakt } from './create-vakt.ts';
import { createNoedtilgang, endNoedtilgang, openNoekkel } from './noedtilgang-store.ts';
import { createSkjermingsliste, replaceSkjermingsliste } from './skjermingsliste.ts';

const KEY = Buffer.alloc(32, 3).toString('base64');
/** Synthetic numbers. The former spouse has had two. */
const [EGEN, TIDLIGERE, TIDLIGERE_FOER, BARN, FREMMED] = [
  '30847542507',
  '19907742426',
  '59907742421',
  '21861292476',
  '06829342543',
] as const;
const NAERE = [[TIDLIGERE, TIDLIGERE_FOER], [BARN]];

let db: TestDatabase;
let number = 0;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.stop());

async function signIn(): Promise<Session> {
  number += 1;
  const store = createSessionStore(db.portal, { grupper: {} });
  const brukerId = await store.saveBruker({
    iss: 'https://id.example',
    sub: `n${number}`,
    brukernavn: `n${number}`,
    navn: 'x',
    enhet: null,
    grupper: [],
  });
  const token = `noed-${number}`;
  await store.createSession(token, brukerId, null, null);
  await saveEgenPerson(db.portal, KEY, hashToken(token), { egne: [EGEN], naere: NAERE });
  const session = await store.peekSession(hashToken(token));
  if (session === null) throw new Error('no session');

  return session;
}

const open = (session: Session): Promise<Vakt> => {
  const neverAsked = () => {
    throw new Error('the register is not asked here');
  };
  const deps = {
    pool: db.portal,
    revisjonslogg: createRevisjonslogg(db.portal, KEY),
    freg: { getPerson: neverAsked, hentMange: neverAsked },
    key: KEY,
    utenNummer: 'avslaa',
    skjermingsliste: createSkjermingsliste(db.portal, KEY),
  } as const;

  return createVakt(deps, { session, requestId: 'test', signal: new AbortController().signal });
};

const toDokument = (...numre: string[]) => ({
  identifikasjonsnummer: numre.map((foedselsEllerDNummer) => ({ foedselsEllerDNummer })),
});

/** By number and by document: what closes each. */
async function judge(session: Session, ...numre: string[]): Promise<unknown[]> {
  const vakt = await open(session);
  const [dom] = await vakt.judge([{ nummer: null, dokument: toDokument(...numre) }]);

  return [(await vakt.findStengte(numre.slice(0, 1))).get(numre[0] ?? '')?.grunn ?? null, dom?.grunn];
}

/** As the route does: the key of a refusal, then the row. */
async function give(session: Session, nummer: string): Promise<string> {
  const noekkel = (await (await open(session)).findStengte([nummer])).get(nummer)?.noekkel;
  const gjelder = openNoekkel(KEY, session.brukerId, noekkel ?? '');
  if (gjelder === null) throw new Error('no key');
  const [id, handlingId] = [randomUUID(), randomUUID()];
  await createNoedtilgang(db.portal, KEY, {
    id,
    handlingId,
    brukerId: session.brukerId,
    timer: 24,
    ...gjelder,
  });

  return id;
}

const NAER = ['naerstaaende', 'naerstaaende'];
const AAPEN = [null, null];

test('it opens that one person, by every number she has had, for that one user', async () => {
  const [session, annen] = [await signIn(), await signIn()];
  expect(await judge(session, TIDLIGERE)).toEqual(NAER);
  const id = await give(session, TIDLIGERE_FOER);
  expect(await judge(session, TIDLIGERE)).toEqual(AAPEN);
  expect(await judge(session, TIDLIGERE_FOER, TIDLIGERE)).toEqual(AAPEN);
  expect(await judge(session, BARN)).toEqual(NAER);
  expect(await judge(annen, TIDLIGERE)).toEqual(NAER);
  const [dom] = await (await open(session)).judge([{ nummer: null, dokument: toDokument(TIDLIGERE) }]);
  expect(dom).toMatchObject({ regler: { noedtilgang: { id, utloeper: expect.any(Date) } } });
});

test('it ends by itself and by being given back, and the other half of it then does nothing', async () => {
  const session = await signIn();
  const id = await give(session, TIDLIGERE);
  await db.owner.query(`update portal.noedtilgang set utloeper = now() - interval '1 second' where id = $1`, [
    id,
  ]);
  expect(await judge(session, TIDLIGERE)).toEqual(NAER);
  expect(await endNoedtilgang(db.portal, id, session.brukerId)).toBeNull();
  const ny = await give(session, TIDLIGERE);
  expect(await endNoedtilgang(db.portal, ny, (await signIn()).brukerId)).toBeNull();
  expect(await judge(session, TIDLIGERE)).toEqual(AAPEN);
  expect(await endNoedtilgang(db.portal, ny, session.brukerId)).toEqual(expect.any(String));
  expect(await judge(session, TIDLIGERE)).toEqual(NAER);
  expect(await endNoedtilgang(db.portal, ny, session.brukerId)).toBeNull();
});

test('it lasts as long as the setting says, by the clock of the database', async () => {
  const session = await signIn();
  const id = await give(session, TIDLIGERE);
  const { rows } = await db.owner.query(
    `select utloeper - opprettet = interval '24 hours' as doegn from portal.noedtilgang where id = $1`,
    [id],
  );
  expect(rows).toEqual([{ doegn: true }]);
});

test('somebody skjermet is opened in the same way', async () => {
  await replaceSkjermingsliste(db.owner, KEY, [FREMMED]);
  const session = await signIn();
  const [stengt] = await (await open(session)).judge([{ nummer: null, dokument: toDokument(FREMMED) }]);
  expect(stengt?.grunn).toBe('skjermetPerson');
  const noekkel = stengt?.grunn === 'skjermetPerson' ? stengt.noekkel : null;
  const gjelder = openNoekkel(KEY, session.brukerId, noekkel ?? '');
  expect(gjelder).toEqual({ regel: 'skjermetPerson', numre: [FREMMED] });
  const om = { id: randomUUID(), handlingId: randomUUID(), brukerId: session.brukerId, timer: 1 };
  await createNoedtilgang(db.portal, KEY, { ...om, regel: 'skjermetPerson', numre: [FREMMED] });
  expect(await judge(session, FREMMED)).toEqual(AAPEN);
  await replaceSkjermingsliste(db.owner, KEY, []);
});

test('the user herself and what could not be decided give no key, and a row for them would open nothing', async () => {
  const session = await signIn();
  const vakt = await open(session);
  expect((await vakt.findStengte([EGEN])).get(EGEN)).toEqual({ grunn: 'egenPerson', noekkel: null });
  const om = { id: randomUUID(), handlingId: randomUUID(), brukerId: session.brukerId, timer: 1 };
  await createNoedtilgang(db.portal, KEY, { ...om, regel: 'egenPerson', numre: [EGEN, FREMMED] });
  expect(await judge(session, EGEN)).toEqual(['egenPerson', 'egenPerson']);
  const uavgjort = { ...session, egenPerson: null };
  expect((await (await open(uavgjort)).findStengte([FREMMED])).get(FREMMED)).toEqual({
    grunn: 'kanIkkeAvgjoeres',
    noekkel: null,
  });
});

test('a key is the one user’s, and no byte of it can be changed', async () => {
  const [session, annen] = [await signIn(), await signIn()];
  const noekkel = (await (await open(session)).findStengte([BARN])).get(BARN)?.noekkel ?? '';
  expect(noekkel).not.toContain(BARN);
  expect(openNoekkel(KEY, annen.brukerId, noekkel)).toBeNull();
  const bytes = Buffer.from(noekkel, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
  expect(openNoekkel(KEY, session.brukerId, bytes.toString('base64url'))).toBeNull();
  expect(openNoekkel(KEY, session.brukerId, 'x')).toBeNull();
  expect(openNoekkel(KEY, session.brukerId, noekkel)).toEqual({ regel: 'naerstaaende', numre: [BARN] });
});

test('the portal can give and end one, and neither lengthen, move nor remove it', async () => {
  for (const sql of [
    "update portal.noedtilgang set utloeper = now() + interval '1 year'",
    "update portal.noedtilgang set merker = '{}'",
    'delete from portal.noedtilgang',
  ]) {
    await expect(db.portal.query(sql)).rejects.toMatchObject({ code: '42501' });
  }
});

test('Z-03: nødtilganger that cannot be read open nobody', async () => {
  const session = await signIn();
  await give(session, BARN);
  await db.owner.query('revoke select on portal.noedtilgang from portal');
  expect(await judge(session, BARN)).toEqual(NAER);
  await db.owner.query('grant select on portal.noedtilgang to portal');
  expect(await judge(session, BARN)).toEqual(AAPEN);
});

/**
 * Z-03, Z-04, Z-06, Z-07: who is closed to whom, over a real PostgreSQL and the simulated register over TLS. The users are
 * persons of its families; nothing about the families is written here but who is in them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import { hashToken } from '#lib/server/crypto.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import type { FregClient } from '#lib/server/freg/create-freg-client.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { saveEgenPerson } from '#lib/server/session/egen-person.ts';
import { createSessionStore, type Session } from '#lib/server/session/session-store.ts';
import { createTestFregClient } from '#lib/server/uttrekk/motor/test-motor.ts';
import { startTestsimulator, type Testsimulator } from '#lib/server/uttrekk/motor/test-simulator.ts';
import { NUMMER } from '../../../simulator/befolkning/scenarioer/nummer.ts';
import { createVakt, type Vakt, type Vaktdeps } from './create-vakt.ts';
import { sumRegler, toReglerILogg } from './show-regler.ts';
import { createSkjermingsliste, replaceSkjermingsliste } from './skjermingsliste.ts';

const KEY = Buffer.alloc(32, 3).toString('base64');
const ANNEN_KEY = Buffer.alloc(32, 4).toString('base64');
const MED_HJEMMEL = 'folkeregister-pakke-offentlig-med-hjemmel';
const DELER = ['person-basis', 'relasjon-utvidet', 'historikk'];

let db: TestDatabase;
let simulator: Testsimulator;
let freg: FregClient;
let mappe: string;
let number = 0;

beforeAll(async () => {
  mappe = mkdtempSync(path.join(tmpdir(), 'personregel-'));
  [db, simulator] = await Promise.all([createTestDatabase(), startTestsimulator(mappe)]);
  freg = createTestFregClient({ registerUrl: simulator.register.url, pkiMappe: simulator.register.pkiMappe });
});
afterAll(async () => {
  await freg.close();
  await Promise.all([db.stop(), simulator.close()]);
  rmSync(mappe, { recursive: true, force: true });
});
afterEach(async () => {
  await simulator.setFeil();
  await db.owner.query('delete from portal.skjermet_person; delete from portal.skjermingsliste');
});

/** Somebody signed in, who is this person; null for one whose number nobody gave. */
async function signIn(nummer: string | null, rettigheter: Partial<Rettigheter> = {}): Promise<Session> {
  number += 1;
  const store = createSessionStore(db.portal, { grupper: {} });
  const iss = 'https://id.example';
  const om = {
    iss,
    sub: `u${number}`,
    brukernavn: `u${number}`,
    navn: 'x',
    enhet: null,
    grupper: [MED_HJEMMEL],
  };
  const token = `token-${number}`;
  const brukerId = await store.saveBruker(om);
  await store.createSession(token, brukerId, null, null);
  const tokenHash = hashToken(token);
  if (nummer !== null) await saveEgenPerson(db.portal, KEY, tokenHash, { egne: [nummer], naere: null });
  const session = await store.peekSession(tokenHash);
  if (session === null) throw new Error('no session');
  const alle: Rettigheter = {
    roller: ['saksbehandler'],
    pakker: ['offentlig-med-hjemmel'],
    skjermingsrett: 'ingen',
    skjermede: false,
    ...rettigheter,
  };

  return { ...session, rettigheter: alle };
}

const reread = async ({ tokenHash, rettigheter }: Session): Promise<Session> => {
  const igjen = await createSessionStore(db.portal, { grupper: {} }).peekSession(tokenHash);
  if (igjen === null) throw new Error('no session');

  return { ...igjen, rettigheter };
};

const createDeps = (endring: Partial<Vaktdeps> = {}): Vaktdeps => ({
  pool: db.portal,
  revisjonslogg: createRevisjonslogg(db.portal, KEY),
  freg,
  key: KEY,
  utenNummer: 'merk',
  skjermingsliste: createSkjermingsliste(db.portal, endring.key ?? KEY),
  ...endring,
});

const open = (session: Session, endring?: Partial<Vaktdeps>): Promise<Vakt> =>
  createVakt(createDeps(endring), { session, requestId: 'test', signal: new AbortController().signal });

async function getDokument(nummer: string) {
  const svar = await freg.getPerson({
    personidentifikator: nummer,
    pakke: 'offentlig-med-hjemmel',
    deler: DELER,
    signal: new AbortController().signal,
    requestId: 'test',
  });
  if (svar.kind !== 'funnet') throw new Error(`no document for ${nummer}`);

  return svar.dokument;
}

/** What closes this person to the user when she is asked for by number, and when a search finds her. */
async function judge(vakt: Vakt, nummer: string): Promise<[string | null, string | null]> {
  const [dom] = await vakt.judge([{ nummer: null, dokument: await getDokument(nummer) }]);
  const stengt = (await vakt.findStengte([nummer])).get(nummer);

  return [stengt?.grunn ?? null, dom?.grunn ?? null];
}

const NAER = ['naerstaaende', 'naerstaaende'];
const EGEN = ['egenPerson', 'egenPerson'];
const AAPEN = [null, null];

test.each([
  ['herself', 'ordinaer-mor', 'ordinaer-mor', EGEN],
  ['her child', 'ordinaer-mor', 'ordinaert-barn-1', NAER],
  ['her spouse', 'ordinaer-mor', 'ordinaer-far', NAER],
  ['a parent', 'ordinaert-barn-1', 'ordinaer-far', NAER],
  ['a sibling', 'ordinaert-barn-1', 'ordinaert-barn-2', NAER],
  ['a former spouse', 'skilt-og-gift-igjen', 'skilt-og-gift-igjen-tidligere', NAER],
  [
    'one who was her spouse and is married again',
    'skilt-og-gift-igjen-tidligere',
    'skilt-og-gift-igjen',
    NAER,
  ],
  ['the new spouse', 'skilt-og-gift-igjen', 'skilt-og-gift-igjen-ny', NAER],
  ['the new spouse of a former one', 'skilt-og-gift-igjen-tidligere', 'skilt-og-gift-igjen-ny', AAPEN],
  ['the other parent of her child', 'delt-bosted-mor', 'delt-bosted-far', NAER],
  ['a twin', 'tvilling-1', 'tvilling-2', NAER],
  ['herself by the number she had', 'dnummer-til-foedselsnummer', 'dnummer-til-foedselsnummer-foer', EGEN],
  [
    'herself when the token has the number she had',
    'dnummer-til-foedselsnummer-foer',
    'dnummer-til-foedselsnummer',
    EGEN,
  ],
  ['a stranger', 'ordinaer-mor', 'samisk-navn', AAPEN],
] as const)('Z-04: %s', async (_, bruker, person, ventet) => {
  expect(await judge(await open(await signIn(NUMMER[bruker])), NUMMER[person])).toEqual(ventet);
});

test('Z-04: a ward is closed to her verge, whose own document does not name her', async () => {
  const dokument = await getDokument(NUMMER['under-vergemaal']);
  const vergemaal = JSON.stringify(dokument.vergemaalEllerFremtidsfullmakt);
  const [verge = ''] = vergemaal.match(/\b\d{11}\b/) ?? [];
  expect(verge).toMatch(/^\d{11}$/);
  const [dom] = await (await open(await signIn(verge))).judge([{ nummer: null, dokument }]);
  expect(dom?.grunn).toBe('naerstaaende');
});

test('the register is asked once a session, in one act with a row before and after each call', async () => {
  const session = await signIn(NUMMER['ordinaer-mor']);
  await simulator.resetKall();
  await open(session);
  const kall = Object.values(await simulator.countKall()).reduce((sum, antall) => sum + antall, 0);
  expect(kall).toBeGreaterThan(0);
  expect(kall).toBeLessThanOrEqual(3);
  const { rows } = await db.owner.query(
    `select slag, utfall, handling_id
     from revisjonslogg.rad where bruker_id = $1 and handling = 'NAERSTAAENDE' order by id`,
    [session.brukerId],
  );
  expect(new Set(rows.map(({ handling_id }) => handling_id)).size).toBe(1);
  expect(rows.map(({ slag, utfall }) => [slag, utfall])).toEqual(
    Array.from({ length: kall }, () => [
      ['INTENT', null],
      ['DISCLOSED', 'hentet'],
    ]).flat(),
  );
  await simulator.resetKall();
  expect(await judge(await open(await reread(session)), NUMMER['ordinaer-far'])).toEqual(NAER);
  const etter = await simulator.countKall();
  // The one call is the test's own, for the document.
  expect(Object.values(etter).reduce((sum, antall) => sum + antall, 0)).toBe(1);
});

test('P-05: the database holds no number of the user or of anybody close to her', async () => {
  const session = await signIn(NUMMER['ordinaer-mor']);
  await open(session);
  await replaceSkjermingsliste(db.owner, KEY, [NUMMER['samisk-navn']]);
  const { rows } = await db.owner.query(
    `select row_to_json(s)::text as rad from portal.session s
     union all select row_to_json(p)::text from portal.skjermet_person p
     union all select row_to_json(r)::text from revisjonslogg.rad r`,
  );
  const alt = rows.map(({ rad }) => rad).join();
  for (const nummer of [NUMMER['ordinaer-mor'], NUMMER['ordinaert-barn-1'], NUMMER['samisk-navn']]) {
    expect(alt).not.toContain(nummer);
    expect(alt).not.toContain(Buffer.from(nummer).toString('hex'));
  }
});

test('Z-06: somebody close stands in no document of others', async () => {
  const vakt = await open(await signIn(NUMMER['skilt-og-gift-igjen-tidligere']));
  const dokument = await getDokument(NUMMER['skilt-og-gift-igjen-ny']);
  expect(JSON.stringify(dokument)).toContain(NUMMER['skilt-og-gift-igjen']);
  const [dom] = await vakt.judge([{ nummer: null, dokument }]);
  expect(dom).toMatchObject({ grunn: null });
  expect(JSON.stringify(dom)).not.toContain(NUMMER['skilt-og-gift-igjen']);
  expect(JSON.stringify(dom)).toContain(NUMMER['skilt-og-gift-igjen-ny']);
});

test('Z-07: a list bites at the next oppslag, on every number of a person, and a new one takes its place', async () => {
  const [bruker, betrodd] = [await signIn(null), await signIn(null, { skjermede: true })];
  const skjermingsliste = createSkjermingsliste(db.portal, KEY);
  // Each act reads the session anew, and all of them have the process's one list.
  const begin = async (session: Session) => open(await reread(session), { skjermingsliste });
  const person = NUMMER['dnummer-til-foedselsnummer'];
  expect(await judge(await begin(bruker), person)).toEqual(AAPEN);
  await replaceSkjermingsliste(db.owner, KEY, [NUMMER['dnummer-til-foedselsnummer-foer']]);
  expect(await judge(await begin(bruker), person)).toEqual([null, 'skjermetPerson']);
  expect(await judge(await begin(betrodd), person)).toEqual(AAPEN);
  const [vist] = await (await begin(betrodd)).judge([
    { nummer: person, dokument: await getDokument(person) },
  ]);
  expect(vist).toMatchObject({ grunn: null, regler: { skjermet: true } });
  await replaceSkjermingsliste(db.owner, KEY, [NUMMER['ordinaer-mor'], NUMMER['ordinaer-mor']]);
  expect(await judge(await begin(bruker), person)).toEqual(AAPEN);
  expect(await judge(await begin(bruker), NUMMER['ordinaer-mor'])).toEqual([null, 'skjermetPerson']);
  await db.owner.query('delete from portal.skjermet_person; delete from portal.skjermingsliste');
  expect(await judge(await begin(bruker), NUMMER['ordinaer-mor'])).toEqual(AAPEN);
});

test('Z-07: a list is read once, and one that could not be read is asked for again', async () => {
  await replaceSkjermingsliste(db.owner, KEY, [NUMMER['ordinaer-mor'], NUMMER['samisk-navn']]);
  const { skjermingsliste: versjon } = await reread(await signIn(null));
  const liste = createSkjermingsliste(db.portal, KEY);
  const numre = [NUMMER['ordinaer-mor'], NUMMER['ordinaer-far'], NUMMER['samisk-navn']];
  const list = async () => [...(await liste.listSkjermede(versjon, numre))];
  await db.owner.query('revoke select on portal.skjermet_person from portal');
  await expect(list()).rejects.toMatchObject({ code: '42501' });
  await db.owner.query('grant select on portal.skjermet_person to portal');
  expect(await list()).toEqual([NUMMER['ordinaer-mor'], NUMMER['samisk-navn']]);
  await db.owner.query('revoke select on portal.skjermet_person from portal');
  expect(await list()).toEqual([NUMMER['ordinaer-mor'], NUMMER['samisk-navn']]);
  await db.owner.query('grant select on portal.skjermet_person to portal');
});

test('Z-07: the portal can read the list and cannot change it', async () => {
  for (const sql of [
    'delete from portal.skjermet_person',
    "insert into portal.skjermet_person (merke) values ('\\x00')",
    'update portal.skjermingsliste set antall = 0',
  ]) {
    await expect(db.portal.query(sql)).rejects.toMatchObject({ code: '42501' });
  }
});

const FAULTS: [string, (session: Session) => Promise<Vakt>][] = [
  [
    'the register does not answer',
    async (session) => {
      await simulator.setFeil({ feil: 'status-503' });
      return open(session);
    },
  ],
  [
    'the register answers about somebody else',
    async (session) => {
      await simulator.setFeil({ feil: 'bulk-byttet' });
      return open(session);
    },
  ],
  [
    'the register does not know the user',
    async (session) => {
      await simulator.setFeil({ feil: 'status-404' });
      return open(session);
    },
  ],
  ['what is known of the user is sealed with another key', (session) => open(session, { key: ANNEN_KEY })],
  [
    'what is known of the user is of another session',
    (session) => open({ ...session, tokenHash: Buffer.alloc(32) }),
  ],
  [
    'the list is of another key',
    async (session) => {
      await replaceSkjermingsliste(db.owner, ANNEN_KEY, []);
      return open(await reread(session));
    },
  ],
  [
    'nobody says who the user is, and that is not allowed',
    (session) => open({ ...session, egenPerson: null }, { utenNummer: 'avslaa' }),
  ],
];
test.each(FAULTS)('Z-03: %s: nobody is open', async (_, openWithFault) => {
  const dokument = await getDokument(NUMMER['samisk-navn']);
  const vakt = await openWithFault(await signIn(NUMMER['ordinaer-mor']));
  await simulator.setFeil();
  const [dom] = await vakt.judge([{ nummer: NUMMER['samisk-navn'], dokument }]);
  expect(dom).toEqual({ grunn: 'kanIkkeAvgjoeres', noekkel: null });
});

test('Z-03: a list that cannot be read closes everybody', async () => {
  await replaceSkjermingsliste(db.owner, KEY, [NUMMER['ordinaer-mor']]);
  const vakt = await open(await signIn(null));
  await db.owner.query('revoke select on portal.skjermet_person from portal');
  const [dom] = await vakt.judge([{ nummer: NUMMER['samisk-navn'], dokument: {} }]);
  await db.owner.query('grant select on portal.skjermet_person to portal');
  expect(dom?.grunn).toBe('kanIkkeAvgjoeres');
});

test('D-01: who has the user’s home or her name is marked, once she has been compared, and nobody else is', async () => {
  const session = await signIn(NUMMER['samisk-navn']);
  const eget = await getDokument(NUMMER['samisk-navn']);
  const { identifikasjonsnummer } = await getDokument(NUMMER['ordinaer-mor']);
  const fremmed = await getDokument(NUMMER['ordinaer-mor']);
  const samboer = { ...fremmed, identifikasjonsnummer, navn: eget.navn, bostedsadresse: eget.bostedsadresse };
  const gradert = { ...samboer, adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }] };
  const poster = [samboer, fremmed, gradert].map((dokument) => ({ nummer: null, dokument }));
  // By the register's answer, and by what was kept of it.
  for (const vakt of [await open(session), await open(await reread(session))]) {
    const dommer = await vakt.judge(poster);
    expect(dommer.map((dom) => (dom.grunn === null ? dom.regler.likheter : dom.grunn))).toEqual([
      ['sammeAdresse', 'sammeEtternavn'],
      [],
      [],
    ]);
    const aapne = dommer.filter((dom) => dom.grunn === null).map(({ regler }) => regler);
    expect(toReglerILogg(sumRegler(aapne))).toEqual({
      personregler: { sammeAdresse: 'lik', sammeEtternavn: 'lik' },
    });
  }
});

test('Z-03: a document without a number is nobody that can be compared: as the setting says, and marked', async () => {
  const session = await signIn(NUMMER['ordinaer-mor']);
  const judgeNavnloes = async (utenNummer: 'avslaa' | 'merk') =>
    (await (await open(session, { utenNummer })).judge([{ nummer: null, dokument: { navn: [] } }]))[0];
  expect(await judgeNavnloes('avslaa')).toMatchObject({ grunn: 'kanIkkeAvgjoeres' });
  expect(await judgeNavnloes('merk')).toMatchObject({ grunn: null, regler: { ikkeVurdert: true } });
});

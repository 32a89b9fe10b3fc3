/** The portal's side on a real database: who sees which case, what is logged, what is sealed, and who is told when two meet. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Forklaringssak, Kontrollstatistikk, Sak, Saksliste } from '#lib/domain/kontroll/sak.ts';
import { createSpor, DOEGN, etter, TEST_VALG } from '#lib/domain/kontroll/test-kontor.ts';
import { SNOKER } from '#lib/domain/kontroll/test-snoker.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { codeOf, createBruker, read, toKall } from '#lib/server/uttrekk/portal/test-portal.ts';
import { answerForklaring, listUbesvarte, openForklaring } from './forklaringer.ts';
import type { Kontrolldeps } from './kontrolldeps.ts';
import { listSaker } from './list-saker.ts';
import { readStatistikk } from './read-statistikk.ts';
import { askForklaring, openSak, vurderSak } from './review-sak.ts';
import { runKontroll } from './run-kontroll.ts';
import { createTestjobb, createTestkontroll, writeSpor } from './test-kontroll.ts';

const ALLE = { vis: 'aapne', kilde: null, regel: null, etter: null } as const;
const NOTAT = 'Saken er gjennomgått med leder, og grunnen holder.';

let db: TestDatabase;
let deps: Kontrolldeps;
let ombud: Session;
let annet: Session;
let kari: Session;

beforeAll(async () => {
  db = await createTestDatabase();
  deps = createTestkontroll(db);
  ombud = await createBruker(db, 'Olga Ombud', 'personvernombud');
  annet = await createBruker(db, 'Anton Ombud', 'personvernombud');
  kari = await createBruker(db, 'Kari Saksbehandler', 'saksbehandler');
  const aktoer = ({ brukernavn, brukerId }: Session) => ({ bruker: brukernavn, brukerId });
  await writeSpor(db, [
    createSpor({ ...aktoer(kari), subjekter: ['p'], tidspunkt: etter(-3 * DOEGN) }),
    createSpor({ ...aktoer(kari), subjekter: ['p'], tidspunkt: etter(-DOEGN) }),
    ...[0, 1, 2, 3, 4].map((n) =>
      createSpor({ ...aktoer(kari), handling: 'AVDEKKING', subjekter: ['p'], tidspunkt: etter(n * 30) }),
    ),
    // The reader of the log searches for the same person again and again.
    ...SNOKER.loggleser().map((spor) => ({ ...spor, ...aktoer(ombud) })),
    // A row of hers from before it carried her id.
    ...SNOKER.loggleser().map((spor) => ({ ...spor, bruker: ombud.brukernavn, subjekter: ['q'] })),
  ]);
  await runKontroll(createTestjobb(db, TEST_VALG), new Date(etter(DOEGN)));
});
afterAll(() => db.stop());

const list = (session: Session, filter: Partial<Parameters<typeof toKall>[1] & object> = {}) =>
  read<Saksliste>(listSaker(deps, toKall(session, { ...ALLE, ...filter })));
const open = (session: Session, sakId: string) =>
  read<Sak>(openSak(deps, toKall(session, undefined, { sakId })));
const vurder = (
  session: Session,
  { sakId, versjon }: Sak,
  utfall: 'iOrden' | 'brudd' | 'falskAlarm' = 'iOrden',
) => read<Sak>(vurderSak(deps, toKall(session, { versjon, utfall, notat: NOTAT }, { sakId })));
const ask = (session: Session, { sakId, versjon }: Sak) =>
  read<Sak>(
    askForklaring(
      deps,
      toKall(session, { versjon, spoersmaal: 'Hvorfor trengte du adressen?', fristDager: 7 }, { sakId }),
    ),
  );
/** The newest case of Kari's that is open. */
async function getAapen(session = ombud): Promise<Sak> {
  const sak = (await list(session)).saker.find(
    ({ bruker, tilstand }) => bruker === kari.brukernavn && tilstand === 'ny',
  );
  return open(session, sak?.sakId ?? '');
}
const listLogg = async () =>
  (
    await db.owner.query<{ slag: string; handling: string; utfall: string | null; sak: string | null }>(
      `select slag, handling, utfall, innhold->'gjelder'->>'sak' as sak from revisjonslogg.rad
       where handling like 'KONTROLL%' order by id desc limit 4`,
    )
  ).rows;

test('a case says what was done, why it was chosen, and how often she had seen the same person', async () => {
  const sak = await getAapen();
  expect(sak).toMatchObject({
    kilde: 'signal',
    tilstand: 'ny',
    bruker: kari.brukernavn,
    navn: kari.navn,
    handling: 'AVDEKKING',
    slag: 'DISCLOSED',
    formaal: 'saksbehandling',
    saksreferanse: '2026/1234',
    antallPersoner: 1,
    tidligere: { ganger: 2, dager: 2 },
  });
  expect(sak.treff).toMatchObject([
    { regel: 'beskyttetPerson', versjon: 1, verdier: { slag: 'avdekkingGitt' } },
  ]);
  expect(sak.person).toMatch(/^[0-9a-f]{8}$/);
  expect(new Date(sak.frist).getTime() - new Date(sak.periodeTil).getTime()).toBe(24 * 3_600_000);
  expect(sak.forfalt).toBe(true);
});

test('reading the list and opening a case are acts, committed with the case they were of', async () => {
  const sak = await getAapen();
  expect(await listLogg()).toEqual([
    { slag: 'DISCLOSED', handling: 'KONTROLL_SAK', utfall: 'vist', sak: sak.sakId },
    { slag: 'INTENT', handling: 'KONTROLL_SAK', utfall: null, sak: sak.sakId },
    { slag: 'DISCLOSED', handling: 'KONTROLL_LISTE', utfall: 'vist', sak: null },
    { slag: 'INTENT', handling: 'KONTROLL_LISTE', utfall: null, sak: null },
  ]);
});

test('Z-12: nobody sees, opens or judges a case about herself; she is told that there are some, and a colleague has them', async () => {
  const [hennes, kollegas] = [await list(ombud), await list(annet)];
  const om = kollegas.saker.filter(({ bruker }) => bruker === ombud.brukernavn);
  expect(om.map(({ regler }) => regler)).toEqual([['loggleser'], ['loggleser']]);
  expect(hennes.saker.filter(({ bruker }) => bruker === ombud.brukernavn)).toEqual([]);
  expect([hennes.egne, kollegas.egne]).toEqual([2, 0]);
  for (const { sakId } of om) {
    const sak = await open(annet, sakId);
    expect(await codeOf(open(ombud, sakId))).toBe('IKKE_FUNNET');
    expect(await codeOf(vurder(ombud, sak))).toBe('IKKE_FUNNET');
    expect(await codeOf(ask(ombud, sak))).toBe('IKKE_FUNNET');
  }
});

test('a case that is not hers is refused in a row, and what is no case at all stands in none', async () => {
  const [hennes] = (await list(annet)).saker.filter(({ bruker }) => bruker === ombud.brukernavn);
  const sakId = hennes?.sakId ?? '';
  expect(await codeOf(open(ombud, sakId))).toBe('IKKE_FUNNET');
  const [slutt] = await listLogg();
  expect(slutt).toEqual({ slag: 'FAILED', handling: 'KONTROLL_SAK', utfall: 'ikkeFunnet', sak: sakId });
  const nummer = '21818012345';
  expect(await codeOf(open(ombud, nummer))).toBe('IKKE_FUNNET');
  expect(await codeOf(openForklaring(deps, toKall(kari, undefined, { sakId: nummer })))).toBe('IKKE_FUNNET');
  const { rows } = await db.owner.query('select from revisjonslogg.rad where innhold::text like $1', [
    `%${nummer}%`,
  ]);
  expect(rows).toEqual([]);
});

test('a verdict ends the case, once; who comes second is told and changes nothing', async () => {
  const sak = await getAapen();
  const [foerst, sist] = await Promise.all([codeOf(vurder(ombud, sak)), codeOf(vurder(annet, sak, 'brudd'))]);
  expect([foerst, sist].toSorted()).toEqual(['KONFLIKT', 'let in']);
  const etterpaa = await open(ombud, sak.sakId);
  expect(etterpaa).toMatchObject({ tilstand: 'avsluttet', versjon: 2, vurderinger: [{ notat: NOTAT }] });
  expect(await codeOf(vurder(ombud, etterpaa))).toBe('KONFLIKT');
  expect((await list(ombud, { vis: 'avsluttede' })).saker.map(({ sakId }) => sakId)).toEqual([sak.sakId]);
  const [avvist] = await listLogg();
  expect(avvist).toMatchObject({ handling: 'KONTROLL_LISTE' });
});

test('the employee is asked, sees only her own, answers once, and the reviewer has the answer', async () => {
  const spurt = await ask(ombud, await getAapen());
  expect(spurt).toMatchObject({
    tilstand: 'venterForklaring',
    forfalt: false,
    vurderinger: [{ utfall: 'trengerForklaring' }],
  });
  expect(await codeOf(ask(ombud, spurt))).toBe('KONFLIKT');
  expect((await listUbesvarte(db.portal, kari.brukerId)).map(({ sakId }) => sakId)).toEqual([spurt.sakId]);
  expect(await listUbesvarte(db.portal, annet.brukerId)).toEqual([]);
  const { sakId } = spurt;
  const svar = 'Jeg skulle sende et vedtak og trengte adressen.';
  const answer = (session: Session) =>
    read<Forklaringssak>(answerForklaring(deps, toKall(session, { svar }, { sakId })));
  expect(await codeOf(openForklaring(deps, toKall(ombud, undefined, { sakId })))).toBe('IKKE_FUNNET');
  expect(await codeOf(answer(annet))).toBe('IKKE_FUNNET');
  expect(await answer(kari)).toMatchObject({ svar, saksreferanse: '2026/1234' });
  expect(await codeOf(answer(kari))).toBe('KONFLIKT');
  expect(await listUbesvarte(db.portal, kari.brukerId)).toEqual([]);
  // What the reviewer had on her screen is older than the answer.
  expect(await codeOf(vurder(ombud, spurt))).toBe('KONFLIKT');
  const besvart = await open(ombud, sakId);
  expect(besvart).toMatchObject({ tilstand: 'forklart', forklaring: { svar } });
  expect(await vurder(ombud, besvart)).toMatchObject({ tilstand: 'avsluttet', utfall: 'iOrden' });
  const { rows } = await db.owner.query<{ alt: string }>(
    `select string_agg(v::text, '') || (select string_agg(f::text, '') from kontroll.forklaring f) as alt from kontroll.vurdering v`,
  );
  for (const tekst of [svar, NOTAT, 'Hvorfor']) {
    expect(rows[0]?.alt).not.toContain(tekst);
    expect(rows[0]?.alt).not.toContain(Buffer.from(tekst).toString('hex'));
  }
});

test('pages go on where the last one ended, and filters hold', async () => {
  await writeSpor(
    db,
    Array.from({ length: 60 }, (_, n) =>
      createSpor({
        bruker: `b${n}`,
        handling: 'AVDEKKING',
        slag: 'DENIED',
        subjekter: [`z${n}`],
        tidspunkt: etter(2 * DOEGN),
      }),
    ),
  );
  await runKontroll(createTestjobb(db, TEST_VALG), new Date(etter(3 * DOEGN)));
  const foerste = await list(annet);
  const andre = await list(annet, { etter: foerste.neste });
  const ider = [...foerste.saker, ...andre.saker].map(({ sakId }) => sakId);
  expect(foerste.saker).toHaveLength(50);
  expect(andre.neste).toBeNull();
  expect(new Set(ider).size).toBe(ider.length);
  expect(ider.length).toBeGreaterThan(60);
  expect((await list(annet, { regel: 'loggleser' })).saker).toHaveLength(2);
  expect((await list(annet, { kilde: 'stikkproeve' })).saker).toEqual([]);
});

test('P-11: the statistics count rules, outcomes and months, and have no room for an employee', async () => {
  const tall = await read<Kontrollstatistikk>(readStatistikk(deps, toKall(annet, undefined)));
  expect(Object.keys(tall).toSorted()).toEqual(['aapne', 'forfalt', 'maaneder', 'regler']);
  for (const regel of tall.regler)
    expect(Object.keys(regel).toSorted()).toEqual([
      'aapne',
      'brudd',
      'falskAlarm',
      'iOrden',
      'presisjon',
      'regel',
      'saker',
    ]);
  for (const maaned of tall.maaneder)
    expect(Object.keys(maaned).toSorted()).toEqual([
      'avsluttet',
      'brudd',
      'maaned',
      'signaler',
      'stikkproever',
    ]);
  for (const { navn, brukerId } of [ombud, annet, kari]) {
    expect(JSON.stringify(tall)).not.toContain(navn);
    expect(JSON.stringify(tall)).not.toContain(brukerId);
  }
  const beskyttet = tall.regler.find(({ regel }) => regel === 'beskyttetPerson');
  expect(beskyttet).toMatchObject({ saker: 65, aapne: 63, presisjon: 1 });
});

test('the portal cannot make, take away or redate a case, and the worker cannot judge one', async () => {
  const nei = [
    [db.portal, "insert into kontroll.sak (kilde, periode_fra) values ('signal', now())"],
    [db.portal, 'delete from kontroll.sak'],
    [db.portal, "update kontroll.sak set bruker = 'x'"],
    [db.portal, "update kontroll.treff set regel = 'x'"],
    [db.portal, 'delete from kontroll.vurdering'],
    [db.portal, "update kontroll.vurdering set utfall = 'iOrden'"],
    [db.worker, "update kontroll.sak set tilstand = 'ny'"],
    [db.worker, 'select notat from kontroll.vurdering'],
    [db.leser, 'select id from kontroll.sak'],
  ] as const;
  for (const [pool, sql] of nei) await expect(pool.query(sql), sql).rejects.toMatchObject({ code: '42501' });
});

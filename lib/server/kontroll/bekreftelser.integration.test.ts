/** D-07 on a real database: which draws are whose leder's, what her answer does, and where the unanswered go. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Enhetskontroll } from '#lib/domain/kontroll/bekreftelse.ts';
import type { Sak, Saksliste } from '#lib/domain/kontroll/sak.ts';
import type { BekreftelseRequest } from '#lib/domain/kontroll/sak-request.ts';
import { createSpor, etter } from '#lib/domain/kontroll/test-kontor.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { codeOf, createBruker, read, toKall } from '#lib/server/uttrekk/portal/test-portal.ts';
import { bekreftSak, listEnhetssaker } from './bekreftelser.ts';
import type { Kontrolldeps } from './kontrolldeps.ts';
import { listSaker } from './list-saker.ts';
import { openSak } from './review-sak.ts';
import { savePeriode } from './save-periode.ts';
import { createTestkontroll, writeSpor } from './test-kontroll.ts';

let db: TestDatabase;
let deps: Kontrolldeps;
let ombud: Session;
let leder: Session;
let andre: Session;
let kari: Session;

const NORD = 'Enhet nord';

beforeAll(async () => {
  db = await createTestDatabase();
  deps = createTestkontroll(db);
  ombud = await createBruker(db, 'Olga Ombud', 'personvernombud');
  leder = { ...(await createBruker(db, 'Lise Leder', 'leder')), enhet: NORD };
  andre = { ...(await createBruker(db, 'Arne Leder', 'leder')), enhet: 'Enhet sør' };
  kari = await createBruker(db, 'Kari Saksbehandler', 'saksbehandler');
  const av = (hvem: Session) => ({ bruker: hvem.brukernavn, brukerId: hvem.brukerId, enhet: NORD });
  const trukket = [0, 1, 2, 3, 4].map((n) =>
    createSpor({ ...av(kari), saksreferanse: `2026/${n}`, tidspunkt: etter(n) }),
  );
  const spor = [...trukket, createSpor({ ...av(leder), tidspunkt: etter(9) })];
  const signal = createSpor({ ...av(kari), tidspunkt: etter(10) });
  await writeSpor(db, [...spor, signal]);
  const periode = { fra: new Date(etter(0)), til: new Date(etter(60)), grunnlag: {} };
  const toSak = (ett: (typeof spor)[number]) => {
    const frist = new Date(Date.now() + 14 * 86_400_000);

    return { spor: ett, treff: [], poeng: 0, forklart: 0, frist };
  };
  await savePeriode(db.worker, { kilde: 'stikkproeve', ...periode }, spor.map(toSak));
  await savePeriode(db.worker, { kilde: 'signal', ...periode }, [toSak(signal)]);
});
afterAll(() => db.stop());

const list = (session: Session) => read<Enhetskontroll>(listEnhetssaker(deps, toKall(session, undefined)));
const answer = (session: Session, sakId: string, body: BekreftelseRequest) =>
  read<Enhetskontroll>(bekreftSak(deps, toKall(session, body, { sakId })));
const listOmbuds = async (vis: 'aapne' | 'hosLeder' | 'avsluttede') =>
  (
    await read<Saksliste>(
      listSaker(deps, toKall(ombud, { vis, kilde: 'stikkproeve', regel: null, etter: null })),
    )
  ).saker;
const openOmbuds = (sakId: string) => read<Sak>(openSak(deps, toKall(ombud, undefined, { sakId })));

test('a leder has the draws of her unit with their reasons, and neither her own nor what rules found', async () => {
  const { enhet, saker } = await list(leder);
  expect(enhet).toBe(NORD);
  expect(saker.map(({ bruker, navn, saksreferanse }) => [bruker, navn, saksreferanse])).toEqual(
    [0, 1, 2, 3, 4].map((n) => [kari.brukernavn, kari.navn, `2026/${n}`]),
  );
  // Nothing of whom it was about.
  expect(Object.keys(saker[0] ?? {}).toSorted()).toEqual(
    [
      'bruker',
      'formaal',
      'frist',
      'gaattVidere',
      'handling',
      'navn',
      'sakId',
      'saksreferanse',
      'tidspunkt',
      'versjon',
    ].toSorted(),
  );
  expect((await list(andre)).saker).toEqual([]);
  expect(await list({ ...leder, enhet: null })).toEqual({ enhet: null, saker: [] });
  expect(await listOmbuds('aapne')).toEqual([]);
  expect(await listOmbuds('hosLeder')).toHaveLength(6);
});

test('Z-12: another unit’s leder and she whose act it was are told that there is no such case', async () => {
  const [sak] = (await list(leder)).saker;
  const egen = (await listOmbuds('hosLeder')).find(({ bruker }) => bruker === leder.brukernavn);
  const ja = { versjon: 1, svar: 'bekreftet' } as const;
  expect(await codeOf(answer(andre, sak?.sakId ?? '', ja))).toBe('IKKE_FUNNET');
  expect(await codeOf(answer(leder, egen?.sakId ?? '', ja))).toBe('IKKE_FUNNET');
  const [signal] = (
    await db.owner.query<{ id: string }>(`select id from kontroll.sak where kilde = 'signal'`)
  ).rows;
  expect(await codeOf(answer(leder, signal?.id ?? '', ja))).toBe('IKKE_FUNNET');
});

test('what she confirms is concluded in her name, once, and is an act in the log', async () => {
  const [sak] = (await list(leder)).saker;
  const sakId = sak?.sakId ?? '';
  const ja = { versjon: 1, svar: 'bekreftet' } as const;
  expect((await answer(leder, sakId, ja)).saker).toHaveLength(4);
  expect(await codeOf(answer(leder, sakId, ja))).toBe('KONFLIKT');
  expect(await openOmbuds(sakId)).toMatchObject({
    tilstand: 'avsluttet',
    utfall: 'iOrden',
    vurderinger: [{ av: leder.navn, utfall: 'bekreftet', notat: '' }],
  });
  const { rows } = await db.owner.query(
    `select slag, utfall from revisjonslogg.rad where handling = 'KONTROLL_VURDERING'
     and innhold->'gjelder'->>'sak' = $1 order by id`,
    [sakId],
  );
  expect(rows).toEqual([
    { slag: 'INTENT', utfall: null },
    { slag: 'DISCLOSED', utfall: 'bekreftet' },
    { slag: 'INTENT', utfall: null },
    { slag: 'FAILED', utfall: 'konflikt' },
  ]);
});

test('what she cannot confirm goes to the ombud with her words, and is not asked again', async () => {
  const [sak] = (await list(leder)).saker;
  const sakId = sak?.sakId ?? '';
  const notat = 'Jeg kjenner ikke til noen sak med den referansen.';
  expect((await answer(leder, sakId, { versjon: 1, svar: 'ikkeBekreftet', notat })).saker).toHaveLength(3);
  expect((await listOmbuds('aapne')).map((rad) => rad.sakId)).toEqual([sakId]);
  expect(await openOmbuds(sakId)).toMatchObject({
    tilstand: 'ny',
    vurderinger: [{ utfall: 'ikkeBekreftet', notat }],
  });
  expect(await codeOf(answer(leder, sakId, { versjon: 2, svar: 'bekreftet' }))).toBe('KONFLIKT');
});

test('D-07: a draw that nobody answers in a week is the ombud’s, and a late answer still counts', async () => {
  const [sak] = (await list(leder)).saker;
  const sakId = sak?.sakId ?? '';
  await db.owner.query(`update kontroll.sak set opprettet = now() - interval '7 days' where id = $1`, [
    sakId,
  ]);
  expect((await listOmbuds('aapne')).map((rad) => rad.sakId)).toContain(sakId);
  expect((await listOmbuds('hosLeder')).map((rad) => rad.sakId)).not.toContain(sakId);
  const sen = (await list(leder)).saker.find((en) => en.sakId === sakId);
  expect(sen).toMatchObject({ gaattVidere: true });
  await answer(leder, sakId, { versjon: 1, svar: 'bekreftet' });
  expect((await listOmbuds('avsluttede')).map((rad) => rad.sakId)).toContain(sakId);
});

/** Reading the log: every act once, found by what it was, in pages that neither skip nor repeat while others write. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { findLoggutfall } from '#lib/domain/revisjonslogg/logghandling.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { createTestServer, type TestDatabase } from '#lib/server/db/test-database.ts';
import { listLogghandlinger } from '#lib/server/logglesing/list-logghandlinger.ts';
import { toEgetOmfang } from '#lib/server/logglesing/read-egne.ts';
import { readTopp, toSidesoek } from '#lib/server/logglesing/read-revisjonslogg.ts';
import {
  type Aktoer,
  createRevisjonslogg,
  type Plan,
  type Revisjonslogg,
} from '#lib/server/revisjonslogg/create-revisjonslogg.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const [KARI, OLA] = ['21818012345', '21818012346'];
const SB: Aktoer = { brukerId: randomUUID(), brukernavn: 'sb', enhet: 'Enhet', sessionRef: Buffer.alloc(16) };
const server = await createTestServer();
let db: TestDatabase;
let logg: Revisjonslogg;

beforeEach(async () => {
  db = await server.createDatabase();
  logg = createRevisjonslogg(db.portal, KEY);

  return () => db.stop();
});
afterAll(() => server.stop());

const toPlan = (endret: Partial<Plan> = {}): Plan => ({
  aktoer: SB,
  handling: 'OPPSLAG',
  formaal: 'saksbehandling',
  saksreferanse: '2026/1',
  pakke: 'offentlig-med-hjemmel',
  deler: ['person-basis'],
  subjekter: [KARI],
  kriterier: null,
  ...endret,
});
const FUNNET = { utfall: 'funnet', subjekter: [KARI], felter: ['navn.fornavn', 'bostedsadresse'] };

/** An act with a beginning and an end; its id. */
async function runAct(endret: Partial<Plan> = {}, handlingId?: string): Promise<string> {
  const plan = toPlan(endret);
  const act = await logg.intend(plan, handlingId);
  await act.disclose(null, { ...FUNNET, subjekter: plan.subjekter });

  return act.handlingId;
}

async function listFunnet(filter: RevisjonsloggFilter = {}) {
  const topp = await readTopp(db.leser);

  return (await listLogghandlinger(db.leser, toSidesoek(filter, [KEY], { topp, etter: null }))).funnet;
}
const listIder = async (filter: RevisjonsloggFilter = {}) =>
  (await listFunnet(filter)).map(({ handlingId }) => handlingId);

test('A-14: an act of many calls is one, with its rows in order and without anybody’s number', async () => {
  const ett = await runAct();
  const bulk = await runAct({ handling: 'BULK', subjekter: [KARI, OLA] });
  await runAct({ handling: 'BULK', subjekter: [OLA] }, bulk);
  const funnet = await listFunnet();
  expect(funnet.map(({ handlingId }) => handlingId)).toEqual([bulk, ett]);
  const [foerst, sist] = funnet;
  expect(foerst?.rader.map(({ slag }) => slag)).toEqual(['INTENT', 'DISCLOSED', 'INTENT', 'DISCLOSED']);
  expect(new Set(foerst?.rader.map(({ kallId }) => kallId)).size).toBe(2);
  expect(sist).toMatchObject({ bruker: 'sb', enhet: 'Enhet', saksreferanse: '2026/1', harFlereRader: false });
  expect(sist?.rader[1]).toMatchObject({ utfall: 'funnet', felter: ['navn.fornavn', 'bostedsadresse'] });
  // The same person is the same in both, and only so.
  expect(foerst?.rader[2]?.subjekter).not.toEqual(sist?.rader[0]?.subjekter);
  expect(foerst?.rader[0]?.subjekter).toContain(sist?.rader[0]?.subjekter[0]);
  expect(JSON.stringify(funnet)).not.toContain(KARI);
});

test('what two users did with the same uttrekk is two acts', async () => {
  const uttrekk = await runAct({ handling: 'UTTREKK' });
  await runAct({ handling: 'UTTREKK_GODKJENNING', aktoer: { ...SB, brukernavn: 'leder' } }, uttrekk);
  expect((await listFunnet()).map(({ handling, bruker }) => `${handling} ${bruker}`)).toEqual([
    'UTTREKK_GODKJENNING leder',
    'UTTREKK sb',
  ]);
});

test('each filter finds what it asks for and nothing else', async () => {
  const oppslag = await runAct();
  const andre = await runAct({
    aktoer: { ...SB, brukernavn: 'andre' },
    handling: 'SOEK',
    formaal: 'bosted',
    saksreferanse: '2026/2',
    pakke: 'finans',
    subjekter: [OLA],
  });
  const feilet = await logg.intend(toPlan({ subjekter: [] }));
  await feilet.fail(null, 'tidsavbrudd');
  await logg.deny(toPlan({ subjekter: [], saksreferanse: null }), null, 'manglerPakke');
  const uavklart = await logg.intend(toPlan({ subjekter: [], saksreferanse: '2026/3' }));
  await db.changeUnguarded(
    `update revisjonslogg.rad set tidspunkt = tidspunkt - interval '3 minutes' where handling_id = $1`,
    [uavklart.handlingId],
  );
  await logg.markUavklarte(new Date(Date.now() - 3_600_000));

  expect(await listIder({ bruker: 'andre' })).toEqual([andre]);
  expect(await listIder({ handling: 'SOEK' })).toEqual([andre]);
  expect(await listIder({ formaal: 'bosted' })).toEqual([andre]);
  expect(await listIder({ saksreferanse: '2026/2' })).toEqual([andre]);
  expect(await listIder({ pakke: 'finans' })).toEqual([andre]);
  expect(await listIder({ utfall: 'vist' })).toEqual([andre, oppslag]);
  expect(await listIder({ utfall: 'feilet' })).toEqual([feilet.handlingId]);
  expect(await listIder({ utfall: 'uavklart' })).toEqual([uavklart.handlingId]);
  expect((await listFunnet({ utfall: 'avvist' })).map(findLoggutfall)).toEqual(['avvist']);
  expect(await listIder({ bruker: 'andre', handling: 'OPPSLAG' })).toEqual([]);
  const begrunnelse = 'Innsynskrav fra den registrerte';
  expect(await listIder({ personidentifikator: KARI, begrunnelse })).toEqual([oppslag]);
  expect(await listIder({ personidentifikator: OLA, begrunnelse, bruker: 'sb' })).toEqual([]);
});

test('one’s own acts are hers alone, by user and by name, whoever else has the name, and without the readings of them', async () => {
  const min = await runAct();
  await runAct({ aktoer: { ...SB, brukernavn: 'andre', brukerId: randomUUID() } });
  await runAct({ aktoer: { ...SB, brukerId: randomUUID() } });
  await runAct({ aktoer: { ...SB, brukerId: null } });
  await runAct({ handling: 'LES_EGNE_HANDLINGER', subjekter: [] });
  const [eier, topp] = [{ brukerId: SB.brukerId ?? '', brukernavn: 'sb' }, await readTopp(db.leser)];
  const soek = { filter: {}, subjektRefs: null, omfang: toEgetOmfang(eier), topp, etter: null };
  const { funnet } = await listLogghandlinger(db.leser, soek);
  expect(funnet.map(({ handlingId }) => handlingId)).toEqual([min]);
});

test('the period has its ends: an act is in it by any of its rows', async () => {
  const [foer, i, etter] = [await runAct(), await runAct(), await runAct()];
  for (const [dager, id] of [
    [40, foer],
    [20, i],
  ] as const)
    await db.changeUnguarded(
      `update revisjonslogg.rad set tidspunkt = tidspunkt - make_interval(days => $2) where handling_id = $1`,
      [id, dager],
    );
  const forDager = (dager: number) => new Date(Date.now() - dager * 86_400_000).toISOString();
  expect(await listIder()).toEqual([etter, i, foer]);
  expect(await listIder({ fra: forDager(30) })).toEqual([etter, i]);
  expect(await listIder({ til: forDager(10) })).toEqual([i, foer]);
  expect(await listIder({ fra: forDager(30), til: forDager(10) })).toEqual([i]);
});

test('pages neither skip nor repeat while rows come in, also to an act that was listed already', async () => {
  const ider: string[] = [];
  for (let i = 0; i < 120; i += 1) ider.unshift(await runAct());
  const topp = await readTopp(db.leser);
  const sett: string[] = [];
  let etter: { tidspunkt: string; radId: string } | null = null;
  let sider = 0;
  do {
    const side = await listLogghandlinger(db.leser, toSidesoek({}, [KEY], { topp, etter }));
    sett.push(...side.funnet.map(({ handlingId }) => handlingId));
    etter = side.slutt;
    sider += 1;
    await runAct();
    // The oldest act goes on while one reads: it stands where it stood.
    await runAct({}, ider.at(-1));
  } while (etter !== null);
  expect(sett).toEqual(ider);
  expect(sider).toBe(3);
});

test('an act of thousands of rows is shown by its first, and says that there are more', async () => {
  const id = await runAct();
  for (let i = 0; i < 25; i += 1) await runAct({}, id);
  const [handling] = await listFunnet();
  expect(handling?.rader).toHaveLength(40);
  expect(handling?.harFlereRader).toBe(true);
});

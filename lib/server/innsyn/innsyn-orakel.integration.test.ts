/**
 * I8: the answer for a person is the acts with her in the table of subjects and the uttrekk with her in the membership, no
 * more and no fewer. Random acts are written by the log's own writer, and a list kept beside them is the oracle.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestInnsyn, type TestInnsyn, toPlan } from './test-innsyn.ts';

const PERSONER = ['21818012345', '61818012346', '21818054321', '01819012345'] as const;
const ACTS = 120;
/** One of these for each run: a fault is found again by its seed. */
const FROE = 20261121;

let t: TestInnsyn;
/** For each person: the line's id and its outcome. */
const orakel = new Map<string, Map<string, string>>(PERSONER.map((nummer) => [nummer, new Map()]));
const expectLinje = (numre: readonly string[], id: string, utfall: string) => {
  for (const nummer of numre) orakel.get(nummer)?.set(id, utfall);
};

function createRandom(froe: number): (under: number) => number {
  let tilstand = froe;

  return (under) => {
    tilstand = (Math.imul(tilstand, 1_664_525) + 1_013_904_223) >>> 0;

    return Math.floor((tilstand / 4_294_967_296) * under);
  };
}

const random = createRandom(FROE);
const pickNumre = (): string[] => PERSONER.filter(() => random(3) === 0);
const pick = <T>(valg: readonly [T, ...T[]]): T => valg[random(valg.length)] ?? valg[0];

/** One call of an oppslag, a bulk or an avdekking, ended in one of the ways there are. */
async function writeAct(): Promise<void> {
  const numre = pickNumre();
  const writer = pick([t.logg, t.gammel]);
  const plan = toPlan(numre, { handling: pick(['OPPSLAG', 'BULK', 'AVDEKKING', 'LES_REVISJONSLOGG']) });
  const slutt = pick(['vist', 'feilet', 'underveis', 'andre', 'avvist']);
  if (slutt === 'avvist') {
    await writer.deny(plan, null, 'manglerPakke');
    // What was refused has no act to remember: its id is the newest of the log.
    const { rows } = await t.db.owner.query(
      'select handling_id from revisjonslogg.rad order by id desc limit 1',
    );
    expectLinje(numre, rows[0].handling_id, 'avvist');
    return;
  }
  const act = await writer.intend(plan);
  if (slutt === 'feilet') await act.fail(null, 'utilgjengelig');
  const viste = slutt === 'vist' ? numre : pickNumre();
  if (slutt === 'vist' || slutt === 'andre')
    await act.disclose(null, { utfall: 'vist', felter: ['navn'], subjekter: viste });
  const skjebne = slutt === 'andre' ? 'ingenOpplysninger' : slutt;
  expectLinje(numre, act.handlingId, skjebne);
  if (slutt === 'andre') expectLinje(viste, act.handlingId, 'vist');
}

/** A list found by a name: nobody is known before the pages are shown, and a page may be shown again. */
async function writeTreffliste(): Promise<void> {
  const soek = await t.logg.intend(toPlan([], { handling: 'SOEK' }));
  await soek.disclose(null, { utfall: 'treff', felter: [], subjekter: [] });
  for (let side = 0; side < 3; side += 1) {
    const numre = pickNumre();
    const act = await t.logg.intend(toPlan(numre, { handling: 'SOEK' }), soek.handlingId);
    await act.disclose(null, { utfall: 'rader', felter: ['navn'], subjekter: numre });
    expectLinje(numre, soek.handlingId, 'vist');
  }
}

async function writeUttrekk(): Promise<void> {
  const numre = pickNumre();
  const { uttrekkId, handlingId } = await t.createUttrekk(numre);
  const plan = toPlan([], { handling: 'UTTREKK_KLAR', gjelder: { uttrekk: uttrekkId } });
  await (await t.logg.intend(plan, handlingId)).keep({ utfall: 'klar', antall: 1, avtrykk: 'a' });
  expectLinje(numre, handlingId, 'lagtIFil');
  for (let i = random(3); i > 0; i -= 1) {
    const act = await t.logg.intend({ ...plan, handling: 'NEDLASTING' }, handlingId);
    await act.disclose(null, { utfall: 'nedlasting', felter: [], subjekter: [] });
    const { rows } = await t.db.owner.query('select kall_id from revisjonslogg.rad order by id desc limit 1');
    expectLinje(numre, rows[0].kall_id, 'lastetNed');
  }
}

beforeAll(async () => {
  t = await createTestInnsyn();
  for (let i = 0; i < ACTS; i += 1)
    await pick([writeAct, writeAct, writeAct, writeAct, writeTreffliste, writeUttrekk])();
}, 120_000);
afterAll(() => t.stop());

test('I8: each person is told of every act and every uttrekk that she was in, and of no other', async () => {
  for (const nummer of PERSONER) {
    const { linjer, ubesvarteUttrekk } = await t.ask([nummer]);
    expect(ubesvarteUttrekk).toBe(0);
    expect(linjer.length).toBeGreaterThan(20);
    expect(Object.fromEntries(linjer.map(({ id, utfall }) => [id, utfall]))).toEqual(
      Object.fromEntries(orakel.get(nummer) ?? []),
    );
  }
});

test('I8: two numbers together are told what each of them is, once', async () => {
  const [en, to] = PERSONER;
  // The searches of the test before are acts on these persons too.
  const { linjer } = await t.ask([en, to]);
  const ider = linjer
    .filter(({ hva, enhet }) => hva !== 'logg' || enhet !== 'Personvern')
    .map(({ id }) => id);
  const ventet = [...new Set([en, to].flatMap((nummer) => [...(orakel.get(nummer)?.keys() ?? [])]))];
  expect(ider.toSorted()).toEqual(ventet.toSorted());
});

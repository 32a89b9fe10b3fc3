/** P-03: an access is held back by a decision with a reason and a last day, from the person that it is about and nobody else. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Innsynssvar, Tilbakeholdsvedtak } from '#lib/domain/innsyn/innsyn.ts';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { openKonvolutt } from '#lib/server/revisjonslogg/noekler.ts';
import { changeTilbakehold } from './change-tilbakehold.ts';
import { createTestInnsyn, type TestInnsyn, toPlan } from './test-innsyn.ts';

const [P, DNUMMER, ANNEN] = ['21818012345', '61818012345', '21818054321'] as const;
const BEGRUNNELSE = 'Kontroll av oppslaget er ikke ferdig';
let t: TestInnsyn;
let linjeId: string;

const toDag = (dager: number): string => toNorskDag(new Date(Date.now() + dager * 86_400_000));
const HOLD = { slag: 'hold', grunn: 'kontroll', utloeper: toDag(30) } as const;

async function decide(
  svar: Innsynssvar,
  vedtak: Tilbakeholdsvedtak['vedtak'],
  endringer: Partial<Tilbakeholdsvedtak> = {},
): Promise<Innsynssvar> {
  const body = { svarId: svar.svarId, linjeId, begrunnelse: BEGRUNNELSE, vedtak, ...endringer };

  return JSON.parse((await changeTilbakehold(t.deps, { session: t.ombud, body })).json);
}

const listHoldt = ({ linjer }: Innsynssvar) =>
  linjer
    .filter(({ tilbakehold }) => tilbakehold !== null)
    .map(({ id, tilbakehold }) => ({ id, ...tilbakehold }));

beforeAll(async () => {
  t = await createTestInnsyn();
  // One act about both, so that what is held back from one must be told to the other.
  const act = await t.logg.intend(toPlan([P, DNUMMER, ANNEN], { handling: 'BULK' }));
  await act.disclose(null, { utfall: 'rader', felter: ['navn'], subjekter: [P, DNUMMER, ANNEN] });
  linjeId = act.handlingId;
});
afterAll(() => t.stop());

test('P-03: held back under all her numbers until it is ended, and not from others in the same act', async () => {
  const holdt = { id: linjeId, grunn: 'kontroll', utloeper: HOLD.utloeper };
  expect(listHoldt(await t.ask([P, DNUMMER]))).toEqual([]);
  const svar = await decide(await t.ask([P, DNUMMER]), HOLD);
  expect(listHoldt(svar)).toEqual([holdt]);
  expect(listHoldt(await t.ask([P]))).toEqual([holdt]);
  expect(listHoldt(await t.ask([DNUMMER]))).toEqual([holdt]);
  expect(listHoldt(await t.ask([ANNEN]))).toEqual([]);
  expect(listHoldt(await decide(await t.ask([P, DNUMMER]), { slag: 'opphev' }))).toEqual([]);
  expect(listHoldt(await t.ask([DNUMMER]))).toEqual([]);
});

test('P-03: it ends by itself on its day, also when that day is today', async () => {
  await decide(await t.ask([P]), HOLD);
  expect(listHoldt(await t.ask([P])).length).toBe(1);
  await t.db.owner.query(
    "update portal.tilbakehold set utloeper = (now() at time zone 'Europe/Oslo')::date where opphevet is null",
  );
  expect(listHoldt(await t.ask([P]))).toEqual([]);
});

test('P-03: the decision is an act with its reason sealed, and says what it was about', async () => {
  const svar = await t.ask([P]);
  await decide(svar, HOLD);
  const { rows } = await t.db.owner.query(
    "select * from revisjonslogg.rad where handling = 'INNSYN_TILBAKEHOLD' order by id desc limit 2",
  );
  expect(rows.map(({ slag }) => slag)).toEqual(['DISCLOSED', 'INTENT']);
  for (const rad of rows) {
    expect(rad.innhold.gjelder).toMatchObject({ linje: linjeId, ...HOLD });
    expect(JSON.parse(openKonvolutt(t.deps.noekler, rad.kall_id, rad.konvolutt))).toEqual({
      begrunnelse: BEGRUNNELSE,
    });
  }
  await decide(svar, { slag: 'opphev' });
});

test('P-03: a day that is past or too far ahead, a line that nobody saw and another user’s answer are refused', async () => {
  const svar = await t.ask([P]);
  for (const dager of [-1, 400])
    await expect(decide(svar, { ...HOLD, utloeper: toDag(dager) })).rejects.toMatchObject({
      kode: 'UGYLDIG_INNHOLD',
    });
  await expect(decide(svar, HOLD, { linjeId: randomUUID() })).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
  const session = { ...t.ombud, brukerId: randomUUID() };
  const body = { svarId: svar.svarId, linjeId, begrunnelse: BEGRUNNELSE, vedtak: HOLD };
  await expect(changeTilbakehold(t.deps, { session, body })).rejects.toMatchObject({
    kode: 'UGYLDIG_INNHOLD',
  });
  expect(listHoldt(await t.ask([P]))).toEqual([]);
  const { rows } = await t.db.owner.query(
    "select utfall from revisjonslogg.rad where handling = 'INNSYN_TILBAKEHOLD' and slag = 'FAILED'",
  );
  expect(rows).toEqual([{ utfall: 'ukjentLinje' }]);
});

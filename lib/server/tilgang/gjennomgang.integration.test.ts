/** Rounds and unused rights, as the portal's role and the worker's run them on a real database. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rolle } from '#lib/domain/session/session.ts';
import type { Brukerliste } from '#lib/domain/tilgang/bruker.ts';
import type { Gjennomganger, SvarRequest } from '#lib/domain/tilgang/gjennomgang.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { getEier } from '#lib/server/uttrekk/portal/eier.ts';
import {
  codeOf,
  createBruker,
  createTestdeps,
  read,
  toKall,
} from '#lib/server/uttrekk/portal/test-portal.ts';
import { changeTilgang } from './change-tilgang.ts';
import { closeGjennomganger } from './close-gjennomganger.ts';
import { listBrukere } from './list-brukere.ts';
import { readGjennomganger } from './list-gjennomganger.ts';
import { noteBruk } from './note-bruk.ts';
import { startGjennomgang, svarGjennomgang } from './run-gjennomgang.ts';

const om = (dager: number) => new Date(Date.now() + dager * 86_400_000).toISOString();
let db: TestDatabase;
let deps: ReturnType<typeof createTestdeps>;
let worker: ReturnType<typeof createTestdeps>;
let admin: Session;

beforeAll(async () => {
  db = await createTestDatabase();
  deps = createTestdeps(db);
  worker = createTestdeps(db, 'worker');
  admin = await createBruker(db, 'Ada Administrator', 'administrator');
});
afterAll(() => db.stop());

/** Somebody in a unit of her own choosing. */
async function createI(enhet: string, navn: string, ...roller: Rolle[]): Promise<Session> {
  const bruker = await createBruker(db, navn, ...roller);
  await db.owner.query('update portal.bruker set enhet = $2 where id = $1', [bruker.brukerId, enhet]);

  return { ...bruker, enhet };
}

const start = async (enhet: string | null) => {
  const { gjennomganger } = await read<Gjennomganger>(
    startGjennomgang(deps, toKall(admin, { enhet, frist: om(7) })),
  );
  const runde = gjennomganger[0];
  if (runde === undefined) throw new Error('no round');
  return runde;
};
const list = (session: Session) => read<Gjennomganger>(readGjennomganger(deps, session));
const svar = (session: Session, gjennomgangId: string, body: SvarRequest) =>
  read<Gjennomganger>(svarGjennomgang(deps, toKall(session, body, { gjennomgangId })));
const rollerOf = async (bruker: Session) => (await getEier(deps, bruker.brukerId)).rettigheter.roller;
const letFristPass = (gjennomgangId: string) =>
  db.owner.query(`update portal.gjennomgang set frist = now() - interval '1 second' where id = $1`, [
    gjennomgangId,
  ]);

test('a round holds every right of its unit; a leder answers for it and not for herself', async () => {
  const enhet = randomUUID();
  const leder = await createI(enhet, 'Lise Leder', 'leder');
  const annen = await createI(randomUUID(), 'Lars Leder', 'leder');
  const hun = await createI(enhet, 'Kari Kollega', 'analytiker');
  const { gjennomgangId, linjer } = await start(enhet);
  expect(linjer.map(({ navn, rettighet }) => `${navn} ${rettighet}`)).toEqual([
    'Kari Kollega pakke:offentlig-med-hjemmel',
    'Kari Kollega rolle:analytiker',
    'Lise Leder pakke:offentlig-med-hjemmel',
    'Lise Leder rolle:leder',
  ]);
  const egne = (await list(leder)).gjennomganger[0]?.linjer ?? [];
  expect(egne.filter(({ kanSvare }) => kanSvare).map(({ navn }) => navn)).toEqual([
    'Kari Kollega',
    'Kari Kollega',
  ]);
  expect((await list(annen)).gjennomganger).toEqual([]);

  const linje = { brukerId: hun.brukerId, rettighet: 'rolle:analytiker' } as const;
  expect(await codeOf(svar(annen, gjennomgangId, { ...linje, svar: 'fjernes' }))).toBe('IKKE_FUNNET');
  const meg = { brukerId: leder.brukerId, rettighet: 'rolle:leder', svar: 'beholdes' } as const;
  expect(await codeOf(svar(leder, gjennomgangId, meg))).toBe('IKKE_FUNNET');
  expect(await codeOf(svar(leder, randomUUID(), { ...linje, svar: 'fjernes' }))).toBe('KONFLIKT');
  expect(await rollerOf(hun)).toEqual(['analytiker']);
  await svar(leder, gjennomgangId, { ...linje, svar: 'fjernes' });
  expect(await rollerOf(hun)).toEqual([]);
  expect(await codeOf(svar(leder, gjennomgangId, { ...linje, svar: 'beholdes' }))).toBe('KONFLIKT');
});

test('at the deadline what nobody answered for ends, once, with a row for each; what was kept stays', async () => {
  const enhet = randomUUID();
  const hun = await createI(enhet, 'Ulla Ubesvart', 'analytiker');
  const gitt = {
    slag: 'gi',
    rettighet: 'rolle:leder',
    til: om(30),
    begrunnelse: 'Vikar for en kollega',
  } as const;
  await changeTilgang(deps, toKall(admin, gitt, { brukerId: hun.brukerId }));
  const { gjennomgangId } = await start(enhet);
  await svar(admin, gjennomgangId, {
    brukerId: hun.brukerId,
    rettighet: 'pakke:offentlig-med-hjemmel',
    svar: 'beholdes',
  });
  await closeGjennomganger(worker);
  expect(await rollerOf(hun)).toEqual(['analytiker', 'leder']);
  await letFristPass(gjennomgangId);
  await Promise.allSettled([closeGjennomganger(worker), closeGjennomganger(worker)]);
  await closeGjennomganger(worker);
  const { rettigheter } = await getEier(deps, hun.brukerId);
  expect(rettigheter).toMatchObject({ roller: [], pakker: ['offentlig-med-hjemmel'] });
  const runde = (await list(admin)).gjennomganger.find((en) => en.gjennomgangId === gjennomgangId);
  expect(runde?.avsluttet).not.toBeNull();
  expect(runde?.linjer.map((linje) => linje.svar)).toEqual(['beholdes', 'utloept', 'utloept']);
  const { rows } = await db.owner.query(
    `select hva, count(*)::int as antall from portal.tilgangshendelse
     where bruker_id = $1 and slag = 'fjernetIGjennomgang' group by hva order by hva`,
    [hun.brukerId],
  );
  expect(rows).toEqual([
    { hva: 'rolle:analytiker', antall: 1 },
    { hva: 'rolle:leder', antall: 1 },
  ]);
  const { rows: rader } = await db.owner.query(
    `select distinct bruker, innhold -> 'gjelder' ->> 'rettighet' as rettighet from revisjonslogg.rad
     where handling = 'TILGANG_GJENNOMGANG' and innhold -> 'gjelder' ->> 'svar' = 'utloept'
       and innhold -> 'gjelder' ->> 'bruker' = $1 order by rettighet`,
    [hun.brukerId],
  );
  expect(rader).toEqual(
    ['rolle:analytiker', 'rolle:leder'].map((rettighet) => ({ bruker: 'arbeideren', rettighet })),
  );
});

test('the last administrator keeps the role when nobody answered', async () => {
  const enhet = randomUUID();
  await db.owner.query('update portal.bruker set enhet = $2 where id = $1', [admin.brukerId, enhet]);
  const { gjennomgangId } = await start(enhet);
  await letFristPass(gjennomgangId);
  await closeGjennomganger(worker);
  expect(await rollerOf(admin)).toEqual(['administrator']);
  const annen = await createI(enhet, 'Arne Administrator', 'administrator');
  const neste = await start(enhet);
  await letFristPass(neste.gjennomgangId);
  await closeGjennomganger(worker);
  expect([await rollerOf(admin), await rollerOf(annen)].flat()).toEqual(['administrator']);
});

test('a right that is not used for long is marked; how often anything is done is nowhere', async () => {
  const merke = randomUUID();
  const hun = await createI(randomUUID(), `Unni ${merke}`, 'saksbehandler', 'analytiker');
  await db.owner.query(`update portal.bruker set opprettet = now() - interval '1 year' where id = $1`, [
    hun.brukerId,
  ]);
  const ubrukte = async () => {
    const body = { soek: merke, enhet: null, rettighet: null, venter: false, ubrukt: true };
    return (await read<Brukerliste>(listBrukere(deps, toKall(hun, body)))).brukere.flatMap(
      (en) => en.ubrukte,
    );
  };
  expect(await ubrukte()).toEqual(['rolle:saksbehandler', 'rolle:analytiker', 'pakke:offentlig-med-hjemmel']);
  const plan = {
    formaal: null,
    saksreferanse: null,
    pakke: 'offentlig-med-hjemmel',
    deler: [],
    subjekter: [],
  };
  for (let nr = 0; nr < 3; nr += 1) {
    const act = await deps.revisjonslogg.intend({
      ...plan,
      aktoer: hun,
      handling: 'OPPSLAG',
      kriterier: null,
    });
    await act.disclose(null, { utfall: 'funnet', subjekter: [], felter: [] });
  }
  await noteBruk(db.worker);
  await noteBruk(db.worker);
  expect(await ubrukte()).toEqual(['rolle:analytiker']);
  const { rows } = await db.owner.query('select * from portal.sist_brukt where bruker_id = $1', [
    hun.brukerId,
  ]);
  expect(rows.map((rad) => Object.keys(rad).sort())).toEqual([['bruker_id', 'dag', 'handling', 'pakke']]);
  await expect(db.worker.query('select 1 from revisjonslogg.rad limit 1')).rejects.toThrow(
    /permission denied/,
  );
});

test('a deadline behind us, or a unit without rights, starts nothing', async () => {
  const tom = { enhet: randomUUID(), frist: om(7) };
  expect(await codeOf(startGjennomgang(deps, toKall(admin, tom)))).toBe('KONFLIKT');
  for (const dager of [-1, 0, 400])
    expect(await codeOf(startGjennomgang(deps, toKall(admin, { enhet: null, frist: om(dager) })))).toBe(
      'UGYLDIG_INNHOLD',
    );
});

/** What waits, on a real database: each number is what its reader may answer, and never what is her own. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpor } from '#lib/domain/kontroll/test-kontor.ts';
import type { Venter } from '#lib/domain/venter/venter.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { savePeriode } from '#lib/server/kontroll/save-periode.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { createBruker } from '#lib/server/uttrekk/portal/test-portal.ts';
import { readVenter } from './read-venter.ts';

let db: TestDatabase;
let kari: Session;
let leder: Session;
let admin: Session;
let annenAdmin: Session;
let ombud: Session;

const INGEN: Venter = { uttrekk: 0, gjennomgang: 0, tilgang: 0, kontroll: 0, stikkproever: 0 };

/** A case about each of these. */
async function drawSaker(kilde: 'signal' | 'stikkproeve', hvem: readonly Session[]): Promise<void> {
  const frist = new Date(Date.now() + 86_400_000);
  const periode = { kilde, fra: new Date(0), til: new Date(1000), grunnlag: {} };
  const toSak = ({ brukernavn: bruker, brukerId, enhet }: Session) => ({
    spor: createSpor({ bruker, brukerId, enhet }),
    treff: [],
    poeng: 0,
    forklart: 0,
    frist,
  });
  await savePeriode(db.worker, periode, hvem.map(toSak));
}

const orderUttrekk = ({ brukerId }: Session, pakke: string) =>
  db.owner.query(
    `insert into uttrekk.uttrekk (eier_id, bestilling, avtrykk, deler, handling_id, klientnoekkel, tilstand)
     values ($1, jsonb_build_object('pakke', $2::text), '\\x00', '{}', $3, $3, 'venterPaaGodkjenning')`,
    [brukerId, pakke, randomUUID()],
  );

beforeAll(async () => {
  db = await createTestDatabase();
  kari = await createBruker(db, 'Kari Saksbehandler', 'saksbehandler');
  leder = await createBruker(db, 'Lise Leder', 'leder');
  admin = await createBruker(db, 'Anna Administrator', 'administrator');
  annenAdmin = await createBruker(db, 'Anton Administrator', 'administrator');
  ombud = await createBruker(db, 'Olga Ombud', 'personvernombud');
  await drawSaker('stikkproeve', [kari, kari, leder]);
  await drawSaker('signal', [kari, kari, kari, ombud]);
  await orderUttrekk(kari, 'offentlig-med-hjemmel');
  await orderUttrekk(kari, 'finans');
  await orderUttrekk(leder, 'offentlig-med-hjemmel');
  await db.owner.query(
    `insert into portal.tildeling (bruker_id, rettighet, til, begrunnelse, gitt_av)
     select $1, rettighet, now() + interval '1 day', 'x', $2
     from unnest('{rolle:administrator,skjermingsrett:fortrolig,rolle:leder}'::text[]) rettighet`,
    [kari.brukerId, admin.brukerId],
  );
  await db.owner.query(
    `with runde as (insert into portal.gjennomgang (frist, startet_av) values (now() + interval '1 day', $1) returning id)
     insert into portal.gjennomgangslinje (gjennomgang_id, bruker_id, rettighet)
     select id, bruker_id, rettighet from runde, (values
       ($2::uuid, 'rolle:saksbehandler'), ($3::uuid, 'rolle:leder'), ($1::uuid, 'rolle:administrator')) linje (bruker_id, rettighet)`,
    [admin.brukerId, kari.brukerId, leder.brukerId],
  );
});
afterAll(() => db.stop());

test.each<[string, () => Session, Venter]>([
  ['a saksbehandler has nothing to answer', () => kari, INGEN],
  [
    'a leder has her package’s uttrekk, her unit’s rights and draws, and none of her own',
    () => leder,
    { ...INGEN, uttrekk: 1, gjennomgang: 1, stikkproever: 2 },
  ],
  [
    'an administrator has what others than herself gave, and all rights but her own',
    () => annenAdmin,
    { ...INGEN, tilgang: 2, gjennomgang: 3 },
  ],
  ['who gave a right does not confirm it', () => admin, { ...INGEN, gjennomgang: 2 }],
  [
    'an ombud has the cases that are hers now, and confirms rights',
    () => ombud,
    { ...INGEN, tilgang: 2, kontroll: 3 },
  ],
])('%s', async (_, hvem, ventet) => {
  expect(JSON.parse((await readVenter(db.portal, hvem())).json)).toEqual(ventet);
});

test('what is over waits for nobody', async () => {
  await db.owner.query(
    `update portal.tildeling set fra = now() - interval '2 days', til = now() - interval '1 day';
     update portal.gjennomgang set frist = now()`,
  );
  expect(JSON.parse((await readVenter(db.portal, annenAdmin)).json)).toEqual(INGEN);
});

/** The revisjonslogg against a real PostgreSQL: what its writer may and may not do, and what a failure of it does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '#lib/domain/feil.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { createRevisjonslogg, type Plan, type Revisjonslogg } from './create-revisjonslogg.ts';
import { type Disclosed, isDisclosed } from './disclosed.ts';
import { openKonvolutt } from './noekler.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const NUMMER = '21818012345';
let db: TestDatabase;
let logg: Revisjonslogg;

beforeAll(async () => {
  db = await createTestDatabase();
  logg = createRevisjonslogg(db.portal, KEY);
});
afterAll(() => db.stop());

const plan: Plan = {
  aktoer: { brukerId: null, brukernavn: 'saksbehandler', enhet: 'Enhet', sessionRef: Buffer.alloc(16) },
  handling: 'OPPSLAG',
  formaal: 'saksbehandling',
  saksreferanse: '2026/1',
  pakke: 'offentlig-med-hjemmel',
  deler: ['person-basis'],
  subjekter: [NUMMER],
  kriterier: { identifikasjonsnummer: NUMMER },
};
const utfall = { utfall: 'funnet', subjekter: [NUMMER], felter: ['navn.fornavn'] };

async function rows(handlingId: string): Promise<Record<string, unknown>[]> {
  const result = await db.owner.query(
    `select slag, utfall, bruker, formaal, saksreferanse, pakke, innhold,
       (select count(*)::int from revisjonslogg.subjekt s where s.rad_id = r.rad_id) as subjekter
     from revisjonslogg.rad r where handling_id = $1 order by id`,
    [handlingId],
  );

  return result.rows;
}

test('A-14: an act is an INTENT and one end, under one id', async () => {
  const act = await logg.intend(plan);
  expect(await rows(act.handlingId)).toMatchObject([
    { slag: 'INTENT', bruker: 'saksbehandler', subjekter: 1 },
  ]);
  const disclosed = await act.disclose({ navn: 'x' }, utfall);
  expect(isDisclosed(disclosed)).toBe(true);
  expect(await rows(act.handlingId)).toMatchObject([
    { slag: 'INTENT', formaal: 'saksbehandling', saksreferanse: '2026/1', pakke: 'offentlig-med-hjemmel' },
    {
      slag: 'DISCLOSED',
      utfall: 'funnet',
      subjekter: 1,
      innhold: { deler: ['person-basis'], felter: ['navn.fornavn'] },
    },
  ]);
});

test('I3: an act ends once', async () => {
  const act = await logg.intend(plan);
  await act.disclose('once', utfall);
  await expect(act.disclose('twice', utfall)).rejects.toMatchObject({ kode: 'REVISJONSLOGG_UTILGJENGELIG' });
  await expect(act.fail(null, 'internFeil')).rejects.toBeInstanceOf(AppError);
  expect(await rows(act.handlingId)).toHaveLength(2);
});

test('I3: an act that ended last month does not end again in this', async () => {
  const act = await logg.intend(plan);
  await act.disclose('once', utfall);
  await db.changeUnguarded(
    `update revisjonslogg.rad set tidspunkt = tidspunkt - interval '1 month' where handling_id = $1`,
    [act.handlingId],
  );
  await expect(act.disclose('twice', utfall)).rejects.toMatchObject({ kode: 'REVISJONSLOGG_UTILGJENGELIG' });
  expect(await rows(act.handlingId)).toHaveLength(2);
});

test('A-17: a person stands in the log as a keyed reference, and the criteria only sealed', async () => {
  const act = await logg.intend(plan);
  const dump = await db.owner.query(
    `select rad_id, kall_id, konvolutt, row_to_json(r)::text as rad from revisjonslogg.rad r where handling_id = $1`,
    [act.handlingId],
  );
  const [row] = dump.rows;
  expect(row.rad).not.toContain(NUMMER);
  expect(openKonvolutt([KEY], row.kall_id, row.konvolutt)).toContain(NUMMER);
  const refs = await db.owner.query('select subjekt_ref from revisjonslogg.subjekt where rad_id = $1', [
    row.rad_id,
  ]);
  expect(refs.rows[0].subjekt_ref.equals(logg.toSubjektRef(NUMMER))).toBe(true);
});

const FORBIDDEN = [
  'select count(*) from revisjonslogg.rad',
  'select subjekt_ref from revisjonslogg.subjekt',
  "update revisjonslogg.rad set bruker = 'another'",
  'delete from revisjonslogg.rad',
  'truncate revisjonslogg.rad',
  'delete from revisjonslogg.subjekt',
  `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker, tidspunkt)
     values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'INTENT', 'x', 'x', now())`,
  `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker, xid)
     values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'INTENT', 'x', 'x', '1')`,
  "update revisjonslogg.rad_rest set bruker = 'x'",
  'select revisjonslogg.ensure_partisjoner()',
  'select * from revisjonslogg.blad',
  'select * from revisjonslogg.sjekkpunkt',
  'select * from revisjonslogg.livstegn',
  'delete from revisjonslogg.livstegn',
  "insert into revisjonslogg.livstegn (merke, xid) values ('\\x00', '1')",
  `insert into revisjonslogg.subjekt (subjekt_ref, rad_id, tidspunkt) values ('\\x00', gen_random_uuid(), now())`,
  `insert into revisjonslogg.rad (id, rad_id, handling_id, kall_id, slag, handling, bruker) overriding system value
     values (1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'INTENT', 'x', 'x')`,
  'alter table revisjonslogg.rad disable trigger all',
  'drop table revisjonslogg.rad',
  'set role eier',
];
for (const sql of FORBIDDEN) {
  test(`A-04: the portal's role may not: ${sql.split('\n')[0]}`, async () => {
    await expect(db.portal.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
}

const FORBIDDEN_LESER = [
  'select konvolutt from revisjonslogg.rad',
  "update revisjonslogg.rad set bruker = 'another'",
  `insert into revisjonslogg.subjekt (subjekt_ref, rad_id) values ('\\x00', gen_random_uuid())`,
  'select * from portal.session',
  'select * from portal.oppslag',
];
for (const sql of FORBIDDEN_LESER) {
  test(`A-04: the reader's role may not: ${sql}`, async () => {
    await expect(db.leser.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
}

const FORBIDDEN_FORSEGLER = [
  'select konvolutt from revisjonslogg.rad_rest',
  "update revisjonslogg.rad set bruker = 'another'",
  `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker)
     values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'INTENT', 'x', 'x')`,
  'update revisjonslogg.blad set indeks = 0',
  'delete from revisjonslogg.sjekkpunkt',
  'truncate revisjonslogg.blad',
  "insert into revisjonslogg.livstegn (merke) values ('\\x00')",
  "update revisjonslogg.livstegn set merke = '\\x00'",
  'drop table revisjonslogg.rad_rest',
  'select revisjonslogg.mark_uavklarte(now())',
  'select * from portal.session',
];
for (const sql of FORBIDDEN_FORSEGLER) {
  test(`I7: the sealer's role may not: ${sql.split('\n')[0]}`, async () => {
    await expect(db.forsegler.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
}

test('not even the owner changes or removes a row by a plain statement', async () => {
  await logg.intend(plan);
  await expect(db.owner.query("update revisjonslogg.rad set bruker = 'x'")).rejects.toMatchObject({
    code: '42501',
  });
  await expect(db.owner.query('delete from revisjonslogg.subjekt')).rejects.toMatchObject({ code: '42501' });
  await expect(db.owner.query('truncate revisjonslogg.rad cascade')).rejects.toMatchObject({ code: '42501' });
  for (const tabell of ['rad_rest', 'subjekt_rest', 'blad', 'sjekkpunkt']) {
    const sql = `delete from revisjonslogg.${tabell}`;
    await expect(db.owner.query(sql), tabell).rejects.toMatchObject({ code: '42501' });
  }
});

test('a field that was written beforehand changes where it stands in the answer and nothing else', async () => {
  const act = await logg.intend(plan);
  const value = { utfall: 'funnet', person: { navn: 'Å "B"\n' }, kvittering: { avtrykk: 'ab' } };
  const vist = { felt: 'person', json: JSON.stringify(value.person), avtrykk: 'ab' };
  const disclosed = await act.disclose(value, { ...utfall, vist });
  expect(JSON.parse(disclosed.json)).toEqual(value);
  const row = await db.owner.query(
    "select innhold->>'avtrykk' as avtrykk from revisjonslogg.rad where handling_id = $1 and slag = 'DISCLOSED'",
    [act.handlingId],
  );
  expect(row.rows[0].avtrykk).toBe('ab');
});

test('A-03: an INTENT without an end becomes UNRESOLVED after two minutes, once, with its subject', async () => {
  const old = await logg.intend(plan);
  const young = await logg.intend(plan);
  const ended = await logg.intend(plan);
  await ended.disclose('x', utfall);
  // The rows are aged as only the owner can, with every guard taken down for the moment.
  await db.changeUnguarded(
    `update revisjonslogg.rad set tidspunkt = tidspunkt - interval '121 seconds' where handling_id = any($1)`,
    [[old.handlingId, ended.handlingId]],
  );
  await db.changeUnguarded(
    `update revisjonslogg.subjekt s set tidspunkt = r.tidspunkt from revisjonslogg.rad r where r.rad_id = s.rad_id`,
  );
  expect(await logg.markUavklarte(new Date(Date.now() - 86_400_000))).toBe(1);
  expect(await logg.markUavklarte(new Date(Date.now() - 86_400_000))).toBe(0);
  expect(await rows(old.handlingId)).toMatchObject([
    { slag: 'INTENT' },
    { slag: 'UNRESOLVED', subjekter: 1 },
  ]);
  const uavklart = await db.owner.query(
    "select kall_id, konvolutt from revisjonslogg.rad where handling_id = $1 and slag = 'UNRESOLVED'",
    [old.handlingId],
  );
  const [{ kall_id, konvolutt }] = uavklart.rows;
  expect(openKonvolutt([KEY], kall_id, konvolutt)).toContain(NUMMER);
  expect(await rows(young.handlingId)).toHaveLength(1);
  expect(await rows(ended.handlingId)).toHaveLength(2);
  // The answer came after all: both rows stay (I3).
  await old.disclose('late', utfall);
  expect((await rows(old.handlingId)).map(({ slag }) => slag)).toEqual(['INTENT', 'UNRESOLVED', 'DISCLOSED']);
});

async function age(handlingId: string, alder: string): Promise<void> {
  await db.changeUnguarded(
    'update revisjonslogg.rad set tidspunkt = tidspunkt - $2::interval where handling_id = $1',
    [handlingId, alder],
  );
}

test('A-03: what is settled is passed by at the next start, and what was committed late is not', async () => {
  const avklart = async () =>
    (
      await db.owner.query(
        "select til, til < now() - interval '1 hour' as har_slakk from revisjonslogg.avklart",
      )
    ).rows[0];
  await logg.markUavklarte(new Date(0));
  const first = await avklart();
  expect(first.til.getTime()).toBeGreaterThan(Date.now() - 2 * 3_600_000);
  expect(first.har_slakk).toBe(true);
  const late = await logg.intend(plan);
  await age(late.handlingId, '50 minutes');
  expect(await logg.markUavklarte(new Date(0))).toBe(1);
  expect((await rows(late.handlingId)).map(({ slag }) => slag)).toEqual(['INTENT', 'UNRESOLVED']);
  // Looking at the last day alone says nothing of what was before it.
  await db.changeUnguarded("update revisjonslogg.avklart set til = 'epoch'");
  await logg.markUavklarte(new Date(Date.now() - 86_400_000));
  expect((await avklart()).til).toEqual(new Date(0));
});

test('A-05: commits of this database are synchronous', async () => {
  const result = await db.portal.query(
    "select current_setting('synchronous_commit') as s, current_setting('fsync') as f",
  );
  expect(result.rows[0]).toEqual({ s: 'on', f: 'on' });
});

test('A-02: a value whose row is refused is never handed out', async () => {
  const act = await logg.intend({ ...plan, subjekter: [] });
  const outcome = await act.disclose('the person', { ...utfall, subjekter: [], felter: ['\u0000'] }).then(
    () => 'shown',
    (error: unknown) => (error instanceof AppError ? error.kode : 'another error'),
  );
  expect(outcome).toBe('REVISJONSLOGG_UTILGJENGELIG');
  expect(await rows(act.handlingId)).toHaveLength(1);
});

test('the compiler takes no undisclosed person for a disclosed one', () => {
  const person = { navn: 'x' };
  // @ts-expect-error: a person is not a Disclosed<Person>
  const disclosed: Disclosed<{ navn: string }> = person;
  // @ts-expect-error: nor is anything of the same shape
  const imitation: Disclosed<{ navn: string }> = { value: person, json: '{}' };
  expect(isDisclosed(disclosed) || isDisclosed(imitation)).toBe(false);
});

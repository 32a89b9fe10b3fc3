/** The worker's duty over a real log: every snooper found, once, by any number of workers, and the same if done again. */
import { hash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createArbeid,
  createSpor,
  DOEGN,
  etter,
  TEST_VALG,
  toDager,
} from '#lib/domain/kontroll/test-kontor.ts';
import { SNOKER, SNOKS_INNLOGGING } from '#lib/domain/kontroll/test-snoker.ts';
import { trekkStikkproeve } from '#lib/domain/kontroll/trekk-stikkproeve.ts';
import type { Nettleser } from '#lib/domain/session/nettleser.ts';
import { createTestServer, type TestDatabase, type TestServer } from '#lib/server/db/test-database.ts';
import { createTestLogg } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';
import { readGrunnlag } from './read-spor.ts';
import { computeSignaler, runKontroll } from './run-kontroll.ts';
import { createTestjobb, writeInnlogginger, writeSpor } from './test-kontroll.ts';

const LOKKE = '01810112345';
const VALG = { ...TEST_VALG, lokkepersoner: [LOKKE] };
/** A day after the acts of the made-up office. */
const DAGEN_ETTER = new Date(etter(DOEGN + 60));

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.stop());

const VANLIG = { nettleser: 'Edge', system: 'Windows' };
const NY = { nettleser: 'Firefox', system: 'Linux' };
const VANLIG_OEKT = 'aa'.repeat(16);
const innlogget = (minutter: number, gjelder: Nettleser | null, oekt = VANLIG_OEKT) => ({
  oekt,
  tidspunkt: etter(minutter),
  gjelder,
});
/** Twelve from the usual machine, one from the new kind too long ago, one from before the kind was logged; and the new. */
const INNLOGGINGER = [
  ...Array.from({ length: 12 }, (_, n) => innlogget(-(n + 2) * DOEGN, VANLIG)),
  innlogget(-91 * DOEGN, NY),
  innlogget(-3 * DOEGN, null),
  innlogget(5, NY, SNOKS_INNLOGGING.oekt),
  innlogget(6, VANLIG),
];

/** Catches up with all of the log: a call does so many periods and no more. */
async function catchUp(db: TestDatabase, naa = DAGEN_ETTER): Promise<void> {
  for (let kall = 0; kall < 2; kall += 1) await runKontroll(createTestjobb(db, VALG), naa);
}

async function listSaker(
  db: TestDatabase,
): Promise<{ bruker: string; regler: string[]; perioder: string }[]> {
  const { rows } = await db.owner.query(
    `select s.bruker, s.periode_fra::text as perioder, array(select regel from kontroll.treff t where t.sak_id = s.id order by 1) as regler
     from kontroll.sak s where s.kilde = 'signal' order by s.tidspunkt, s.handling_id`,
  );
  return rows;
}

test('D-01: every snooper in the log becomes a case, with the rule that found her, and nothing of whom she looked at', async () => {
  const db = await server.createDatabase();
  try {
    const { utenSak: _svak, utenforArbeidstid, ...sterke } = SNOKER;
    await writeSpor(db, [
      ...Object.values(sterke).flatMap((snok) => snok()),
      ...utenforArbeidstid(),
      createSpor({ bruker: 'snok-lokke', subjekter: [LOKKE] }),
      createSpor({ bruker: 'aerlig', subjekter: ['p'] }),
    ]);
    await writeInnlogginger(db, 'snok-nettleser', INNLOGGINGER);
    await catchUp(db);
    const saker = await listSaker(db);
    for (const regel of [...Object.keys(sterke), 'utenforArbeidstid', 'lokkeperson'])
      expect(saker.filter(({ regler }) => regler.includes(regel)).length, regel).toBeGreaterThan(0);
    expect(saker.map(({ bruker }) => bruker)).not.toContain('aerlig');
    const { rows } = await db.owner.query<{ alt: string }>(
      `select string_agg(s::text, ' ') || string_agg(t::text, ' ') as alt from kontroll.sak s left join kontroll.treff t on t.sak_id = s.id`,
    );
    expect(rows[0]?.alt).toContain('snok-lokke');
    expect(rows[0]?.alt).not.toContain(LOKKE);
  } finally {
    await db.stop();
  }
});

test('D-03: what is usual for somebody is counted by the log as the rules count it, and of those alone whose day is large', async () => {
  const db = await server.createDatabase();
  try {
    const spor = SNOKER.flereEnnEllers();
    const [bruker, tidspunkt] = ['snok-ellers', etter(-2 * DOEGN)];
    // The same person again, a refusal and a list are no more persons of her day.
    const samme = createSpor({ bruker, tidspunkt, subjekter: ['x'] });
    const ikkeFlere = [
      createSpor({ bruker, tidspunkt, subjekter: ['x'] }),
      createSpor({ bruker, tidspunkt, subjekter: ['y'], slag: 'DENIED' }),
      createSpor({ bruker, tidspunkt, subjekter: ['z'], handling: 'BULK' }),
    ];
    const alle = [...spor, samme, ...ikkeFlere, ...createArbeid(2, 2, 3)];
    await writeSpor(db, alle);
    await writeInnlogginger(db, bruker, INNLOGGINGER);
    const les = (fra: number) =>
      readGrunnlag(db.forsegler, { fra: new Date(etter(fra)), til: new Date(etter(fra + 15)) }, VALG);
    const dagen = await les(180);
    const foer = toDager(alle.filter((ett) => ett.bruker === bruker && ett.tidspunkt < etter(180)));
    expect(dagen.dager).toEqual(foer.toSorted((a, b) => a.dag.localeCompare(b.dag)));
    expect(dagen.dager.find(({ dag }) => dag === '2026-09-14')?.personer).toBe(3);
    expect(dagen.innlogginger).toEqual([
      SNOKS_INNLOGGING,
      { ...VANLIG, oekt: VANLIG_OEKT, kjent: true, tidligere: 0 },
    ]);
    // An hour before it is a day like others, and nothing of hers is read.
    expect((await les(120)).dager).toEqual([]);
  } finally {
    await db.stop();
  }
});

test('D-09: three workers at once do each period once, and reading it again gives what was saved', async () => {
  const db = await server.createDatabase();
  try {
    const spor = [...createArbeid(3, 6, 1), ...SNOKER.mangePersoner(), ...SNOKER.beskyttetPerson()];
    await writeSpor(db, spor);
    const jobb = createTestjobb(db, VALG);
    await Promise.all([
      runKontroll(jobb, DAGEN_ETTER),
      runKontroll(jobb, DAGEN_ETTER),
      runKontroll(jobb, DAGEN_ETTER),
    ]);
    const saker = await listSaker(db);
    expect(saker.length).toBeGreaterThan(1);
    const { rows } = await db.owner.query<{ fra: Date; til: Date; neste: Date | null }>(
      `select fra, til, lead(fra) over (order by fra) as neste from kontroll.periode where kilde = 'signal' order by fra`,
    );
    // No gap and no overlap, and a night is one period.
    for (const { til, neste } of rows) if (neste) expect(neste).toEqual(til);
    expect(rows.filter(({ fra, til }) => til.getTime() - fra.getTime() > 8 * 3_600_000)).toHaveLength(2);
    const igjen = [];
    for (const { fra, til } of rows) igjen.push(...(await computeSignaler(jobb, { fra, til })).saker);
    expect(
      igjen.map(({ spor: { bruker }, treff }) => ({
        bruker,
        regler: treff.map(({ regel }) => regel).toSorted(),
      })),
    ).toEqual(saker.map(({ bruker, regler }) => ({ bruker, regler })));
    // A second round finds nothing more to do.
    await runKontroll(jobb, DAGEN_ETTER);
    expect(await listSaker(db)).toEqual(saker);
  } finally {
    await db.stop();
  }
});

test('a period is read when it is over and its late rows are in, and not before', async () => {
  const db = await server.createDatabase();
  try {
    await writeSpor(db, SNOKER.beskyttetPerson());
    await runKontroll(createTestjobb(db, VALG), new Date(etter(19)));
    expect(await listSaker(db)).toEqual([]);
    await runKontroll(createTestjobb(db, VALG), new Date(etter(20)));
    expect(await listSaker(db)).toHaveLength(1);
  } finally {
    await db.stop();
  }
});

test('D-07: the draw of a week waits for a seed that nobody chose, and can be made again from it', async () => {
  const logg = await createTestLogg(server);
  try {
    const { db } = logg;
    const spor = createArbeid(5, 12, 4).filter(({ tidspunkt }) => tidspunkt < etter(DOEGN));
    await writeSpor(db, spor);
    const neste = new Date(etter(6 * DOEGN));
    const trukket = async () =>
      (
        await db.owner.query<{ handling_id: string; froe: string; handlinger: number }>(
          `select handling_id, grunnlag->>'froe' as froe, (grunnlag->>'handlinger')::int as handlinger from kontroll.sak s
           join kontroll.periode p on p.kilde = s.kilde and p.fra = s.periode_fra where s.kilde = 'stikkproeve' order by 1`,
        )
      ).rows;
    await catchUp(db, neste);
    expect(await trukket()).toEqual([]);
    await logg.forsegler.sealOnce();
    await catchUp(db, neste);
    const ukens = await trukket();
    // Monday the 14th to Sunday the 20th.
    const uke = spor.filter(({ tidspunkt }) => tidspunkt >= '2026-09-14' && tidspunkt < '2026-09-21');
    expect(ukens.map(({ handling_id }) => handling_id)).toEqual(
      trekkStikkproeve(uke, VALG.stikkproeve, ukens[0]?.froe ?? '', (tekst) => hash('sha256', tekst)),
    );
    expect(ukens).toHaveLength(50);
    expect(ukens[0]?.handlinger).toBe(uke.length);
  } finally {
    await logg.stop();
  }
});

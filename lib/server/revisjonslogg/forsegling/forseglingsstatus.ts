/**
 * How far sealing has come: what the drift page shows and alarms are set on. Rows that wait are durable already; that they
 * wait long means that a change to them would not be seen.
 */
import 'server-only';
import { z } from 'zod';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { hasSkriverfunn } from '#lib/server/revisjonslogg/merke/skriverfiler.ts';

const Status = z.object({
  /** When the last checkpoint was made; one is made each minute. Null: nothing was ever sealed. */
  sisteSjekkpunkt: z.date().nullable(),
  /** The oldest row that no checkpoint speaks of; null when there is none. */
  eldsteUforseglet: z.date().nullable(),
  /** Rows that no month takes: somebody must make the months. */
  raderUtenMaaned: z.coerce.number(),
  /** The month after this one has its place. */
  harNesteMaaned: z.boolean(),
  /** The slowest receiver's export: the oldest sealed row that it has not got. Null: all have all, or there is none. */
  eldsteUeksportert: z.date().nullable(),
  /** Of the checkpoints of the last day, one says an earlier time than the one before it. */
  klokkenGikkTilbake: z.boolean(),
});
export type Forseglingsstatus = z.infer<typeof Status> & {
  /** The witness holds findings of rows that were changed before they were sealed. */
  harSkriverfunn: boolean;
};

/** One is made each minute, and one for each full batch. */
const SJEKKPUNKTER_I_DOEGNET = 1_500;

const SQL = `with siste as (select tidspunkt, vannmerke from revisjonslogg.sjekkpunkt order by nummer desc limit 1)
select (select tidspunkt from siste) as "sisteSjekkpunkt",
  (select min(tidspunkt) from revisjonslogg.rad where xid >= coalesce((select vannmerke from siste), '0'::xid8))
    as "eldsteUforseglet",
  (select count(*) from revisjonslogg.rad_rest) as "raderUtenMaaned",
  to_regclass('revisjonslogg.rad_' || to_char((now() + interval '1 month') at time zone 'UTC', 'YYYY_MM')) is not null
    as "harNesteMaaned",
  (select min(b.tidspunkt) from revisjonslogg.eksport e join revisjonslogg.blad b on b.indeks = e.neste_blad)
    as "eldsteUeksportert",
  (select coalesce(bool_or(tidspunkt < foer), false) from (
    select tidspunkt, lag(tidspunkt) over (order by nummer) as foer from (
      select nummer, tidspunkt from revisjonslogg.sjekkpunkt order by nummer desc limit ${SJEKKPUNKTER_I_DOEGNET}) s) t)
    as "klokkenGikkTilbake"`;

/**
 * @param pool of role `revisjonsleser`
 * @param mappe the witness's folder
 */
export async function readForseglingsstatus(pool: Pool, mappe: string): Promise<Forseglingsstatus> {
  const [[status], harSkriverfunn] = await Promise.all([query(pool, Status, SQL), hasSkriverfunn(mappe)]);

  return { ...Status.parse(status), harSkriverfunn };
}

/** A checkpoint is made each minute: after three the sealer stands still. */
const SJEKKPUNKT_MS = 3 * 60_000;
/** A row waits a minute: after fifteen somebody must look, after four hours no new uttrekk may begin. */
const RAD_MS = { varsel: 15 * 60_000, stopp: 4 * 60 * 60_000 };

export type Forseglingsalarm =
  | 'ingenSjekkpunkt'
  | 'forseglingHenger'
  | 'nyeUttrekkStoppes'
  | 'manglerMaaned'
  | 'raderUtenMaaned'
  | 'eksportHenger'
  | 'klokkenGikkTilbake'
  | 'endretFoerForsegling';

/** What is wrong at a time, the worst last; nothing when all is well. */
export function listForseglingsalarmer(status: Forseglingsstatus, naa: Date): Forseglingsalarm[] {
  const age = (since: Date | null): number => (since === null ? 0 : naa.getTime() - since.getTime());
  const { sisteSjekkpunkt, eldsteUforseglet, eldsteUeksportert, raderUtenMaaned, harNesteMaaned } = status;
  const alarms: [Forseglingsalarm, boolean][] = [
    ['klokkenGikkTilbake', status.klokkenGikkTilbake],
    ['eksportHenger', age(eldsteUeksportert) > RAD_MS.varsel],
    ['manglerMaaned', !harNesteMaaned],
    ['raderUtenMaaned', raderUtenMaaned > 0],
    // Before the first there is as much to be late for as there are rows to seal: a new log is not wrong.
    ['ingenSjekkpunkt', age(sisteSjekkpunkt ?? eldsteUforseglet) > SJEKKPUNKT_MS],
    ['forseglingHenger', age(eldsteUforseglet) > RAD_MS.varsel],
    ['endretFoerForsegling', status.harSkriverfunn],
    ['nyeUttrekkStoppes', age(eldsteUforseglet) > RAD_MS.stopp],
  ];

  return alarms.flatMap(([alarm, isOn]) => (isOn ? [alarm] : []));
}

const Etterslep = z.object({ eldste: z.date().nullable() });

/**
 * Whether no new uttrekk may begin, because rows have waited too long for their sealing.
 * @param pool of role `portal` or `worker`, which may ask no more of the log than this
 */
export async function isUttrekkStanset(pool: Pool, naa: Date): Promise<boolean> {
  const [rad] = await query(pool, Etterslep, 'select revisjonslogg.eldste_uforseglede() as eldste');
  const { eldste } = Etterslep.parse(rad);

  return eldste !== null && naa.getTime() - eldste.getTime() > RAD_MS.stopp;
}

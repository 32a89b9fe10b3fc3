/**
 * A chunk of at most a thousand as a row: taken by whichever worker has room, under a lease of its own. Rule: what a
 * chunk gave counts only if its lease number is the one that took it and the uttrekk still fetches, found and committed
 * together with the result (security.md R-10).
 */
import 'server-only';
import { z } from 'zod';
import { type Database, type Pool, query, transact } from '#lib/server/db/pool.ts';
import type { Delresultat } from '#lib/server/uttrekk/filer/deler.ts';
import type { Deladresse } from '#lib/server/uttrekk/filer/mappe.ts';
import { Forbikjoert } from './leie.ts';

const Delrad = z.object({
  uttrekkId: z.uuid(),
  jobbNr: z.int(),
  batchNr: z.int(),
  nr: z.int(),
  leieNr: z.int(),
  forsoek: z.int(),
  antall: z.int(),
});
export type Delrad = z.infer<typeof Delrad>;

/**
 * Takes one chunk, or null when there is none to take. The uttrekk with the fewest under way comes first, so that a small
 * one does not wait for a large one; within it the order is the register's.
 */
export async function claimDel(pool: Pool, leieMs: number): Promise<Delrad | null> {
  const [rad] = await query(
    pool,
    Delrad,
    `with ledig as (
       select d.* from uttrekk.del d
       where d.tilstand in ('venter', 'hentes') and d.neste <= now() and (d.leie_til is null or d.leie_til < now())),
     valgt as (
       select u.id from uttrekk.uttrekk u
       where u.tilstand = 'henter' and u.oenske = 'kjoer' and exists (select from ledig l where l.uttrekk_id = u.id)
       order by (select count(*) from uttrekk.del d where d.uttrekk_id = u.id and d.tilstand = 'hentes'), u.opprettet
       limit 1),
     tatt as (
       select d.uttrekk_id, d.jobb_nr, d.batch_nr, d.nr from uttrekk.del d join valgt v on v.id = d.uttrekk_id
       where d.tilstand in ('venter', 'hentes') and d.neste <= now() and (d.leie_til is null or d.leie_til < now())
       order by d.jobb_nr, d.batch_nr, d.nr limit 1 for update of d skip locked)
     update uttrekk.del d set tilstand = 'hentes', leie_nr = d.leie_nr + 1,
       leie_til = now() + $1 * interval '1 millisecond'
     from tatt t where (d.uttrekk_id, d.jobb_nr, d.batch_nr, d.nr) = (t.uttrekk_id, t.jobb_nr, t.batch_nr, t.nr)
     returning d.uttrekk_id as "uttrekkId", d.jobb_nr as "jobbNr", d.batch_nr as "batchNr", d.nr,
       d.leie_nr::int as "leieNr", d.forsoek, d.antall`,
    [leieMs],
  );

  return rad ?? null;
}

const noekkel = ({ uttrekkId, jobbNr, batchNr, nr, leieNr }: Delrad) => [
  uttrekkId,
  jobbNr,
  batchNr,
  nr,
  leieNr,
];
const ER_VAAR = `uttrekk_id = $1 and jobb_nr = $2 and batch_nr = $3 and nr = $4 and leie_nr = $5
  and tilstand = 'hentes'`;

/** Keeps the leases of the chunks under way. One that was lost is found out when it is saved. */
export async function renewDeler(pool: Pool, deler: readonly Delrad[], leieMs: number): Promise<void> {
  for (const del of deler) {
    await pool.query(
      `update uttrekk.del set leie_til = now() + $6 * interval '1 millisecond' where ${ER_VAAR}`,
      [...noekkel(del), leieMs],
    );
  }
}

/** Runs `work` while the uttrekk is held in the state that fetches. Throws Forbikjoert when it has left it. */
async function whileHenter<T>(pool: Pool, uttrekkId: string, work: (tx: Database) => Promise<T>): Promise<T> {
  return transact(pool, async (tx) => {
    const { rowCount } = await tx.query(
      `select from uttrekk.uttrekk where id = $1 and tilstand = 'henter' for share`,
      [uttrekkId],
    );
    if (rowCount === 0) throw new Forbikjoert();

    return await work(tx);
  });
}

/**
 * Nothing more is fetched: the uttrekk is to be visited now, and not when whoever visited it last said. After a commit,
 * so that of two chunks that end together the later one sees both.
 */
export async function callNaarAlleErFerdige(pool: Pool, uttrekkId: string): Promise<void> {
  await pool.query(
    `update uttrekk.uttrekk set neste = now() where id = $1 and tilstand = 'henter' and neste > now()
       and not exists (select from uttrekk.del where uttrekk_id = $1 and tilstand in ('venter', 'hentes'))`,
    [uttrekkId],
  );
}

/**
 * The chunk is done: its file is in place. `also` is committed with it.
 * @throws Forbikjoert when the chunk is no longer ours to finish.
 */
export async function saveFerdigDel(
  pool: Pool,
  del: Delrad,
  { levert, ikkeLevert, bytes, sjekksum }: Delresultat,
  uteblitt: number,
  also: (tx: Database) => Promise<void>,
): Promise<void> {
  await whileHenter(pool, del.uttrekkId, async (tx) => {
    const { rowCount } = await tx.query(
      `update uttrekk.del set tilstand = 'ferdig', levert = $6, ikke_levert = $7, uteblitt = $8, bytes = $9,
         sjekksum = $10, hentet = now(), leie_til = null where ${ER_VAAR}`,
      [...noekkel(del), levert, ikkeLevert, uteblitt, bytes, sjekksum],
    );
    if (rowCount === 0) throw new Forbikjoert();
    await also(tx);
  });
  // A call that is lost costs the wait until the next visit, and never the chunk that is saved.
  await callNaarAlleErFerdige(pool, del.uttrekkId).catch(() => undefined);
}

/** The chunk waits for another try, after `omMs`; `forsoek` says how many tries it has had. */
export async function delayDel(db: Database, del: Delrad, omMs: number, forsoek: number): Promise<void> {
  await db.query(
    `update uttrekk.del set tilstand = 'venter', forsoek = $7, leie_til = null,
       neste = now() + $6 * interval '1 millisecond' where ${ER_VAAR}`,
    [...noekkel(del), omMs, forsoek],
  );
}

/** Where the file of this turn at the chunk lies. */
export function toAdresse({ jobbNr, batchNr, nr, leieNr }: Delrad): Deladresse {
  return { jobbNr, batchNr, nr, leieNr };
}

/**
 * Who may coordinate an uttrekk now. Rule: whatever a coordinator writes is written in a transaction that first finds
 * its own lease number on the row, and holds the row until it commits. A worker that was away longer than its lease finds
 * another number and writes nothing (security.md R-10, section 8.3 no 34). Times are the database's.
 */
import 'server-only';
import { z } from 'zod';
import { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import type { Motorfeil, Motormerknad } from '#lib/domain/uttrekk/merknad.ts';
import { isOvergang, OENSKER, TILSTANDER, type Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import { type Database, type Pool, query, transact } from '#lib/server/db/pool.ts';
import { ENHET } from '#lib/server/session/rettigheter.ts';

export type Leie = { uttrekkId: string; leieNr: string };

/** Somebody else has the lease, or the portal has changed the row: what was known of it no longer holds. */
export class Forbikjoert extends Error {}

const Uttrekk = z.object({
  id: z.uuid(),
  bestilling: Bestilling,
  deler: z.array(z.string()),
  handling_id: z.uuid(),
  eier_id: z.uuid(),
  brukernavn: z.string(),
  enhet: z.string().nullable(),
  tilstand: z.enum(TILSTANDER),
  oenske: z.enum(OENSKER),
  versjon: z.int(),
  forsoek: z.int(),
  delnoekkel: z.instanceof(Buffer).nullable(),
  /** How far the feed had come when it was ordered (`ensure-feedplass.ts`). */
  feed_siste: z.number().nullable(),
});
/** An uttrekk as the engine reads it, with who ordered it. */
export type Uttrekk = z.infer<typeof Uttrekk>;

const KOLONNER = `u.id, u.bestilling, u.deler, u.handling_id, u.eier_id, b.brukernavn, ${ENHET} as enhet, u.tilstand, u.oenske,
  u.versjon, u.forsoek, u.delnoekkel, u.feed_siste::float8 as feed_siste`;

/** The uttrekk, whoever leases it. Throws Forbikjoert when there is none. */
export async function getUttrekk(db: Database, uttrekkId: string): Promise<Uttrekk> {
  const [rad] = await query(
    db,
    Uttrekk,
    `select ${KOLONNER} from uttrekk.uttrekk u join portal.bruker b on b.id = u.eier_id where u.id = $1`,
    [uttrekkId],
  );
  if (rad === undefined) throw new Forbikjoert();

  return rad;
}

/** Takes the lease of an uttrekk that somebody must look at, or null when there is none. */
export async function claimUttrekk(pool: Pool, leieMs: number): Promise<Leie | null> {
  const [rad] = await query(
    pool,
    z.object({ id: z.uuid(), leie_nr: z.string() }),
    `update uttrekk.uttrekk set leie_nr = leie_nr + 1, leie_til = now() + $1 * interval '1 millisecond'
     where id = (
       select id from uttrekk.uttrekk
       where tilstand in ('iKoe', 'bestilt', 'venterPaaRegisteret', 'henter', 'ferdigstiller')
         and (leie_til is null or leie_til < now())
         and ((oenske = 'kjoer' and neste <= now()) or oenske = 'avbryt')
       order by neste limit 1 for update skip locked)
     returning id, leie_nr::text`,
    [leieMs],
  );

  return rad === undefined ? null : { uttrekkId: rad.id, leieNr: rad.leie_nr };
}

/** Keeps the lease alive. Throws Forbikjoert when it is lost. */
export async function renewLeie(pool: Pool, { uttrekkId, leieNr }: Leie, leieMs: number): Promise<void> {
  const { rowCount } = await pool.query(
    `update uttrekk.uttrekk set leie_til = now() + $3 * interval '1 millisecond' where id = $1 and leie_nr = $2`,
    [uttrekkId, leieNr, leieMs],
  );
  if (rowCount === 0) throw new Forbikjoert();
}

/** Lets go of the lease; the uttrekk is looked at again after `omMs`. */
export async function releaseLeie(pool: Pool, { uttrekkId, leieNr }: Leie, omMs: number): Promise<void> {
  await pool.query(
    `update uttrekk.uttrekk set leie_til = null, neste = now() + $3 * interval '1 millisecond'
     where id = $1 and leie_nr = $2`,
    [uttrekkId, leieNr, omMs],
  );
}

/** Runs `work` while the row is held and the lease is ours. Throws Forbikjoert when it is not. */
export function withLeie<T>(pool: Pool, leie: Leie, work: (tx: Database) => Promise<T>): Promise<T> {
  return transact(pool, async (tx) => {
    const { rowCount } = await tx.query(
      'select from uttrekk.uttrekk where id = $1 and leie_nr = $2 for update',
      [leie.uttrekkId, leie.leieNr],
    );
    if (rowCount === 0) throw new Forbikjoert();

    return await work(tx);
  });
}

/** Adds one line to the log of the uttrekk, and wakes those who show it. */
export async function addMerknad(
  tx: Database,
  uttrekkId: string,
  { kode, verdier }: Motormerknad,
): Promise<void> {
  await tx.query('insert into uttrekk.merknad (uttrekk_id, kode, verdier) values ($1, $2, $3)', [
    uttrekkId,
    kode,
    verdier,
  ]);
  await tx.query(`select pg_notify('uttrekk', $1)`, [uttrekkId]);
}

/**
 * Moves an uttrekk from the state and version that were read, with its line in the log.
 * @throws Forbikjoert when the row has changed since; Error for a move that is not in the table.
 */
export async function moveUttrekk(
  tx: Database,
  { id, versjon, tilstand }: Pick<Uttrekk, 'id' | 'versjon' | 'tilstand'>,
  til: Tilstand,
  merknad: Motormerknad,
  feil: Motorfeil | null = null,
): Promise<void> {
  if (!isOvergang(tilstand, til)) throw new Error(`${tilstand} does not lead to ${til}`);
  const { rowCount } = await tx.query(
    `update uttrekk.uttrekk set tilstand = $3, feil = $4, versjon = versjon + 1, forsoek = 0, neste = now(),
       ferdig = case when $3 in ('avbrutt', 'feilet') then now() end
     where id = $1 and versjon = $2`,
    [id, versjon, til, feil],
  );
  if (rowCount === 0) throw new Forbikjoert();
  await addMerknad(tx, id, merknad);
}

/** Sets an uttrekk on pause for a reason that a person must see to. The state stays; she resumes it. */
export async function pauseUttrekk(tx: Database, uttrekkId: string, grunn: Motorfeil): Promise<void> {
  const { rowCount } = await tx.query(
    `update uttrekk.uttrekk set oenske = 'pause', feil = $2, versjon = versjon + 1, forsoek = 0, neste = now()
     where id = $1 and oenske = 'kjoer'`,
    [uttrekkId, grunn],
  );
  // Another chunk was first, or the user herself.
  if (rowCount === 0) return;
  await addMerknad(tx, uttrekkId, { kode: 'satPaaPause', verdier: { grunn } });
}

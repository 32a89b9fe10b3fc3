/**
 * What the worker has set on pause for a reason that may pass by itself, and how it goes on. Rule: only what the worker
 * stopped for that reason, never what somebody has moved since, and each time later than the last, so that what only
 * looks mended is not tried every minute.
 */
import 'server-only';
import { z } from 'zod';
import type { Motorfeil, Motormerknad } from '#lib/domain/uttrekk/merknad.ts';
import { I_ARBEID } from '#lib/domain/uttrekk/tilstand.ts';
import { type Pool, query, transact } from '#lib/server/db/pool.ts';
import { addMerknad } from './leie.ts';

/** First wait after a pause, doubled for each pause before it for the same reason, and the longest. */
const VENT_MINUTTER = { minst: 1, mest: 60 };

const Stanset = z.object({ id: z.uuid(), versjon: z.int(), feil: z.string() });
/** An uttrekk on pause as it was read, with the reason. */
export type Stanset = z.infer<typeof Stanset>;

/** Those on pause for one of the reasons whose wait is over, the oldest first. */
export function listStansede(pool: Pool, grunner: readonly Motorfeil[]): Promise<Stanset[]> {
  return query(
    pool,
    Stanset,
    `select u.id, u.versjon, u.feil
     from uttrekk.uttrekk u,
       lateral (select max(tidspunkt) as siste, count(*) as ganger
         from uttrekk.merknad where uttrekk_id = u.id and kode = 'satPaaPause' and verdier ->> 'grunn' = u.feil) m
     where u.oenske = 'pause' and u.feil = any($1) and u.tilstand = any($2)
       and m.siste + least($4::float8, $3 * 2 ^ least(20, m.ganger - 1)) * interval '1 minute' <= now()
     order by u.opprettet`,
    [grunner, I_ARBEID, VENT_MINUTTER.minst, VENT_MINUTTER.mest],
  );
}

/** Sends it on and says so in its log. @returns false for what somebody has moved since it was read: it stays as it is */
export function sendVidere(
  pool: Pool,
  { id, versjon, feil }: Stanset,
  merknad: Motormerknad,
): Promise<boolean> {
  return transact(pool, async (tx) => {
    const { rowCount } = await tx.query(
      `update uttrekk.uttrekk set oenske = 'kjoer', feil = null, versjon = versjon + 1, neste = now()
       where id = $1 and versjon = $2 and oenske = 'pause' and feil = $3`,
      [id, versjon, feil],
    );
    if (rowCount === 0) return false;
    await addMerknad(tx, id, merknad);

    return true;
  });
}

/**
 * What stopped for a full disk goes on by itself when there is room again: when what is left of it fits, by the rule of
 * `fortsett.ts`, since a disk may say that it has room and have none (a quota, a limit of the system's).
 */
import 'server-only';
import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { listStansede, sendVidere } from './fortsett.ts';

/** Room that is left to others, and for what is too small to be counted. */
const MARGIN_BYTES = 256 * 1024 * 1024;

/**
 * The bytes that are left to write of it: parts that are not fetched, at the size of those that are, and files, which
 * hold what the parts hold.
 */
async function readTrenger(pool: Pool, uttrekkId: string): Promise<number> {
  const [rad] = await query(
    pool,
    z.object({ bytes: z.coerce.number() }),
    `select ceil(d.bytes * (2 * b.antall::numeric / greatest(1, d.antall) - 1)) as bytes
     from (select coalesce(sum(bytes), 0) as bytes, coalesce(sum(antall), 0) as antall
         from uttrekk.del where uttrekk_id = $1 and tilstand = 'ferdig') d,
       (select coalesce(sum(antall), 0) as antall from uttrekk.batch where uttrekk_id = $1) b`,
    [uttrekkId],
  );

  return rad?.bytes ?? 0;
}

/** Bytes that may be written where the files of uttrekk lie. */
export async function readLedigeBytes(filMappe: string): Promise<number> {
  const { bavail, bsize } = await statfs(filMappe);

  return bavail * bsize;
}

/** Sends on what there is room for, one after the other. */
export async function fortsettMedPlass(pool: Pool, readLedige: () => Promise<number>): Promise<void> {
  const stansede = await listStansede(pool, ['diskFull']);
  if (stansede.length === 0) return;
  let ledige = (await readLedige()) - MARGIN_BYTES;
  for (const stanset of stansede) {
    const trenger = await readTrenger(pool, stanset.id);
    if (ledige < trenger) continue;
    if (await sendVidere(pool, stanset, { kode: 'plassIgjen', verdier: {} })) ledige -= trenger;
  }
}

/**
 * What stopped for a full disk goes on by itself when there is room again. Rule: only what the worker set on pause for
 * that reason, only when what is left of it fits, and each time later than the last: a disk that says that it has room
 * and has none (a quota, a limit of the system's) is not tried every minute.
 */
import 'server-only';
import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import { I_ARBEID } from '#lib/domain/uttrekk/tilstand.ts';
import { type Pool, query, transact } from '#lib/server/db/pool.ts';
import { addMerknad } from './leie.ts';

/** Room that is left to others, and for what is too small to be counted. */
const MARGIN_BYTES = 256 * 1024 * 1024;
/** First wait after a pause, doubled for each pause before it, and the longest. */
const VENT_MINUTTER = { minst: 1, mest: 60 };

const Stanset = z.object({ id: z.uuid(), versjon: z.int(), trenger: z.coerce.number() });

/**
 * Those whose wait is over, the oldest first, with the bytes that are left to write: parts that are not fetched, at the
 * size of those that are, and files, which hold what the parts hold.
 */
function listStansede(pool: Pool): Promise<z.infer<typeof Stanset>[]> {
  return query(
    pool,
    Stanset,
    `select u.id, u.versjon, ceil(d.bytes * (2 * b.antall::numeric / greatest(1, d.antall) - 1)) as trenger
     from uttrekk.uttrekk u,
       lateral (select coalesce(sum(bytes), 0) as bytes, coalesce(sum(antall), 0) as antall
         from uttrekk.del where uttrekk_id = u.id and tilstand = 'ferdig') d,
       lateral (select coalesce(sum(antall), 0) as antall from uttrekk.batch where uttrekk_id = u.id) b,
       lateral (select max(tidspunkt) as siste, count(*) as ganger
         from uttrekk.merknad where uttrekk_id = u.id and kode = 'satPaaPause' and verdier ->> 'grunn' = 'diskFull') m
     where u.oenske = 'pause' and u.feil = 'diskFull' and u.tilstand = any($1)
       and m.siste + least($3::float8, $2 * 2 ^ least(20, m.ganger - 1)) * interval '1 minute' <= now()
     order by u.opprettet`,
    [I_ARBEID, VENT_MINUTTER.minst, VENT_MINUTTER.mest],
  );
}

/** Bytes that may be written where the files of uttrekk lie. */
export async function readLedigeBytes(filMappe: string): Promise<number> {
  const { bavail, bsize } = await statfs(filMappe);

  return bavail * bsize;
}

/** Sends on what there is room for, one after the other, and says so in its log. What somebody has moved stays as it is. */
export async function fortsettMedPlass(pool: Pool, readLedige: () => Promise<number>): Promise<void> {
  const stansede = await listStansede(pool);
  if (stansede.length === 0) return;
  let ledige = (await readLedige()) - MARGIN_BYTES;
  for (const { id, versjon, trenger } of stansede) {
    if (ledige < trenger) continue;
    await transact(pool, async (tx) => {
      const { rowCount } = await tx.query(
        `update uttrekk.uttrekk set oenske = 'kjoer', feil = null, versjon = versjon + 1, neste = now()
         where id = $1 and versjon = $2 and oenske = 'pause' and feil = 'diskFull'`,
        [id, versjon],
      );
      if (rowCount === 0) return;
      await addMerknad(tx, id, { kode: 'plassIgjen', verdier: {} });
      ledige -= trenger;
    });
  }
}

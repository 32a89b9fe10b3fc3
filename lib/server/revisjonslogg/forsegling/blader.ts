/** The leaf hashes that the database holds, in chunks and in order. */
import 'server-only';
import { z } from 'zod';
import type { Pool, PoolClient } from '#lib/server/db/pool.ts';

const CHUNK = 8_192;
const SQL = `select coalesce(string_agg(hash, ''::bytea order by indeks), ''::bytea) as hasher
  from revisjonslogg.blad where indeks >= $1 and indeks < $2`;
const Row = z.object({ hasher: z.instanceof(Buffer) });

/** From `fra` up to but not with `til`, 32 bytes each; where leaves are missing there are fewer bytes. */
export async function* readBladhasher(
  db: Pool | PoolClient,
  fra: number,
  til: number,
): AsyncGenerator<Buffer> {
  for (let at = fra; at < til; at += CHUNK) {
    const { rows } = await db.query(SQL, [at, Math.min(at + CHUNK, til)]);
    yield Row.parse(rows[0]).hasher;
  }
}

/** The rows that can be sealed now: every committed one from a transaction on, and up to where no other can come. */
import 'server-only';
import { z } from 'zod';
import type { PoolClient } from '#lib/server/db/pool.ts';
import { ForseglingsFeil } from '#lib/server/revisjonslogg/forsegling/forseglings-feil.ts';
import { describeRad, RADFORM_SQL, type Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { readRadformer } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';

/** Rows in one checkpoint at most, give or take the last transaction. */
export const BATCH = 10_000;

const RADER = `select ${RADFORM_SQL} from (
    select * from revisjonslogg.rad where xid >= $1::xid8 and xid < $2::xid8
    order by xid fetch first ${BATCH} rows with ties) r
  order by r.xid, r.id`;
// Not sorted, for as long as the transaction: the database counts with few rows as new as these, and sorted all that waited
// for each batch of it, where the index has them in order.
const NOW = `select set_config('enable_sort', 'off', true), pg_snapshot_xmin(pg_current_snapshot())::text as vannmerke,
  to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as tidspunkt`;
const Now = z.object({ vannmerke: z.string().transform(BigInt), tidspunkt: z.string() });

/**
 * Rows in the order of sealing: all there are up to `vannmerke`. `synlig` is how far they could have been taken at that
 * moment; `tidspunkt` is the database's time, ISO 8601.
 */
export type Radbatch = { rader: Radform[]; vannmerke: bigint; synlig: bigint; tidspunkt: string };

/**
 * @param client in a transaction with one snapshot
 * @param fra every row of a transaction below it is taken already
 * @param til take none of a transaction from there on
 * @throws ForseglingsFeil when transactions are numbered anew
 */
export async function takeRader(client: PoolClient, fra: bigint, til?: bigint): Promise<Radbatch> {
  const { vannmerke: synlig, tidspunkt } = Now.parse((await client.query(NOW)).rows[0]);
  if (synlig < fra) throw new ForseglingsFeil('NY_KLYNGE');
  const grense = til ?? synlig;
  const rader = await readRadformer(client, RADER, [`${fra}`, `${grense}`]);
  const last = rader.at(-1);
  // A full batch ends with a whole transaction, and the next begins after it.
  const vannmerke = last && rader.length >= BATCH ? BigInt(describeRad(last).xid) + 1n : grense;

  return { rader, vannmerke, synlig, tidspunkt };
}

/**
 * Sealing: every committed row gets a leaf, once, and a signed checkpoint speaks for all leaves so far. Rows are taken by
 * transaction and not by number: everything below the oldest transaction that still runs is committed or dead, so a row
 * that commits late cannot be passed by (security.md 7.5, A-06). One process seals at a time.
 */
import 'server-only';
import { z } from 'zod';
import type { Pool, PoolClient } from '#lib/server/db/pool.ts';
import { catchUp, type Stand } from '#lib/server/revisjonslogg/forsegling/catch-up.ts';
import { ForseglingsFeil } from '#lib/server/revisjonslogg/forsegling/forseglings-feil.ts';
import { growTre, toRot } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import { parseSigneringsnoekkel, type Signeringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import {
  describeRad,
  RADFORM_SQL,
  type Radform,
  toBlad,
} from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { readRadformer, toListe } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';
import { type Sjekkpunkt, signSjekkpunkt } from '#lib/server/revisjonslogg/forsegling/sjekkpunkt.ts';
import { addToVitne } from '#lib/server/revisjonslogg/forsegling/vitne.ts';

/** Rows in one checkpoint at most, give or take the last transaction. */
const BATCH = 10_000;
const LOCK_KEY = 7_261_002;

const RADER = `select ${RADFORM_SQL} from (
    select * from revisjonslogg.rad where xid >= $1::xid8 and xid < $2::xid8
    order by xid fetch first ${BATCH} rows with ties) r
  order by r.xid, r.id`;
const NOW = `select pg_snapshot_xmin(pg_current_snapshot())::text as vannmerke,
  to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as tidspunkt`;
const Now = z.object({ vannmerke: z.string().transform(BigInt), tidspunkt: z.string() });
const ADD_BLADER = `insert into revisjonslogg.blad (indeks, id, tidspunkt, hash)
  select $1::bigint + nr - 1, id, tidspunkt, substr($4::bytea, (nr::int - 1) * 32 + 1, 32)
  from unnest($2::bigint[], $3::timestamptz[]) with ordinality as b (id, tidspunkt, nr)`;
const ADD_SJEKKPUNKT = `insert into revisjonslogg.sjekkpunkt (nummer, stoerrelse, vannmerke, tidspunkt, note)
  values ($1, $2, $3::xid8, $4, $5)`;

export type Forsegler = {
  /**
   * Seals what can be sealed and makes at least one checkpoint, also when there is nothing new: a log that stands still
   * must look different from a sealer that does. Says how many rows; null when another process seals at this moment.
   * @throws ForseglingsFeil when database and witness do not tell the same story: nothing is signed over it
   */
  sealOnce(): Promise<number | null>;
};

type Verktoey = { client: PoolClient; signering: Signeringsnoekkel; mappe: string };

/** The rows to seal now, and up to which transaction they are all there are. */
async function takeRader(
  client: PoolClient,
  { siste }: Stand,
): Promise<{ rader: Radform[]; vannmerke: bigint; tidspunkt: string }> {
  const now = Now.parse((await client.query(NOW)).rows[0]);
  const from = siste?.vannmerke ?? 0n;
  if (now.vannmerke < from) throw new ForseglingsFeil('NY_KLYNGE');
  const rader = await readRadformer(client, RADER, [`${from}`, `${now.vannmerke}`]);
  const last = rader.at(-1);
  // A full batch ends with a whole transaction, and the next begins after it.
  const vannmerke = last && rader.length >= BATCH ? BigInt(describeRad(last).xid) + 1n : now.vannmerke;

  return { rader, vannmerke, tidspunkt: now.tidspunkt };
}

async function writeBatch(
  client: PoolClient,
  fra: number,
  rader: readonly Radform[],
  blader: Buffer,
): Promise<void> {
  const described = rader.map(describeRad);
  const ids = toListe(described.map(({ id }) => id));
  const times = toListe(described.map(({ tidspunkt }) => tidspunkt));
  await client.query(ADD_BLADER, [fra, ids, times, blader]);
}

/** One checkpoint: read, hash, write and sign in one transaction with one snapshot; then the witness. */
async function sealBatch({ client, signering, mappe }: Verktoey, stand: Stand) {
  const fra = stand.tre.stoerrelse;
  await client.query('begin isolation level repeatable read');
  const { rader, vannmerke, tidspunkt } = await takeRader(client, stand);
  const blader = Buffer.concat(rader.map(toBlad));
  const tre = growTre(stand.tre, blader);
  const { stoerrelse } = tre;
  const siste: Sjekkpunkt = {
    nummer: (stand.siste?.nummer ?? -1) + 1,
    stoerrelse,
    rot: toRot(tre),
    vannmerke,
    tidspunkt,
  };
  const note = signSjekkpunkt(siste, signering);
  if (rader.length > 0) await writeBatch(client, fra, rader, blader);
  await client.query(ADD_SJEKKPUNKT, [siste.nummer, stoerrelse, `${vannmerke}`, tidspunkt, note]);
  await client.query('commit');
  await addToVitne(mappe, fra, blader, note);

  return { stand: { tre, siste }, antall: rader.length };
}

/**
 * @param pool of role `forsegler`, with time enough for a batch
 * @param noekkel FORSEGLING_KEY: a signing key as text, whose name is the log's origin
 * @param mappe the witness's folder
 */
export function createForsegler(pool: Pool, noekkel: string, mappe: string): Forsegler {
  const signering = parseSigneringsnoekkel(noekkel);
  let known: Stand | null = null;

  async function seal(client: PoolClient): Promise<number> {
    let stand = await catchUp(client, signering.kontroll, mappe, known);
    let total = 0;
    for (;;) {
      const batch = await sealBatch({ client, signering, mappe }, stand);
      known = stand = batch.stand;
      total += batch.antall;
      if (batch.antall < BATCH) return total;
    }
  }

  return {
    async sealOnce() {
      const client = await pool.connect();
      let failed = true;
      try {
        const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [LOCK_KEY]);
        const sealed = rows[0]?.held ? await seal(client) : null;
        await client.query('select pg_advisory_unlock($1)', [LOCK_KEY]);
        failed = false;

        return sealed;
      } finally {
        // A connection that failed may be anywhere in its work: closing it rolls back and lets go of the lock.
        client.release(failed);
      }
    },
  };
}

/**
 * Exporting the log: what is sealed, in the order of sealing, so that nothing can be passed by. The cursor moves when the
 * receiver has taken a batch: a receiver that is away gets everything when it is back, and may get a batch twice.
 */
import 'server-only';
import { z } from 'zod';
import type { Pool, PoolClient } from '#lib/server/db/pool.ts';
import { toCef } from '#lib/server/revisjonslogg/eksport/cef.ts';
import type { Mottaker } from '#lib/server/revisjonslogg/eksport/mottaker.ts';
import { RADFORM_SQL } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { toRadformer } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';

const BATCH = 1_000;
const Cursor = z.object({ neste_blad: z.coerce.number() });

const ENSURE =
  'insert into revisjonslogg.eksport (mottaker, neste_blad) values ($1, 0) on conflict do nothing';
const CURSOR = 'select neste_blad from revisjonslogg.eksport where mottaker = $1';
const LOCK_KEY = 7_261_003;
const LOCK = 'select pg_try_advisory_lock($1, hashtext($2)) as held';
const UNLOCK = 'select pg_advisory_unlock($1, hashtext($2))';
const MOVE = 'update revisjonslogg.eksport set neste_blad = $2, oppdatert = now() where mottaker = $1';
const LEAVES = `select b.indeks, ${RADFORM_SQL} from revisjonslogg.blad b
  left join revisjonslogg.rad r on r.tidspunkt = b.tidspunkt and r.id = b.id
  where b.indeks >= $1 order by b.indeks limit ${BATCH}`;

type Batch = { linjer: string[]; neste: number };

/** The next lines; a row whose month is deleted has none, and its leaf is passed. */
async function readBatch(client: PoolClient, fra: number, versjon: string): Promise<Batch> {
  const { rows } = await client.query({ text: LEAVES, values: [fra], rowMode: 'array' });
  const there = rows.filter(([, id]) => id !== null);
  const rader = await toRadformer(
    client,
    there.map((row) => row.slice(1)),
  );
  const linjer = rader.map((rad, at) => toCef(rad, Number(there[at]?.[0]), versjon));

  return { linjer, neste: rows.length === 0 ? fra : Number(rows.at(-1)?.[0]) + 1 };
}

/** One batch: read, sent, and only then passed. No transaction is open while the receiver takes its time. */
async function sendBatch(
  client: PoolClient,
  mottaker: Mottaker,
  versjon: string,
): Promise<Batch & { fra: number }> {
  const { rows } = await client.query(CURSOR, [mottaker.navn]);
  const fra = Cursor.parse(rows[0]).neste_blad;
  const batch = await readBatch(client, fra, versjon);
  if (batch.linjer.length > 0) await mottaker.send(batch.linjer);
  if (batch.neste > fra) await client.query(MOVE, [mottaker.navn, batch.neste]);

  return { ...batch, fra };
}

async function sendAll(client: PoolClient, mottaker: Mottaker, versjon: string): Promise<number> {
  await client.query(ENSURE, [mottaker.navn]);
  let total = 0;
  for (;;) {
    const { linjer, fra, neste } = await sendBatch(client, mottaker, versjon);
    total += linjer.length;
    if (neste - fra < BATCH) return total;
  }
}

/**
 * Gives a receiver everything sealed that it has not got; says how many lines. Null: another process is at it. Throws
 * when the receiver does not take a batch: the cursor stays before it.
 * @param pool of role `forsegler`
 */
export async function exportOnce(pool: Pool, mottaker: Mottaker, versjon: string): Promise<number | null> {
  const client = await pool.connect();
  let broken = true;
  try {
    const { rows } = await client.query(LOCK, [LOCK_KEY, mottaker.navn]);
    const isHeld: boolean = rows[0]?.held === true;
    try {
      return isHeld ? await sendAll(client, mottaker, versjon) : null;
    } finally {
      if (isHeld) await client.query(UNLOCK, [LOCK_KEY, mottaker.navn]);
      broken = false;
    }
  } finally {
    // A connection that does not answer is closed, which lets go of its lock.
    client.release(broken);
  }
}

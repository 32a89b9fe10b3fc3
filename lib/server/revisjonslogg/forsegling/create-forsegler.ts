/**
 * Sealing: every committed row gets a leaf, once, and a signed checkpoint speaks for all leaves so far. Rows are taken by
 * transaction and not by number: everything below the oldest transaction that still runs is committed or dead, so a row
 * that commits late cannot be passed by (security.md 7.5, A-06). One process seals at a time.
 */
import 'server-only';
import type { Pool, PoolClient } from '#lib/server/db/pool.ts';
import { catchUp, type Stand } from '#lib/server/revisjonslogg/forsegling/catch-up.ts';
import { growTre, toRot } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import { parseSigneringsnoekkel, type Signeringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { describeRad, type Radform, toBlad } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { toListe } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';
import { type Sjekkpunkt, signSjekkpunkt } from '#lib/server/revisjonslogg/forsegling/sjekkpunkt.ts';
import { BATCH, takeRader } from '#lib/server/revisjonslogg/forsegling/take-rader.ts';
import { addToVitne } from '#lib/server/revisjonslogg/forsegling/vitne.ts';
import { lookAtMissed, saveSett } from '#lib/server/revisjonslogg/merke/innhent.ts';
import { findSkriverstander } from '#lib/server/revisjonslogg/merke/skriverfiler.ts';
import { checkBatch } from '#lib/server/revisjonslogg/merke/skrivervakt.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

const LOCK_KEY = 7_261_002;

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

type Verktoey = {
  client: PoolClient;
  signering: Signeringsnoekkel;
  mappe: string;
  noekler: Revisjonsnoekler;
};

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
async function sealBatch({ client, signering, mappe, noekler }: Verktoey, stand: Stand) {
  const fra = stand.tre.stoerrelse;
  await client.query('begin isolation level repeatable read');
  const batch = await takeRader(client, stand.siste?.vannmerke ?? 0n);
  const { rader, vannmerke, tidspunkt } = batch;
  const sett = await checkBatch(client, await findSkriverstander(mappe), { ...batch, indeks: fra }, noekler);
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
  await saveSett(client, mappe, sett);

  return { stand: { tre, siste, note }, antall: rader.length };
}

/**
 * @param pool of role `forsegler`, with time enough for a batch
 * @param noekkel FORSEGLING_KEY: a signing key as text, whose name is the log's origin
 * @param mappe the witness's folder
 * @param noekler REVISJON_KEY and those before it, which the marks of rows are made with
 */
export function createForsegler(
  pool: Pool,
  noekkel: string,
  mappe: string,
  noekler: Revisjonsnoekler,
): Forsegler {
  const signering = parseSigneringsnoekkel(noekkel);
  let known: Stand | null = null;

  async function seal(client: PoolClient): Promise<number> {
    let stand = await catchUp(client, signering.kontroll, mappe, known);
    await lookAtMissed(client, mappe, stand.siste?.vannmerke ?? 0n, noekler);
    let total = 0;
    for (;;) {
      const batch = await sealBatch({ client, signering, mappe, noekler }, stand);
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

/** Keeps what the marks of a batch showed. What was sealed by a sealer that died before it was kept is looked at anew. */
import 'server-only';
import type { PoolClient } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { takeRader } from '#lib/server/revisjonslogg/forsegling/take-rader.ts';
import { findSkriverstander, saveSkriverstander } from '#lib/server/revisjonslogg/merke/skriverfiler.ts';
import { checkBatch, type Sett } from '#lib/server/revisjonslogg/merke/skrivervakt.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

/**
 * Findings are told at once. What the writers have said so far is then not needed again.
 * @param client of role `forsegler`, in no transaction
 * @param mappe the witness's folder
 */
export async function saveSett(client: PoolClient, mappe: string, { stander, funn }: Sett): Promise<void> {
  await saveSkriverstander(mappe, stander, funn);
  for (const [slag, like] of Map.groupBy(funn, (ett) => ett.slag))
    log.error('revisjonslogg.skriverfunn', { kode: slag, antall: like.length });
  await client.query('delete from revisjonslogg.livstegn where xid < $1::xid8', [`${stander.vannmerke}`]);
}

/** @param forseglet every row of a transaction below it is sealed */
export async function lookAtMissed(
  client: PoolClient,
  mappe: string,
  forseglet: bigint,
  noekler: Revisjonsnoekler,
): Promise<void> {
  for (;;) {
    const kjent = await findSkriverstander(mappe);
    if (!kjent || kjent.vannmerke >= forseglet) return;
    await client.query('begin isolation level repeatable read read only');
    const batch = await takeRader(client, kjent.vannmerke, forseglet);
    const sett = await checkBatch(client, kjent, { ...batch, indeks: null }, noekler);
    await client.query('commit');
    await saveSett(client, mappe, sett);
  }
}

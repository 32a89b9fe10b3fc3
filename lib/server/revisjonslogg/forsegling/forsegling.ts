/** What the worker does for the log at set times: seal each minute, and make months each day. */
import 'server-only';
import { getForseglerPool } from '#lib/server/db/pools.ts';
import { getWorkerEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';
import { createForsegler } from '#lib/server/revisjonslogg/forsegling/create-forsegler.ts';
import { getRevisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

/** The one sealer of this process. */
export const getForsegler = once('forsegler', () => {
  const { FORSEGLING_KEY, VITNE_MAPPE } = getWorkerEnv();

  return createForsegler(getForseglerPool(), FORSEGLING_KEY, VITNE_MAPPE, getRevisjonsnoekler());
});

/** Makes the months that are missing up to three ahead. Throws when the tables are in use for long: the next day does. */
export async function ensurePartisjoner(): Promise<void> {
  await getForseglerPool().query('select revisjonslogg.ensure_partisjoner()');
}

/** What the worker exports at set times: nothing, where the organisation has named no receiver. */
import 'server-only';
import { getForseglerPool } from '#lib/server/db/pools.ts';
import { getWorkerEnv } from '#lib/server/env.ts';
import { exportOnce } from '#lib/server/revisjonslogg/eksport/export-once.ts';
import { createMottaker } from '#lib/server/revisjonslogg/eksport/mottaker.ts';
import { getPortalversjon } from '#lib/server/versjon.ts';

/** Gives the receiver what it has not got. Throws when it does not take it: the next run begins there. */
export async function runEksport(): Promise<void> {
  const { EKSPORT_ADRESSE, EKSPORT_CA_FILE } = getWorkerEnv();
  if (EKSPORT_ADRESSE === undefined) return;
  await exportOnce(getForseglerPool(), createMottaker(EKSPORT_ADRESSE, EKSPORT_CA_FILE), getPortalversjon());
}

/** What the worker exports at set times: nothing, where the organisation has named no receiver. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { getForseglerPool } from '#lib/server/db/pools.ts';
import { getWorkerEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';
import { exportOnce } from '#lib/server/revisjonslogg/eksport/export-once.ts';
import { createMottaker } from '#lib/server/revisjonslogg/eksport/mottaker.ts';

const getVersjon = once(
  'eksport.versjon',
  () => z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).version,
);

/** Gives the receiver what it has not got. Throws when it does not take it: the next run begins there. */
export async function runEksport(): Promise<void> {
  const { EKSPORT_ADRESSE, EKSPORT_CA_FILE } = getWorkerEnv();
  if (EKSPORT_ADRESSE === undefined) return;
  await exportOnce(getForseglerPool(), createMottaker(EKSPORT_ADRESSE, EKSPORT_CA_FILE), getVersjon());
}

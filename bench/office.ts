/** An office of the bench's own: real processes in a folder that is thrown away afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuild } from '../scripts/build-portal.ts';
import { type Office, startOffice } from '../scripts/office.ts';
import { findFreePort } from '../scripts/ports.ts';

export type BenchOffice = Office & { pki: string };

/** Builds the portal if it must, and starts everything with a population of `antall` from the seed `froe`. */
export async function startBenchOffice(size: { antall: number; froe: number }): Promise<BenchOffice> {
  await ensureBuild();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  const office = await startOffice({
    ...size,
    utenGrense: true,
    dataDir,
    portalPort: await findFreePort(),
    simPort: 0,
    mode: 'start',
  });

  return {
    ...office,
    pki: path.join(dataDir, 'pki'),
    async stop() {
      await office.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

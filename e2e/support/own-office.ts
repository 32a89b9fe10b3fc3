/** An office of a spec's own, for what the shared one would not survive. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Office, startOffice } from '../../scripts/office.ts';
import { findFreePort } from '../../scripts/ports.ts';

export type OwnOffice = Office & {
  /** The numbers of the scenario persons. */
  numre: string[];
};

/** Starts one in a folder of its own; `stop` removes the folder too. */
export async function startOwnOffice(): Promise<OwnOffice> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-kontor-'));
  const options = { dataDir, simPort: 0, antall: 500, froe: 1, mode: 'start' } as const;
  const office = await startOffice({ ...options, portalPort: await findFreePort() });
  const tilstand = await (await fetch(`${office.kontrollUrl}/tilstand`)).json();

  return {
    ...office,
    numre: tilstand.befolkning.scenariopersoner.map(({ nummer }: { nummer: string }) => nummer),
    async stop() {
      await office.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Acts in the log of an office without doing them, for browser tests of how many are shown: written as the portal does. */
import { createPool } from '#lib/server/db/pool.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { toRoleUrl } from './portal-env.ts';
import { ensureSecrets } from './secrets.ts';

/** `brukerId` is that of the user's row, null for one who has not signed in. */
export type Handlinger = {
  antall: number;
  handling: string;
  saksreferanse: string;
  brukernavn: string;
  brukerId: string | null;
};

/**
 * Begins so many acts and ends each as one that showed nothing. Without an end the worker would give them one two minutes
 * later, in the middle of what another test counts.
 */
export async function skrivHandlinger(
  { ownerUrl, dataDir }: { ownerUrl: string; dataDir: string },
  { antall, handling, saksreferanse, brukernavn, brukerId }: Handlinger,
): Promise<void> {
  const { portalPassord, revisjonKey } = ensureSecrets(dataDir);
  const pool = createPool(toRoleUrl(ownerUrl, 'portal', portalPassord), { max: 2 });
  const logg = createRevisjonslogg(pool, revisjonKey);
  const plan = {
    aktoer: { brukerId, brukernavn, enhet: null, sessionRef: null },
    handling,
    formaal: null,
    saksreferanse,
    pakke: null,
    deler: [],
    subjekter: [],
    kriterier: null,
  };
  try {
    await Promise.all(
      Array.from({ length: antall }, async () => (await logg.intend(plan)).fail(null, 'internFeil')),
    );
  } finally {
    await logg.close();
    await pool.end();
  }
}

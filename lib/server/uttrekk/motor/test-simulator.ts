/** The simulated register for tests of the engine: nothing happens to anybody, and faults are set by one call. For tests only. */
import 'server-only';
import { copyProevenoekler } from '../../../../simulator/pki/proeve/proevemappe.ts';
import type { Feilvalg } from '../../../../simulator/register/feil.ts';
import { startSimulator } from '../../../../simulator/simulator.ts';

export type Testsimulator = {
  register: { url: string; pkiMappe: string };
  /** Sets these faults and no others. */
  setFeil: (...feil: Feilvalg[]) => Promise<void>;
  /** Calls since the last `resetKall`, by `METHOD template status`. */
  countKall: () => Promise<Record<string, number>>;
  resetKall: () => Promise<void>;
  /** Lets one thing happen to one person. */
  happen: (handling: string, nummer: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Starts one with a few hundred persons and small batches. */
export async function startTestsimulator(dataDir: string): Promise<Testsimulator> {
  await copyProevenoekler(dataDir);
  const simulator = await startSimulator({
    dataDir,
    registerPort: 0,
    identitetPort: 0,
    kontrollPort: 0,
    maskinportenPort: 0,
    krrPort: 0,
    antall: 300,
    froe: 1,
    naa: new Date(),
    uttrekk: { ventMs: 20, batchTilpasset: 100, batchKomplett: 100, levetidMs: 30_000 },
    portalUrler: ['http://localhost:3999'],
  });
  const order = async (metode: string, sti: string, kropp?: unknown): Promise<unknown> => {
    const svar = await fetch(`${simulator.url.kontroll}${sti}`, {
      method: metode,
      ...(kropp === undefined
        ? {}
        : { body: JSON.stringify(kropp), headers: { 'content-type': 'application/json' } }),
    });
    if (!svar.ok) throw new Error(await svar.text());
    return svar.status === 204 ? null : await svar.json();
  };

  return {
    register: { url: simulator.url.register, pkiMappe: simulator.pki.mappe },
    async setFeil(...feil) {
      await order('DELETE', '/feil');
      for (const valg of feil) await order('POST', '/feil', valg);
    },
    async countKall() {
      const { teller } = (await order('GET', '/kall')) as {
        teller: { mal: string; metode: string; status: number; antall: number }[];
      };
      return Object.fromEntries(
        teller.map(({ metode, mal, status, antall }) => [`${metode} ${mal} ${status}`, antall]),
      );
    },
    resetKall: async () => void (await order('DELETE', '/kall')),
    happen: async (handling, nummer) => void (await order('POST', '/hendelser', { handling, nummer })),
    close: simulator.close,
  };
}

/**
 * A Maskinporten and a KRR for the tests of their client: those of the simulator, over real TLS, with a clock and faults that the
 * test decides.
 */
import 'server-only';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createBefolkning } from '../../../simulator/befolkning/create-befolkning.ts';
import { STANDARD_KRR } from '../../../simulator/krr/innstillinger.ts';
import { ensurePostkasser } from '../../../simulator/krr/postkasser.ts';
import { startKrr } from '../../../simulator/krr/start-krr.ts';
import { KLIENTER } from '../../../simulator/maskinporten/klienter.ts';
import { ensureKlientnoekler } from '../../../simulator/maskinporten/noekler.ts';
import { startMaskinporten } from '../../../simulator/maskinporten/start-maskinporten.ts';
import { ensurePki } from '../../../simulator/pki/ensure-pki.ts';
import { createProevemappe } from '../../../simulator/pki/proeve/proevemappe.ts';
import { createFeilInjeksjon, type FeilInjeksjon } from '../../../simulator/register/feil.ts';
import { createKrrClient, type KrrClient } from './create-krr-client.ts';
import type { KrrConfig } from './krr-config.ts';

/** Seconds that a token lives; it says one less. */
export const LEVETID = 120;

export type TestKrr = {
  feil: FeilInjeksjon;
  /** Folder of keys: `maskinporten/virksomhet.jwk.json` is the client's. */
  mappe: string;
  /** Calls that each has had. */
  countKall(): { maskinporten: number; krr: number };
  /** Everything that any client has logged. */
  logg: unknown[];
  moveClock(ms: number): void;
  /** Closed with the rest. */
  createClient(endring?: Partial<KrrConfig>): KrrClient;
  stop(): Promise<void>;
};

export async function startTestKrr(): Promise<TestKrr> {
  let forskyvning = 0;
  const naa = () => Date.now() + forskyvning;
  const start = new Date();
  const mappe = await createProevemappe();
  const pki = await ensurePki(join(mappe, 'pki'), start);
  const noekler = await ensureKlientnoekler(join(mappe, 'maskinporten'), start);
  const feil = createFeilInjeksjon(naa);
  const felles = { port: 0, pki: { ...pki, ...pki.tjener }, feil, logg: () => undefined };
  const maskinporten = await startMaskinporten({ ...felles, ca: pki.ca, noekler, levetid: LEVETID, naa });
  const krr = await startKrr({
    ...felles,
    befolkning: createBefolkning({ froe: 1, antall: 1_000, naa: start }),
    froe: 1,
    klokke: { naa },
    kontroll: maskinporten.createKontroll({ krevUtenResource: false }),
    postkasser: await ensurePostkasser(join(mappe, 'krr'), start),
    innstillinger: STANDARD_KRR,
  });
  const logg: unknown[] = [];
  const klienter: KrrClient[] = [];
  const config: KrrConfig = {
    issuer: maskinporten.issuer,
    tokenUrl: `${maskinporten.issuer}token`,
    clientId: KLIENTER.find(({ navn, slag }) => navn === 'virksomhet' && slag === 'noekkel')?.clientId ?? '',
    jwkFile: join(mappe, 'maskinporten', 'virksomhet.jwk.json'),
    baseUrl: krr.url,
    ca: join(mappe, 'pki', 'ca.pem'),
    connectMs: 2_000,
    forsoekMs: 2_000,
    totalMs: 5_000,
    log: (nivaa, hendelse, felter) => logg.push({ nivaa, hendelse, ...felter }),
    klokke: { naa, vent: async () => undefined },
    random: () => 0.5,
  };

  return {
    feil,
    mappe,
    countKall: () => ({ maskinporten: maskinporten.getAntallKall(), krr: krr.getAntallKall() }),
    logg,
    moveClock(ms) {
      forskyvning += ms;
    },
    createClient(endring = {}) {
      const client = createKrrClient({ ...config, ...endring });
      klienter.push(client);
      return client;
    },
    async stop() {
      for (const client of klienter) await client.close();
      await krr.close();
      await maskinporten.close();
      await rm(mappe, { recursive: true });
    },
  };
}

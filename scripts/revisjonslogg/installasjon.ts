/**
 * The installation whose log a command is about: that of the environment where it says so, else the one in DATA_DIR. Opens
 * the log for reading, and writes down in it that it was read, by whom and why.
 */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { createPool, type Pool } from '#lib/server/db/pool.ts';
import { createRevisjonslogg, type Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { parseSigneringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import { Bruksfeil } from '../bruksfeil.ts';
import { toRoleUrl } from '../portal-env.ts';
import { ensureSecrets } from '../secrets.ts';

export type Installasjon = {
  forsegler: Pool;
  portal: Pool;
  logg: Revisjonslogg;
  noekler: Revisjonsnoekler;
  /** Null where the environment does not say where the files of uttrekk are and what opens them. */
  filer: { filKey: string; filMappe: string } | null;
  offentlig: string;
  vitne: string;
  /** Null where the environment does not say who the database's owner is. */
  ownerUrl: string | null;
  /** Null where the environment does not say it. */
  oppslagKey: string | null;
};

type Sted = {
  forseglerUrl: string;
  portalUrl: string;
  noekler: Revisjonsnoekler;
  filer: Installasjon['filer'];
  offentlig: string;
  vitne: string;
  ownerUrl: string | null;
  oppslagKey: string | null;
  stop(): Promise<void>;
};

/** A statement of verification may take its time: nobody waits for it. */
const WITHIN_MS = 10 * 60_000;

function getSetting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Bruksfeil(`DATABASE_FORSEGLER_URL er satt: sett også ${name}.`);

  return value;
}

async function openDataDir(): Promise<Sted> {
  const dataDir = path.resolve(process.env.DATA_DIR || '.data');
  if (!existsSync(path.join(dataDir, 'hemmeligheter.json'))) {
    throw new Bruksfeil(`Det er ingen installasjon i ${dataDir}: oppgi mappen med DATA_DIR.`);
  }
  const secrets = ensureSecrets(dataDir);
  const external = process.env.DATABASE_URL;
  const { ownerUrl, stop } = external
    ? { ownerUrl: external, stop: async () => undefined }
    : await startPostgres({ dataDir });

  return {
    forseglerUrl: toRoleUrl(ownerUrl, 'forsegler', secrets.forseglerPassord),
    portalUrl: toRoleUrl(ownerUrl, 'portal', secrets.portalPassord),
    noekler: [secrets.revisjonKey],
    filer: { filKey: secrets.filKey, filMappe: path.join(dataDir, 'filer') },
    offentlig: parseSigneringsnoekkel(secrets.forseglingKey).kontrolltekst,
    vitne: path.join(dataDir, 'vitne'),
    ownerUrl,
    oppslagKey: secrets.oppslagKey,
    stop,
  };
}

async function openSted(): Promise<Sted> {
  const forseglerUrl = process.env.DATABASE_FORSEGLER_URL;
  if (!forseglerUrl) return openDataDir();
  const { FIL_KEY, FIL_MAPPE } = process.env;

  return {
    forseglerUrl,
    portalUrl: getSetting('DATABASE_PORTAL_URL'),
    noekler: [
      getSetting('REVISJON_KEY'),
      ...(process.env.REVISJON_KEY_TIDLIGERE ?? '').split(',').filter((key) => key !== ''),
    ],
    filer: FIL_KEY && FIL_MAPPE ? { filKey: FIL_KEY, filMappe: FIL_MAPPE } : null,
    offentlig: getSetting('FORSEGLING_OFFENTLIG'),
    vitne: getSetting('VITNE_MAPPE'),
    ownerUrl: process.env.DATABASE_URL ?? null,
    oppslagKey: process.env.OPPSLAG_KEY ?? null,
    stop: async () => undefined,
  };
}

/** @throws Bruksfeil when there is no installation */
export async function withInstallasjon<T>(work: (installasjon: Installasjon) => Promise<T>): Promise<T> {
  const { forseglerUrl, portalUrl, stop, ...sted } = await openSted();
  const forsegler = createPool(forseglerUrl, { max: 1, withinMs: WITHIN_MS });
  const portal = createPool(portalUrl, { max: 1, withinMs: WITHIN_MS });
  const [noekkel] = sted.noekler;
  const logg = createRevisjonslogg(portal, noekkel);
  try {
    return await work({ ...sted, forsegler, portal, logg });
  } finally {
    await logg.close();
    await Promise.all([forsegler.end(), portal.end()]);
    await stop();
  }
}

/** Reading the log is an act: it begins in the log before a row is read, and ends there before anything is shown. */
export async function withHandling<T>(
  logg: Revisjonslogg,
  handling: string,
  sak: string | null,
  work: () => Promise<{ result: T; utfall: string; antall: number; subjekter?: readonly string[] }>,
  kriterier: unknown = null,
): Promise<T> {
  const act = await logg.intend({
    aktoer: { brukerId: null, brukernavn: `drift:${userInfo().username}`, enhet: null, sessionRef: null },
    handling,
    formaal: null,
    saksreferanse: sak,
    pakke: null,
    deler: [],
    subjekter: [],
    kriterier,
  });
  const { result, utfall, antall, subjekter = [] } = await work();
  await act.disclose(antall, { utfall, subjekter, felter: [], antall });

  return result;
}

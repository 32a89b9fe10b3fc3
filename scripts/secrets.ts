/** The secrets of one installation: made once, kept in its data folder, readable by its user only. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Rollepassord } from '#lib/server/db/migrate.ts';
import { createSigneringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { Bruksfeil } from './bruksfeil.ts';

const Secrets = z.strictObject({
  /** 32 bytes each, base64. */
  sessionKey: z.base64(),
  oppslagKey: z.base64(),
  revisjonKey: z.base64(),
  filKey: z.base64(),
  oidcKlienthemmelighet: z.string(),
  portalPassord: z.string(),
  leserPassord: z.string(),
  workerPassord: z.string(),
  forseglerPassord: z.string(),
  /** Signs the checkpoints of the revisjonslogg; its name is the log's origin. */
  forseglingKey: z.string(),
  /** Signs the manifests of files; its name says which installation they are from. */
  manifestKey: z.string(),
  /** Shared by the demo users. */
  demoPassord: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

const createSecrets = (): Secrets => ({
  sessionKey: randomBytes(32).toString('base64'),
  oppslagKey: randomBytes(32).toString('base64'),
  revisjonKey: randomBytes(32).toString('base64'),
  filKey: randomBytes(32).toString('base64'),
  oidcKlienthemmelighet: randomBytes(24).toString('hex'),
  portalPassord: randomBytes(24).toString('hex'),
  leserPassord: randomBytes(24).toString('hex'),
  workerPassord: randomBytes(24).toString('hex'),
  forseglerPassord: randomBytes(24).toString('hex'),
  forseglingKey: createSigneringsnoekkel(
    `folkeregisterportalen/revisjonslogg/${randomBytes(4).toString('hex')}`,
  ),
  manifestKey: createSigneringsnoekkel(`folkeregisterportalen/uttrekk/${randomBytes(4).toString('hex')}`),
  demoPassord: `demo-${randomBytes(5).toString('hex')}`,
});

/** A folder of an earlier version lacks the newest secrets: they are made and added, the others stay. */
function completeSecrets(file: string, found: unknown): Secrets {
  const known = z.looseObject({ portalPassord: z.string() }).parse(found);
  const complete = Secrets.parse({ ...createSecrets(), ...known });
  if (Object.keys(known).length === Object.keys(complete).length) return complete;
  writeFileSync(`${file}.ny`, JSON.stringify(complete, null, 2), { mode: 0o600 });
  renameSync(`${file}.ny`, file);
  return complete;
}

/** What `migrate` gives each role of the database. */
export function toRollepassord(secrets: Secrets): Rollepassord {
  return {
    portal: secrets.portalPassord,
    revisjonsleser: secrets.leserPassord,
    worker: secrets.workerPassord,
    forsegler: secrets.forseglerPassord,
  };
}

/**
 * @param dataDir made when it is missing
 * @throws Bruksfeil when the folder cannot be written or the file is not ours
 */
export function ensureSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'hemmeligheter.json');
  try {
    mkdirSync(dataDir, { recursive: true });
    // `wx` lets only the first of two starters write; the second reads what that one wrote.
    if (!existsSync(file))
      writeFileSync(file, JSON.stringify(createSecrets(), null, 2), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const isOthers = error instanceof Error && 'code' in error && error.code === 'EEXIST' && existsSync(file);
    if (!isOthers) throw new Bruksfeil(`Kan ikke skrive i ${dataDir}: velg en annen mappe med DATA_DIR.`);
  }
  try {
    return completeSecrets(file, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Bruksfeil(`${file} kan ikke leses: slett den for å lage nye hemmeligheter.`);
  }
}

/**
 * `npm start`: the portal alone, with its settings from the environment (lib/server/env.ts). With DATABASE_URL, the owner's
 * address, the database is brought to shape before the portal starts, and the roles' own addresses must be given.
 * Without it the embedded PostgreSQL in DATA_DIR is used.
 */
import path from 'node:path';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { Bruksfeil, listenForStop, runProgram } from './bruksfeil.ts';
import { isBuilt } from './build-portal.ts';
import { startPortal } from './office.ts';
import { toRoleUrl } from './portal-env.ts';
import { ensurePortIsFree } from './ports.ts';
import { ensureSecrets, toRollepassord } from './secrets.ts';

type Database = { roleUrls: NodeJS.ProcessEnv; stop(): Promise<void> };

function getPassword(name: string): string {
  const url = process.env[name];
  if (!url || !URL.canParse(url)) throw new Bruksfeil(`DATABASE_URL er satt: sett også ${name}.`);
  return decodeURIComponent(new URL(url).password);
}

async function startDatabase(dataDir: string): Promise<Database> {
  const ownerUrl = process.env.DATABASE_URL;
  if (ownerUrl) {
    await migrate(ownerUrl, {
      portal: getPassword('DATABASE_PORTAL_URL'),
      revisjonsleser: getPassword('DATABASE_LESER_URL'),
      worker: getPassword('DATABASE_WORKER_URL'),
      forsegler: getPassword('DATABASE_FORSEGLER_URL'),
    });
    return { roleUrls: process.env, stop: async () => undefined };
  }
  const secrets = ensureSecrets(dataDir);
  const postgres = await startPostgres({ dataDir });
  await migrate(postgres.ownerUrl, toRollepassord(secrets));
  const roleUrls = {
    ...process.env,
    DATABASE_PORTAL_URL: toRoleUrl(postgres.ownerUrl, 'portal', secrets.portalPassord),
    DATABASE_LESER_URL: toRoleUrl(postgres.ownerUrl, 'revisjonsleser', secrets.leserPassord),
  };
  return { roleUrls, stop: postgres.stop };
}

await runProgram(async () => {
  const signal = listenForStop();
  const port = Number(process.env.PORTAL_PORT || 3000);
  if (!isBuilt()) throw new Bruksfeil('Portalen er ikke bygget av disse kildene: kjør npm run build først.');
  await ensurePortIsFree(port, 'PORTAL_PORT');
  const database = await startDatabase(path.resolve(process.env.DATA_DIR || '.data'));
  try {
    // The owner's address stays here.
    const env: NodeJS.ProcessEnv = { ...database.roleUrls, NEXT_TELEMETRY_DISABLED: '1' };
    delete env.DATABASE_URL;
    const options = {
      host: process.env.PORTAL_HOST || '127.0.0.1',
      port,
      mode: 'start',
      logFile: null,
      signal,
    } as const;
    const portal = await startPortal(env, options);
    console.log(`Portalen er klar på port ${port}.`);
    const stopped = new Promise<null>((done) => signal.addEventListener('abort', () => done(null)));
    const how = await Promise.race([stopped, portal.ended]);
    if (how) console.error(`Portalen stoppet uventet (${how}).`);
    await portal.stop();
    return how ? 1 : 0;
  } finally {
    await database.stop();
  }
});

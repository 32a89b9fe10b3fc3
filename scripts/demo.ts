/**
 * `npm run demo` and, with the argument `dev`, `npm run dev`: the whole office until Ctrl-C. What can be wrong on the
 * machine is found out before anything is started.
 */
import { createPool } from '#lib/server/db/pool.ts';
import { NUMMER } from '../simulator/befolkning/scenarioer/nummer.ts';
import { DEMOBRUKERE } from '../simulator/identitet/demobrukere.ts';
import { Bruksfeil, listenForStop, runProgram } from './bruksfeil.ts';
import { ensureBuild } from './build-portal.ts';
import { type Office, startOffice } from './office.ts';
import { ensurePortIsFree, SIMULATORPORTER } from './ports.ts';
import { ensureSecrets } from './secrets.ts';

function readNumber(name: string, standard: number, highest: number): number {
  const text = process.env[name];
  if (!text) return standard;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= highest) return number;
  throw new Bruksfeil(`${name} må være et heltall fra 1 til ${highest}.`);
}

function showReady({ portalUrl, passord, kontrollUrl, dataDir }: Office): string {
  const users = DEMOBRUKERE.map(({ brukernavn }) => `  ${brukernavn}`).join('\n');
  return `
Portalen er klar: ${portalUrl}

Demobrukere, alle med passordet ${passord}
${users}

Personer å slå opp: simulator/README.md. Simulatorens tilstand: ${kontrollUrl}/tilstand
Data og logger: ${dataDir}. Stopp med Ctrl-C.`;
}

/** More than the simulator's feed has when it starts. */
const HENDELSER_TILBAKE = 20_000;
/** What has happened to the person whom README names, so that the tab Hendelser has something to show. */
const HENDT = ['oppdatert', 'flytting'];

/** The simulator begins anew at each start: what is kept of its feed from the last time is of a register that is gone. */
async function forgetFeed(ownerUrl: string): Promise<void> {
  const eier = createPool(ownerUrl, { max: 1, withinMs: 60_000 });
  try {
    await eier.query('delete from uttrekk.oppdatering where pakke is not null; delete from portal.hendelse');
  } finally {
    await eier.end();
  }
}

async function prepareRegister({ kontrollUrl, ownerUrl }: { kontrollUrl: string; ownerUrl: string }) {
  await forgetFeed(ownerUrl);
  for (const handling of HENDT) {
    const { status } = await fetch(`${kontrollUrl}/hendelser`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ handling, nummer: NUMMER['ordinaer-mor'] }),
    });
    // 409: it cannot happen to her as she is registered, and the demo is as good without.
    if (status !== 200 && status !== 409) throw new Error(`The simulator answered ${status} to ${handling}.`);
  }
}

async function runDemo(mode: 'start' | 'dev'): Promise<number> {
  const signal = listenForStop();
  const portalPort = readNumber('PORTAL_PORT', 3000, 65_535);
  const simPort = readNumber('SIM_PORT', 9440, 65_536 - SIMULATORPORTER);
  const antall = readNumber('SIM_POPULATION', 100_000, 6_000_000);
  const dataDir = process.env.DATA_DIR || '.data';
  await ensurePortIsFree(portalPort, 'PORTAL_PORT');
  for (let nr = 0; nr < SIMULATORPORTER; nr += 1) await ensurePortIsFree(simPort + nr, 'SIM_PORT');
  ensureSecrets(dataDir);

  if (mode === 'start') await ensureBuild(signal);
  if (signal.aborted) return 0;
  console.log('Starter database, simulator, arbeider og portal …');
  const office = await startOffice({
    dataDir,
    portalPort,
    simPort,
    antall,
    froe: 1,
    hendelserTilbake: HENDELSER_TILBAKE,
    prepareRegister,
    mode,
    signal,
  });
  console.log(showReady(office));
  const stopped = new Promise<null>((done) => {
    if (signal.aborted) done(null);
    signal.addEventListener('abort', () => done(null));
  });
  const fault = await Promise.race([stopped, office.ended]);
  if (fault) console.error(fault);
  await office.stop();
  return fault ? 1 : 0;
}

await runProgram(() => runDemo(process.argv[2] === 'dev' ? 'dev' : 'start'));

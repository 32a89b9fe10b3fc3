/**
 * How long one waits for `npm run demo` when it has run before: the build, the database and the certificates are there.
 * The command as it is typed, with the population that it has when nothing else is said.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort, SIMULATORPORTER } from '../scripts/ports.ts';
import type { BenchResultat } from './kjoer.ts';
import { getPercentile } from './measure.ts';

const STARTER = 5;
const GRENSE_S = 10;
const RUN = path.join(import.meta.dirname, '..', 'scripts', 'run.mjs');

/** Milliseconds from the command to the line that says that the portal is ready. The demo is stopped again. */
async function startDemo(dataDir: string): Promise<number> {
  const [portalPort, simPort] = [await findFreePort(), await findFreePort(SIMULATORPORTER)];
  const ports = { PORTAL_PORT: String(portalPort), SIM_PORT: String(simPort) };
  const begun = performance.now();
  const child = spawn(process.execPath, [RUN, 'demo.ts'], {
    env: { ...process.env, ...ports, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    output += text;
    if (/Portalen er klar.*Ctrl-C/s.test(output)) break;
  }
  const ms = performance.now() - begun;
  child.kill('SIGTERM');
  await ended;
  if (!output.includes('Portalen er klar')) throw new Error(`the demo did not start: ${output}`);

  return ms;
}

/** Starts it once to make what is kept, and then five times. */
export async function kjoer(): Promise<BenchResultat> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  try {
    await startDemo(dataDir);
    const ms: number[] = [];
    for (let start = 0; start < STARTER; start += 1) ms.push(await startDemo(dataDir));
    const sekunder = Math.max(...ms) / 1000;

    return {
      tittel: 'Demoen startet på nytt',
      beskrivelse:
        'Tiden fra `npm run demo` til portalen er klar, når bygget, databasen og sertifikatene finnes fra før. Hundre tusen personer i simulatoren.',
      maalinger: [
        {
          navn: 'fra kommando til klar',
          samtidige: 1,
          ms,
          varighetMs: ms.reduce((sum, en) => sum + en, 0),
        },
      ],
      forhold: [
        {
          tekst: `Median ${(getPercentile(ms, 0.5) / 1000).toFixed(1)} s, den seneste ${sekunder.toFixed(1)} s; grensen er ${GRENSE_S} s`,
          holder: sekunder < GRENSE_S,
        },
      ],
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** `npm run scenario [name] [limit=value …]`: puts the running simulator in a state, or lists the states there are. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBestilling, showBestillinger } from '../simulator/kontroll/parse-bestilling.ts';

/** The control port of the simulator in the folder. Throws a sentence when none has said that it runs there. */
async function getKontrollport(dataDir: string): Promise<number> {
  const sti = join(dataDir, 'simulator.json');
  const tekst = await readFile(sti, 'utf8').catch(() => '{}');
  const port: unknown = JSON.parse(tekst).porter?.kontroll;
  if (typeof port !== 'number') {
    throw new Error(
      `Simulatoren kjører ikke: fant ikke ${sti}. Start den med npm run simulator eller npm run demo.`,
    );
  }
  return port;
}

async function sendBestilling(argumenter: readonly string[], dataDir: string): Promise<string> {
  const { metode, sti, kropp, beskrivelse } = parseBestilling(argumenter);
  const port = await getKontrollport(dataDir);
  const svar = await fetch(`http://127.0.0.1:${port}${sti}`, {
    method: metode,
    body: JSON.stringify(kropp),
    headers: { 'content-type': 'application/json' },
  }).catch(() => undefined);
  if (!svar) throw new Error(`Simulatoren svarer ikke på port ${port}. Start den på nytt.`);
  if (svar.ok) return `${argumenter.join(' ')}: ${beskrivelse}`;
  const { feilmelding } = await svar.json();
  throw new Error(feilmelding);
}

const argumenter = process.argv.slice(2);
try {
  const spoer = argumenter.length === 0 || argumenter.includes('--help');
  console.log(spoer ? showBestillinger() : await sendBestilling(argumenter, process.env.DATA_DIR || '.data'));
} catch (feil) {
  console.error(feil instanceof Error ? feil.message : feil);
  process.exitCode = 1;
}

/** `npm run scenario [name]`: puts the running simulator in a named state, or lists the states there are. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findScenario, showScenarioer } from '../simulator/kontroll/scenarioer.ts';

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

async function startScenario(navn: string, dataDir: string): Promise<string> {
  const scenario = findScenario(navn);
  if (!scenario) throw new Error(`Ukjent scenario «${navn}». Disse finnes:\n${showScenarioer()}`);
  const port = await getKontrollport(dataDir);
  const svar = await fetch(`http://127.0.0.1:${port}/scenario/${navn}`, { method: 'PUT' }).catch(
    () => undefined,
  );
  if (!svar) throw new Error(`Simulatoren svarer ikke på port ${port}. Start den på nytt.`);
  if (!svar.ok) throw new Error(`Simulatoren svarte ${svar.status}: ${await svar.text()}`);
  return `${navn}: ${scenario.beskrivelse}`;
}

const [navn] = process.argv.slice(2);
try {
  if (navn) console.log(await startScenario(navn, process.env.DATA_DIR || '.data'));
  else console.log(`Bruk: npm run scenario <navn>\n\n${showScenarioer()}`);
} catch (feil) {
  console.error(feil instanceof Error ? feil.message : feil);
  process.exitCode = 1;
}

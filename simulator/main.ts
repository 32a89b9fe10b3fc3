/**
 * The simulator as a program: settings from the environment, one line when it is ready, one sentence when it cannot
 * be, everything stopped by SIGINT or SIGTERM. `<DATA_DIR>/simulator.json` exists while it runs.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Bruksfeil, readInnstillinger, VARIABLER } from './innstillinger.ts';
import { writeFileAtomic } from './pki/write-file.ts';
import { type Simulator, type Simulatorvalg, startSimulator } from './simulator.ts';

const PROEVEPERSON = 'ordinaer-mor';

function showHjelp(): string {
  const bredde = Math.max(...VARIABLER.map(([navn]) => navn.length));
  const linjer = VARIABLER.map(([navn, betydning]) => `  ${navn.padEnd(bredde)}  ${betydning}`);
  return `Bruk: npm run simulator

Starter et simulert folkeregister på denne maskinen, med Maskinporten, kontaktregister og innlogging.
Skriver hvor alt er og en curl-linje som virker når den er klar. Stopp med Ctrl-C.

Mens den kjører:
  npm run scenario         viser hva som kan gå galt
  npm run scenario ustabil lar hvert femte kall feile; npm run scenario normal slutter med det
  http://127.0.0.1:9442    viser tjenester, kall, feil og navngitte personer i en nettleser

Miljøvariabler (standardverdi i parentes):
${linjer.join('\n')}

Mer i simulator/README.md.`;
}

/** What the register asks of a client, in words. */
const KREVES: Record<Simulator['autentisering'], string> = {
  sertifikat: 'klientsertifikat kreves',
  token: 'token fra Maskinporten kreves',
  begge: 'klientsertifikat og token fra Maskinporten kreves',
  valgfri: 'klientsertifikat eller token fra Maskinporten kreves',
};

/** How to get one is a few lines of shell, in the README. */
const TOKEN = '-H "Authorization: Bearer $TOKEN"';

function showKlar({ url, pki, passord, scenariopersoner, autentisering }: Simulator, antall: number): string {
  const person = scenariopersoner.find(({ navn }) => navn === PROEVEPERSON);
  const sertifikat = `--cert ${pki.mappe}/virksomhet.pem --key ${pki.mappe}/virksomhet.key`;
  const legitimasjon = {
    sertifikat,
    valgfri: sertifikat,
    token: TOKEN,
    begge: `${sertifikat} \\\n    ${TOKEN}`,
  }[autentisering];
  return `Folkeregistersimulatoren er klar med ${antall.toLocaleString('nb-NO')} personer.
  Register      ${url.register} (${KREVES[autentisering]})
  Identitet     ${url.identitet} (demobrukernes passord: ${passord})
  Kontroll      ${url.kontroll} (åpne den i en nettleser)
  Maskinporten  ${url.maskinporten}
  KRR           ${url.krr} (token fra Maskinporten kreves)
  Sertifikater  ${pki.mappe}

Prøv:
  curl --cacert ${pki.mappe}/ca.pem ${legitimasjon} \\
    ${url.register}/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/${person?.nummer}

Navngitte personer, brukere og feil: simulator/README.md. Stopp med Ctrl-C.`;
}

/** What went wrong, in a sentence; undefined when only the stack can tell. */
function findForklaring(feil: unknown, { dataDir }: { dataDir: string }): string | undefined {
  if (feil instanceof Bruksfeil) return feil.message;
  if (!(feil instanceof Error) || !('code' in feil)) return undefined;
  if (feil.code === 'EADDRINUSE' && 'port' in feil) {
    return `Port ${feil.port} er i bruk. Stopp det som bruker den, eller velg en annen med SIM_PORT.`;
  }
  if (feil.code === 'EACCES' && 'port' in feil) {
    return `Mangler rettigheter til port ${feil.port}. Velg en annen med SIM_PORT.`;
  }
  if (feil.code === 'EACCES' || feil.code === 'EPERM' || feil.code === 'EROFS' || feil.code === 'ENOTDIR') {
    return `Kan ikke skrive i mappen ${dataDir}. Velg en annen med DATA_DIR.`;
  }
  return undefined;
}

async function run(valg: Simulatorvalg): Promise<void> {
  const simulator = await startSimulator(valg);
  const tilstandsfil = join(valg.dataDir, 'simulator.json');
  const stopp = async () => {
    await removeOwn(tilstandsfil);
    await simulator.close();
    process.exit(0);
  };
  process.once('SIGINT', stopp);
  process.once('SIGTERM', stopp);
  await writeFileAtomic(tilstandsfil, JSON.stringify({ pid: process.pid, porter: simulator.porter }), 0o644);
  console.log(showKlar(simulator, valg.antall));
}

/** A simulator that was started later in the same folder has written its own file; that one stays. */
async function removeOwn(tilstandsfil: string): Promise<void> {
  const innhold = await readFile(tilstandsfil, 'utf8').catch(() => '');
  if (innhold.includes(`"pid":${process.pid},`)) await rm(tilstandsfil, { force: true });
}

async function main(argumenter: string[]): Promise<void> {
  if (argumenter.includes('--help') || argumenter.includes('-h')) return console.log(showHjelp());
  const dataDir = process.env.DATA_DIR || '.data';
  try {
    const [ukjent] = argumenter;
    if (ukjent) throw new Bruksfeil(`Ukjent valg «${ukjent}». Se npm run simulator -- --help.`);
    await run(readInnstillinger(process.env, new Date()));
  } catch (feil) {
    console.error(findForklaring(feil, { dataDir }) ?? feil);
    process.exit(1);
  }
}

await main(process.argv.slice(2));

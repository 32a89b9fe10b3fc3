/** The program as people run it: real processes, awaited by what they print and by their exit. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenLocally } from './listen.ts';
import { createProevemappe } from './pki/proeve/proevemappe.ts';

const ROT = new URL('..', import.meta.url).pathname;
let dataDir: string;
const startet: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await createProevemappe();
});
afterEach(async () => {
  for (const prosess of startet.splice(0)) if (prosess.exitCode === null) prosess.kill('SIGKILL');
  await rm(dataDir, { recursive: true });
});

/** A process with its output so far; `slutt` is its exit code, or the signal that ended it. */
function start(fil: string, argumenter: string[] = [], env: Record<string, string> = {}) {
  const prosess = spawn(process.execPath, [join(ROT, fil), ...argumenter], {
    env: { DATA_DIR: dataDir, SIM_PORT: '0', SIM_POPULATION: '100', ...env, NODE_ENV: 'test' },
  });
  startet.push(prosess);
  let ut = '';
  prosess.stdout.on('data', (del) => {
    ut += del;
  });
  prosess.stderr.on('data', (del) => {
    ut += del;
  });
  const slutt = once(prosess, 'close').then(([kode, signal]) => kode ?? signal);
  return { prosess, slutt, ut: () => ut };
}

/** A simulator that has said it is ready, with the ports of its file. */
async function startKlar(env: Record<string, string> = {}) {
  const simulator = start('simulator/main.ts', [], env);
  const slutt = await Promise.race([ventPaaTekst(simulator, 'Stopp med Ctrl-C'), simulator.slutt]);
  if (slutt !== undefined) throw new Error(`Simulatoren stoppet med ${slutt}: ${simulator.ut()}`);
  const { pid, porter } = JSON.parse(await readFile(join(dataDir, 'simulator.json'), 'utf8'));
  return { ...simulator, pid, porter };
}

async function ventPaaTekst({ prosess, ut }: ReturnType<typeof start>, tekst: string): Promise<void> {
  while (!ut().includes(tekst)) await once(prosess.stdout, 'data');
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'simulator.json tells pid and ports while it runs; %s stops everything with exit 0 and removes the file',
  async (signal) => {
    const { prosess, slutt, pid, porter, ut } = await startKlar();
    expect(pid).toBe(prosess.pid);
    const tilstand = await (await fetch(`http://127.0.0.1:${porter.kontroll}/tilstand`)).json();
    expect(tilstand.befolkning.antall).toBe(100);
    expect(ut()).toContain(`https://localhost:${porter.register}`);
    expect(ut()).toContain(await readFile(join(dataDir, 'demo-passord'), 'utf8'));
    prosess.kill(signal);
    expect(await slutt).toBe(0);
    await expect(stat(join(dataDir, 'simulator.json'))).rejects.toThrow(/ENOENT/);
    for (const port of Object.values(porter))
      await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  },
);

test('the curl line that is printed answers with the ordinary mother', async () => {
  const { ut } = await startKlar();
  const linje = /curl [\s\S]*?personer\/\d{11}/.exec(ut())?.[0] ?? '';
  const curl = spawn('sh', ['-c', `${linje} -s`]);
  const svar = Buffer.concat(await curl.stdout.toArray()).toString();
  const [nummer] = /\d{11}$/.exec(linje) ?? [];
  expect(JSON.parse(svar).identifikasjonsnummer[0].foedselsEllerDNummer).toBe(nummer);
});

test('npm run scenario changes the running simulator and says what it did', async () => {
  const { porter } = await startKlar();
  const scenario = start('scripts/scenario.ts', ['nede']);
  expect(await scenario.slutt).toBe(0);
  expect(scenario.ut()).toBe('nede: Alle kall gir 500 med kode FREG-001.\n');
  expect(await (await fetch(`http://127.0.0.1:${porter.kontroll}/tilstand`)).json()).toMatchObject({
    scenario: 'nede',
  });
});

test('npm run scenario adds a fault with its limits to those that are set, and says what the simulator refuses', async () => {
  const { porter } = await startKlar();
  const hentFeil = async () =>
    (await (await fetch(`http://127.0.0.1:${porter.kontroll}/tilstand`)).json()).feil;
  const treg = start('scripts/scenario.ts', ['treg', 'tjeneste=soek']);
  expect(await treg.slutt).toBe(0);
  const feil = start('scripts/scenario.ts', ['status-503', 'andel=0.5', 'pakke=finans']);
  expect(await feil.slutt).toBe(0);
  expect(feil.ut()).toBe('status-503 andel=0.5 pakke=finans: 503.\n');
  expect(await hentFeil()).toEqual([
    { feil: 'forsinkelse-ms', verdi: 2_000, tjeneste: 'soek' },
    { feil: 'status-503', andel: 0.5, pakke: 'finans' },
  ]);
  const gal = start('scripts/scenario.ts', ['status-503', 'andel=2']);
  expect(await gal.slutt).toBe(1);
  expect(gal.ut()).toBe('andel må være fra 0 til 1\n');
  expect(await hentFeil()).toHaveLength(2);
});

test('npm run scenario lists the names without one, and refuses in words an unknown one or a simulator that is not there', async () => {
  const liste = start('scripts/scenario.ts');
  expect(await liste.slutt).toBe(0);
  expect(liste.ut()).toMatch(/^ {2}falske-404 +Alle kall gir 404/m);
  const ukjent = start('scripts/scenario.ts', ['finnes-ikke']);
  expect(await ukjent.slutt).toBe(1);
  expect(ukjent.ut()).toMatch(/^Ukjent scenario «finnes-ikke»/);
  const nesten = start('scripts/scenario.ts', ['utsabil']);
  expect(await nesten.slutt).toBe(1);
  expect(nesten.ut()).toBe('Ukjent scenario «utsabil». Mente du ustabil?\n');
  const alene = start('scripts/scenario.ts', ['nede']);
  expect(await alene.slutt).toBe(1);
  expect(alene.ut()).toBe(
    `Simulatoren kjører ikke: fant ikke ${join(dataDir, 'simulator.json')}. Start den med npm run simulator eller npm run demo.\n`,
  );
});

test('a port in use is one sentence and exit 1', async () => {
  const opptatt = createServer();
  const port = await listenLocally(opptatt, 0);
  const simulator = start('simulator/main.ts', [], { SIM_PORT: String(port) });
  expect(await simulator.slutt).toBe(1);
  expect(simulator.ut()).toBe(
    `Port ${port} er i bruk. Stopp det som bruker den, eller velg en annen med SIM_PORT.\n`,
  );
  opptatt.close();
});

test('a folder that cannot be made is one sentence and exit 1', async () => {
  const fil = join(dataDir, 'en-fil');
  await writeFile(fil, '');
  await chmod(fil, 0o400);
  const simulator = start('simulator/main.ts', [], { DATA_DIR: join(fil, 'data') });
  expect(await simulator.slutt).toBe(1);
  expect(simulator.ut()).toBe(`Kan ikke skrive i mappen ${join(fil, 'data')}. Velg en annen med DATA_DIR.\n`);
});

test('a wrong setting or argument is one sentence and exit 1; --help explains and exits 0', async () => {
  const gal = start('simulator/main.ts', [], { SIM_POPULATION: 'mange' });
  expect(await gal.slutt).toBe(1);
  expect(gal.ut()).toBe('SIM_POPULATION må være et heltall fra 100 til 6000000, ikke «mange».\n');
  const ukjent = start('simulator/main.ts', ['--fort']);
  expect(await ukjent.slutt).toBe(1);
  expect(ukjent.ut()).toMatch(/^Ukjent valg «--fort»\./);
  const hjelp = start('simulator/main.ts', ['--help']);
  expect(await hjelp.slutt).toBe(0);
  expect(hjelp.ut()).toContain('SIM_PORTAL_URL');
});

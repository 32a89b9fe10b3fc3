/**
 * The lines that README.md asks a stranger to type, run by a shell as they stand, against a simulator that has just been
 * started. Only folder and ports are ours. A line that does not end in an answer of 2xx fails.
 */
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProevenoekler } from './pki/proeve/proevemappe.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { STANDARD_UTTREKK } from './uttrekk/jobblager.ts';

const README = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const PORT = 9440;

let mappe: string;
let simulator: Simulator;
beforeAll(async () => {
  mappe = await mkdtemp(join(tmpdir(), 'simulator-'));
  await copyProevenoekler(join(mappe, '.data'));
  simulator = await startSimulator({
    dataDir: join(mappe, '.data'),
    registerPort: 0,
    identitetPort: 0,
    kontrollPort: 0,
    maskinportenPort: 0,
    krrPort: 0,
    antall: 1_000,
    froe: 1,
    naa: new Date(),
    hendelserVedStart: 50,
    uttrekk: { ...STANDARD_UTTREKK, ventMs: 0 },
    autentisering: 'valgfri',
    portalUrler: ['http://localhost:3000'],
  });
});
afterAll(async () => {
  await simulator.close();
  await rm(mappe, { recursive: true });
});

/** The blocks of shell with curl in them, without the indent of the list they stand in; JOBBID is for people. */
function listBlokker(): string[] {
  const blokker = [...README.matchAll(/^( *)```\n([\s\S]*?)^ *```$/gm)].map(([, innrykk = '', tekst = '']) =>
    tekst.replaceAll(new RegExp(`^${innrykk}`, 'gm'), ''),
  );
  return blokker.filter((tekst) => /^(curl|freg|krr|\w+=\$\()/m.test(tekst));
}

const [FREG = ''] = listBlokker()[0]?.match(/^freg\(\) \{[\s\S]*?^\}/m) ?? [];
const [TOKEN = ''] = README.match(/^token\(\) \{[\s\S]*?^\}/m) ?? [];

/** Runs in the folder that holds `.data`; every call of curl is silent and fails unless it is answered with 2xx. */
async function run(tekst: string): Promise<string> {
  const { register, identitet, kontroll, maskinporten, krr } = simulator.porter;
  const porter = [register, identitet, kontroll, maskinporten, krr];
  const medPorter = tekst.replace(/\b944(\d)\b/g, (_, nr) => String(porter[Number(nr)] ?? PORT));
  const skript = `set -e\ncurl() { command curl -sS -f "$@"; }\n${medPorter}`;
  return (await promisify(execFile)('bash', ['-c', skript], { cwd: mappe, timeout: 30_000 })).stdout;
}

function hasVerktoey(): boolean {
  try {
    execFileSync('curl', ['--version'], { stdio: 'ignore' });
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Skipped where there is no curl or openssl to run. */
describe.skipIf(!hasVerktoey())('with curl and openssl on the machine', () => {
  test('there are lines, and each address in them is one of the simulator', () => {
    expect(listBlokker().length).toBeGreaterThan(4);
    expect(FREG).toContain('$@"');
    expect(TOKEN).toContain('assertion');
    for (const blokk of listBlokker())
      for (const [, port] of blokk.matchAll(/(?:localhost|127\.0\.0\.1):(\d+)/g))
        expect(Number(port) - PORT).toBeLessThan(5);
  });

  test.each(listBlokker().map((blokk, nr) => [nr + 1, blokk]))('block %i is answered', async (_nr, blokk) => {
    const uten = blokk.replaceAll(/^.*JOBBID.*\n/gm, '');
    const svar = await run(uten.includes('freg()') ? uten : `${FREG}\n${TOKEN}\n${uten}`);
    expect(svar).not.toBe('');
  });

  test('the batch of a job that was ordered so is what it says', async () => {
    const { jobbId } = JSON.parse(await run(`${FREG}\nfreg uttrekk/komplett`));
    const [linje = ''] = /^freg .*JOBBID.*$/m.exec(README) ?? [];
    const batch = JSON.parse(await run(`${FREG}\n${linje.replace('JOBBID', jobbId)}`));
    expect(batch.dokumentidentifikator).toHaveLength(1_000);
  });
});

/**
 * F-15, fault 35 of the files: no room on the disk, wherever it is noticed. A worker whose files may not grow beyond a
 * limit of the operating system's meets what a full disk gives: a write that goes halfway, and one that does not go.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { inheritedEnv } from '../../../../scripts/portal-env.ts';
import { countMerknader, getTilstand, waitFor, waitForTilstand, wish } from './test-motor.ts';
import { createProeve, type Proeve } from './test-proeve.ts';

const FIXTURE = path.join(import.meta.dirname, 'arbeider.fixture.ts');
/** What `ulimit -f` counts in. */
const BLOKK_BYTES = 512;

let p: Proeve;
let arbeider: ChildProcess | null = null;

beforeAll(async () => {
  p = await createProeve();
});
afterEach(async () => {
  await stopArbeider();
  await p.clean();
});
afterAll(() => p?.close());

/** A worker in a process whose files hold at most so many bytes. */
async function startArbeider(maksBytes: number): Promise<void> {
  const plassfil = path.join(p.filMappe, '..', 'plass.json');
  writeFileSync(plassfil, JSON.stringify(p.plass));
  const blokker = String(Math.floor(maksBytes / BLOKK_BYTES));
  const script = 'ulimit -f "$1" && shift && exec "$@"';
  // What it says goes through a pipe, which no limit holds for.
  arbeider = spawn('sh', ['-c', script, 'sh', blokker, process.execPath, FIXTURE, plassfil], {
    env: { ...inheritedEnv(), NODE_OPTIONS: '--conditions=react-server', NODE_COMPILE_CACHE: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  arbeider.stdout?.resume();
  await once(arbeider, 'spawn');
}

async function stopArbeider(): Promise<void> {
  if (arbeider === null) return;
  const ended = once(arbeider, 'exit');
  arbeider.kill('SIGKILL');
  await ended;
  arbeider = null;
}

/** Every file in the folder of the uttrekk, by its path there. */
const listFiler = (id: string): string[] =>
  readdirSync(path.join(p.filMappe, id), { recursive: true, withFileTypes: true })
    .filter((en) => en.isFile())
    .map((en) => path.relative(path.join(p.filMappe, id), path.join(en.parentPath, en.name)))
    .sort();

const countFilrader = async (id: string): Promise<number> =>
  (await p.owner.query('select from uttrekk.fil where uttrekk_id = $1', [id])).rowCount ?? -1;

/** Only the last of its sealed bytes have no room, so that the write that goes halfway is the last one. */
const toNestenHele = (): number => Buffer.byteLength(p.uforstyrret);

test.each([
  { naar: 'a batch is kept', getMaksBytes: () => 0, tilstander: ['bestilt', 'venterPaaRegisteret'] },
  { naar: 'a chunk is kept', getMaksBytes: () => 8 * 1024, tilstander: ['henter'] },
  { naar: 'the file is made', getMaksBytes: toNestenHele, tilstander: ['ferdigstiller'] },
])(
  'F-15: no room when $naar: on pause, nothing half-made, and as undisturbed when there is',
  async ({ getMaksBytes, tilstander }) => {
    await startArbeider(getMaksBytes());
    const id = await p.create();
    const { tilstand, feil } = await waitFor(
      () => getTilstand(p.owner, id),
      (rad) => rad.oenske === 'pause' || rad.tilstand === 'klar',
    );
    expect(feil).toBe('diskFull');
    expect(tilstander).toContain(tilstand);
    await stopArbeider();
    expect(listFiler(id).filter((sti) => sti.startsWith('fil') || sti.endsWith('.tmp'))).toEqual([]);
    expect(await countFilrader(id)).toBe(0);

    p.start();
    await wish(p.owner, id, 'kjoer');
    await waitForTilstand(p.owner, id, 'klar');
    expect(await p.read(id)).toBe(p.uforstyrret);
    expect(await countMerknader(p.owner, id)).toMatchObject({ satPaaPause: 1 });
  },
);

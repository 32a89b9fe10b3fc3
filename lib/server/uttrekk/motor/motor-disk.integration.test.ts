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
import { fortsettMedPlass, readLedigeBytes } from './fortsett-med-plass.ts';
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
    // What was being written beside what had no room is taken away by the worker itself, when it has found no room either.
    const listHalve = () => listFiler(id).filter((sti) => sti.startsWith('fil') || sti.endsWith('.tmp'));
    await waitFor(
      async () => listHalve(),
      (halve) => halve.length === 0,
    );
    await stopArbeider();
    expect(listHalve()).toEqual([]);
    expect(await countFilrader(id)).toBe(0);

    p.start();
    await wish(p.owner, id, 'kjoer');
    await waitForTilstand(p.owner, id, 'klar');
    expect(await p.read(id)).toBe(p.uforstyrret);
    expect(await countMerknader(p.owner, id)).toMatchObject({ satPaaPause: 1 });
  },
);

/** Set on pause by a worker that had no room for its files; the worker is gone. */
async function createStanset(): Promise<string> {
  await startArbeider(8 * 1024);
  const id = await p.create();
  await waitFor(
    () => getTilstand(p.owner, id),
    (rad) => rad.feil === 'diskFull',
  );
  await stopArbeider();

  return id;
}
/** As if the pause had been so long ago. */
const age = (minutter: number) =>
  p.owner.query(`update uttrekk.merknad set tidspunkt = tidspunkt - $1 * interval '1 minute'`, [minutter]);
/** One round of the duty, with so many bytes free. */
const look = (readLedige: () => Promise<number>) =>
  p.withDeps(({ pool }) => fortsettMedPlass(pool, readLedige));
const MYE = async () => 2 ** 40;

test('F-15: when there is room again it goes on by itself, and is as undisturbed', async () => {
  const id = await createStanset();
  await age(2);
  await look(async () => 1024 * 1024);
  expect(await getTilstand(p.owner, id)).toMatchObject({ oenske: 'pause', feil: 'diskFull' });
  await look(() => readLedigeBytes(p.filMappe));
  expect(await getTilstand(p.owner, id)).toMatchObject({ oenske: 'kjoer', feil: null });
  p.start();
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.read(id)).toBe(p.uforstyrret);
  expect(await countMerknader(p.owner, id)).toMatchObject({ satPaaPause: 1, plassIgjen: 1 });
});

test('a disk that only says that it has room is tried later each time, and what a person has stopped is hers', async () => {
  const [id, hennes] = [await createStanset(), await p.create()];
  await wish(p.owner, hennes, 'pause');
  const isPause = async () => (await getTilstand(p.owner, id)).oenske === 'pause';
  await look(MYE);
  expect(await isPause()).toBe(true);
  await age(2);
  await look(MYE);
  expect(await isPause()).toBe(false);
  await p.owner.query(
    `insert into uttrekk.merknad (uttrekk_id, kode, verdier) values ($1, 'satPaaPause', '{"grunn": "diskFull"}')`,
    [id],
  );
  await p.owner.query(`update uttrekk.uttrekk set oenske = 'pause', feil = 'diskFull' where id = $1`, [id]);
  await age(1.5);
  await look(MYE);
  expect(await isPause()).toBe(true);
  await age(1);
  await look(MYE);
  expect(await isPause()).toBe(false);
  expect(await getTilstand(p.owner, hennes)).toMatchObject({ oenske: 'pause', feil: null });
});

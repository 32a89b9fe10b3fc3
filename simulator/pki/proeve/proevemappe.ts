/** Folders for tests that start something, with the keys that a run of the tests makes once: making them takes a second. */
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { ensurePostkasser } from '../../krr/postkasser.ts';
import { ensureKlientnoekler } from '../../maskinporten/noekler.ts';
import { ensurePki } from '../ensure-pki.ts';

const NOEKLER = 'noekler';

/** Makes the keys below the folder of the run. Called before the first test. */
export async function createProevenoekler(proevemappe: string): Promise<void> {
  const mappe = join(proevemappe, NOEKLER);
  await ensurePki(join(mappe, 'pki'), new Date());
  await ensureKlientnoekler(join(mappe, 'maskinporten'), new Date());
  await ensurePostkasser(join(mappe, 'krr'), new Date());
}

/** Puts a copy of the keys where a simulator with this folder looks for its own. */
export async function copyProevenoekler(dataDir: string): Promise<void> {
  await cp(join(inject('proevemappe'), NOEKLER), dataDir, { recursive: true });
}

/** A new folder with the keys in it. Whoever asks for it removes it. */
export async function createProevemappe(): Promise<string> {
  const mappe = await mkdtemp(join(tmpdir(), 'simulator-'));
  await copyProevenoekler(mappe);

  return mappe;
}

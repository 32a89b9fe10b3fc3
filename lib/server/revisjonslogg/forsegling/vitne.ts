/**
 * The witness: our own copy, outside the database, of every leaf hash and every checkpoint. Whoever can change the
 * database cannot change it too, so that a rewritten leaf, a cut tail and a restored backup are seen. It holds hashes
 * and nothing of a row. The folder must lie where the database's keeper cannot write.
 */
import 'server-only';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { HASH_BYTES } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import { growNoder } from '#lib/server/revisjonslogg/forsegling/vitnenoder.ts';

const LEAVES = 'blader';
const NOTES = 'sjekkpunkter.ndjson';
/** More than two notes of any length. */
const TAIL_BYTES = 8_192;
const CHUNK_LEAVES = 8_192;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Opens for reading; null when there is no such file. */
async function findFile(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const parseNote = (line: string): string => z.string().parse(JSON.parse(line));

/** The newest note of a witness; null when it holds none. A line that a crash cut off does not count. */
export async function findSisteNote(mappe: string): Promise<string | null> {
  const file = await findFile(path.join(mappe, NOTES));
  if (!file) return null;
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const tail = Buffer.alloc(size - start);
    await file.read(tail, 0, tail.length, start);
    const line = tail.toString('utf8').split('\n').slice(0, -1).at(-1);

    return line ? parseNote(line) : null;
  } finally {
    await file.close();
  }
}

/** Every note of a witness, the oldest first. */
export async function* listNoter(mappe: string): AsyncGenerator<string> {
  const file = await findFile(path.join(mappe, NOTES));
  if (!file) return;
  try {
    const input = file.createReadStream({ autoClose: false });
    // A line that a crash cut off has no closing mark.
    for await (const line of createInterface({ input })) if (line.endsWith('"')) yield parseNote(line);
  } finally {
    await file.close();
  }
}

/** The leaf hashes from `fra` up to but not with `til`, in chunks; fewer when the witness holds fewer. */
export async function* listVitneblader(mappe: string, fra: number, til: number): AsyncGenerator<Buffer> {
  const file = await findFile(path.join(mappe, LEAVES));
  if (!file) return;
  try {
    for (let at = fra; at < til; at += CHUNK_LEAVES) {
      const chunk = Buffer.alloc(Math.min(CHUNK_LEAVES, til - at) * HASH_BYTES);
      const { bytesRead } = await file.read(chunk, 0, chunk.length, at * HASH_BYTES);
      const whole = bytesRead - (bytesRead % HASH_BYTES);
      if (whole > 0) yield chunk.subarray(0, whole);
      if (whole < chunk.length) return;
    }
  } finally {
    await file.close();
  }
}

/** Writes at a place and does not come back before it is on the disk. What stood after it goes. */
async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  await handle.write(bytes, 0, bytes.length, position);
  await handle.truncate(position + bytes.length);
  await handle.sync();
}

async function withFile(file: string, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}

/** Where the last whole line ends: what a crash cut off is written over. */
async function findLineEnd(handle: FileHandle): Promise<number> {
  const { size } = await handle.stat();
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  await handle.read(tail, 0, tail.length, size - tail.length);

  return size - tail.length + tail.lastIndexOf('\n') + 1;
}

/**
 * Adds the leaves from `fra` on and the checkpoint over them. The leaves come first: a crash between leaves some that
 * no checkpoint speaks of, and the next write takes their place.
 */
export async function addToVitne(mappe: string, fra: number, blader: Buffer, note: string): Promise<void> {
  await mkdir(mappe, { recursive: true, mode: 0o700 });
  if (blader.length > 0)
    await withFile(path.join(mappe, LEAVES), (handle) => writeAt(handle, blader, fra * HASH_BYTES));
  await withFile(path.join(mappe, NOTES), async (handle) =>
    writeAt(handle, Buffer.from(`${JSON.stringify(note)}\n`), await findLineEnd(handle)),
  );
  if (blader.length > 0) await growNoder(mappe, fra, fra + blader.length / HASH_BYTES);
}

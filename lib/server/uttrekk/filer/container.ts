/**
 * The sealed file: a stream in chunks, each AES-256-GCM with a key that belongs to this file alone. Rule: clear text is
 * never on disk, and no chunk is released before it is known to be the right one at its place: a byte flipped, a chunk
 * cut, moved, repeated or added makes the reading throw FIL_OEDELAGT first (security.md F-01, F-03).
 *
 * Layout: magic 4, salt 32, then chunks of 256 KiB clear text and a tag of 16 bytes; the last may be shorter or empty.
 * The chunk key is HKDF of the given key, the salt and what the file is bound to, so a key that seals many files, or the
 * same file twice, never seals two chunks alike. The nonce is the chunk's number and whether it is the last.
 */
import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open as openFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { open, seal } from '#lib/server/crypto.ts';
import { CHUNK_BYTES, chunkminne, deriveChunknoekkel, sealChunk } from './chunk.ts';
import { toFilfeil } from './filfeil.ts';

export const MAGIC = Buffer.from('FUF1');
const SALT_BYTES = 32;
export const HEADER_BYTES = MAGIC.length + SALT_BYTES;
/** What became of a file: size and SHA-256 of its sealed bytes. */
export type Forseglet = { bytes: number; sjekksum: Buffer };

/** A fresh key for one file, or for the part files of one uttrekk. */
export function createFilnoekkel(): Buffer {
  return randomBytes(32);
}

/**
 * The key, sealed by the master key.
 * @param master FIL_KEY, 32 bytes as base64
 * @param bound id of the uttrekk or the file that it belongs to
 */
export function wrapNoekkel(master: string, bound: string, noekkel: Buffer): Buffer {
  return seal(master, 'filnoekkel', bound, noekkel.toString('base64'));
}

/** The key again. Throws when the master, the bound or any byte differs. */
export function unwrapNoekkel(master: string, bound: string, wrapped: Buffer): Buffer {
  return Buffer.from(open(master, 'filnoekkel', bound, wrapped), 'base64');
}

type Kilde = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The stream cut into chunks. The last one, and only it, says so; there is always one. Each lies in the same memory as the
 * one before: whoever takes it is done with it before asking for the next.
 */
async function* listChunks(kilde: Kilde): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  const minne = chunkminne.take();
  let bytes = 0;
  try {
    for await (const bit of kilde) {
      for (let lagt = 0; lagt < bit.length; ) {
        // A full chunk is held back until more comes: only then is it known not to be the last.
        if (bytes === CHUNK_BYTES) {
          yield { chunk: minne.subarray(0, bytes), isLast: false };
          bytes = 0;
        }
        const del = bit.subarray(lagt, lagt + CHUNK_BYTES - bytes);
        minne.set(del, bytes);
        bytes += del.length;
        lagt += del.length;
      }
    }
    yield { chunk: minne.subarray(0, bytes), isLast: true };
  } finally {
    chunkminne.give(minne);
  }
}

async function writeTo(file: FileHandle, noekkel: Buffer, bound: string, kilde: Kilde): Promise<Forseglet> {
  const salt = randomBytes(SALT_BYTES);
  const chunknoekkel = deriveChunknoekkel(noekkel, salt, bound);
  const sum = createHash('sha256');
  let bytes = 0;
  let nr = 0;
  const write = async (biter: Buffer[]): Promise<void> => {
    for (const bit of biter) sum.update(bit);
    const antall = biter.reduce((alle, { length }) => alle + length, 0);
    bytes += antall;
    const { bytesWritten } = await file.writev(biter);
    // A disk that is all but full takes what it has room for and calls it well done: the rest says that it is not.
    if (bytesWritten < antall) await file.writeFile(Buffer.concat(biter).subarray(bytesWritten));
  };
  const minne = chunkminne.take();
  try {
    await write([MAGIC, salt]);
    for await (const { chunk, isLast } of listChunks(kilde)) {
      await write([sealChunk(chunknoekkel, nr, isLast, chunk, minne)]);
      nr += 1;
    }
  } finally {
    chunkminne.give(minne);
  }
  await file.sync();

  return { bytes, sjekksum: sum.digest() };
}

async function syncMappe(mappe: string): Promise<void> {
  const handle = await openFile(mappe, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Seals a stream into a file that is there whole or not at all: written beside its name, synced, then given its name.
 * @param bound what the file is; a file under another name or of another uttrekk does not open
 * @throws Filfeil DISK_FULL; whatever the stream throws. Then nothing is left behind.
 */
export async function writeForseglet(
  sti: string,
  noekkel: Buffer,
  bound: string,
  kilde: Kilde,
): Promise<Forseglet> {
  const mappe = path.dirname(sti);
  await mkdir(mappe, { recursive: true, mode: 0o700 });
  // A name of its own: a worker that has lost its lease and the one that took over do not write into one file.
  const uferdig = `${sti}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await openFile(uferdig, 'wx', 0o600);
    let forseglet: Forseglet;
    try {
      forseglet = await writeTo(file, noekkel, bound, kilde);
    } finally {
      await file.close();
    }
    await rename(uferdig, sti);
    await syncMappe(mappe);

    return forseglet;
  } catch (error) {
    await rm(uferdig, { force: true });
    throw toFilfeil(error);
  }
}

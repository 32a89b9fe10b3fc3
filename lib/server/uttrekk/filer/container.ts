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
import { createHash, type KeyObject, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open as openFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { open, seal } from '#lib/server/crypto.ts';
import {
  CHUNK_BYTES,
  deriveChunknoekkel,
  giveMinne,
  openChunk,
  SEALED_CHUNK_BYTES,
  sealChunk,
  TAG_BYTES,
  takeMinne,
} from './chunk.ts';
import { Filfeil, toFilfeil } from './filfeil.ts';

const MAGIC = Buffer.from('FUF1');
const SALT_BYTES = 32;
const HEADER_BYTES = MAGIC.length + SALT_BYTES;
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
  const minne = takeMinne();
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
    giveMinne(minne);
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
  const minne = takeMinne();
  try {
    await write([MAGIC, salt]);
    for await (const { chunk, isLast } of listChunks(kilde)) {
      await write([sealChunk(chunknoekkel, nr, isLast, chunk, minne)]);
      nr += 1;
    }
  } finally {
    giveMinne(minne);
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

/** Fills `buffer` with what stands from `fra`. Throws FIL_OEDELAGT when the file ends before. */
async function readExactly(file: FileHandle, buffer: Buffer, fra: number): Promise<Buffer> {
  let lest = 0;
  while (lest < buffer.length) {
    const { bytesRead } = await file.read(buffer, lest, buffer.length - lest, fra + lest);
    if (bytesRead === 0) throw new Filfeil('FIL_OEDELAGT');
    lest += bytesRead;
  }

  return buffer;
}

type Aapnet = { chunknoekkel: KeyObject; antall: number; sisteBytes: number };

async function readHode(file: FileHandle, noekkel: Buffer, bound: string): Promise<Aapnet> {
  const body = (await file.stat()).size - HEADER_BYTES;
  if (body < TAG_BYTES) throw new Filfeil('FIL_OEDELAGT');
  const hode = await readExactly(file, Buffer.alloc(HEADER_BYTES), 0);
  if (!hode.subarray(0, MAGIC.length).equals(MAGIC)) throw new Filfeil('FIL_OEDELAGT');
  const antall = Math.ceil(body / SEALED_CHUNK_BYTES);
  const sisteBytes = body - (antall - 1) * SEALED_CHUNK_BYTES;
  if (sisteBytes < TAG_BYTES) throw new Filfeil('FIL_OEDELAGT');

  return {
    chunknoekkel: deriveChunknoekkel(noekkel, hode.subarray(MAGIC.length), bound),
    antall,
    sisteBytes,
  };
}

/** The bytes of the clear text to be read, from `fra` up to and not including `til`. */
export type Utsnitt = { fra: number; til: number };
const ALT: Utsnitt = { fra: 0, til: Number.POSITIVE_INFINITY };

/**
 * The clear text, chunk by chunk, each opened and proved before it is given out. A part of it costs only its chunks. Each
 * lies in the same memory as the one before: whoever takes it is done with it before asking for the next.
 * @throws Filfeil FIL_OEDELAGT at the first bad chunk, FIL_MANGLER
 */
export async function* scanForseglet(
  sti: string,
  noekkel: Buffer,
  bound: string,
  { fra, til }: Utsnitt = ALT,
): AsyncGenerator<Buffer> {
  const file = await openFile(sti, 'r').catch((error) => {
    throw toFilfeil(error);
  });
  const [forseglet, klart] = [takeMinne(), takeMinne()];
  try {
    const { chunknoekkel, antall, sisteBytes } = await readHode(file, noekkel, bound);
    const slutt = Math.min(antall, Math.ceil(til / CHUNK_BYTES));
    for (let nr = Math.floor(fra / CHUNK_BYTES); nr < slutt; nr += 1) {
      const isLast = nr === antall - 1;
      const plass = forseglet.subarray(0, isLast ? sisteBytes : SEALED_CHUNK_BYTES);
      const sealed = await readExactly(file, plass, HEADER_BYTES + nr * SEALED_CHUNK_BYTES);
      const start = nr * CHUNK_BYTES;
      const chunk = openChunk(chunknoekkel, nr, isLast, sealed, klart);
      const bit = chunk.subarray(Math.max(0, fra - start), Math.min(chunk.length, til - start));
      if (bit.length > 0) yield bit;
    }
  } finally {
    giveMinne(forseglet);
    giveMinne(klart);
    await file.close();
  }
}

/** As `scanForseglet`, each piece in memory of its own: for whoever keeps it, or hands it on to be sent. */
export async function* readForseglet(
  sti: string,
  noekkel: Buffer,
  bound: string,
  utsnitt: Utsnitt = ALT,
): AsyncGenerator<Buffer> {
  for await (const bit of scanForseglet(sti, noekkel, bound, utsnitt)) yield Buffer.from(bit);
}

/**
 * A sealed file read again. Rule: no chunk is released before it is known to be the right one at its place (the layout, and
 * what makes it so, stand in `container.ts`), and what is read ahead is not looked at before it is asked for.
 */
import 'server-only';
import type { KeyObject } from 'node:crypto';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import {
  CHUNK_BYTES,
  chunkminne,
  deriveChunknoekkel,
  LESES_SAMMEN,
  leseminne,
  openChunk,
  SEALED_CHUNK_BYTES,
  TAG_BYTES,
} from './chunk.ts';
import { HEADER_BYTES, MAGIC } from './container.ts';
import { Filfeil, toFilfeil } from './filfeil.ts';

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
 * Each chunk opened and proved before it is given out, while those after it are on their way from the disk.
 * @param klart memory for the clear text of one chunk; null gives each memory of its own
 */
async function* openChunks(
  sti: string,
  noekkel: Buffer,
  bound: string,
  { fra, til }: Utsnitt,
  klart: Buffer | null,
): AsyncGenerator<Buffer> {
  const file = await openFile(sti, 'r').catch((error) => {
    throw toFilfeil(error);
  });
  const [minne, annet] = [leseminne.take(), leseminne.take()];
  let underveis = Promise.resolve(minne);
  try {
    const { chunknoekkel, antall, sisteBytes } = await readHode(file, noekkel, bound);
    const slutt = Math.min(antall, Math.ceil(til / CHUNK_BYTES));
    const lengde = (nr: number): number => (nr === antall - 1 ? sisteBytes : SEALED_CHUNK_BYTES);
    const startReading = (nr: number, plass: Buffer): void => {
      const siste = Math.min(nr + LESES_SAMMEN, slutt) - 1;
      const bytes = (siste - nr) * SEALED_CHUNK_BYTES + lengde(siste);
      underveis = readExactly(file, plass.subarray(0, bytes), HEADER_BYTES + nr * SEALED_CHUNK_BYTES);
      // Whoever waits for it hears of it; it may be that nobody ever does.
      underveis.catch(() => undefined);
    };
    let nr = Math.floor(fra / CHUNK_BYTES);
    if (nr < slutt) startReading(nr, minne);
    for (let les = annet; nr < slutt; les = les === minne ? annet : minne) {
      const sealed = await underveis;
      if (nr + LESES_SAMMEN < slutt) startReading(nr + LESES_SAMMEN, les);
      for (let sted = 0; sted < sealed.length; nr += 1) {
        const chunk = openChunk(
          chunknoekkel,
          nr,
          nr === antall - 1,
          sealed.subarray(sted, sted + lengde(nr)),
          klart,
        );
        sted += lengde(nr);
        const start = nr * CHUNK_BYTES;
        const bit = chunk.subarray(Math.max(0, fra - start), Math.min(chunk.length, til - start));
        if (bit.length > 0) yield bit;
      }
    }
  } finally {
    await underveis.catch(() => undefined);
    leseminne.give(minne);
    leseminne.give(annet);
    await file.close();
  }
}

/**
 * The clear text, chunk by chunk. A part of it costs only its chunks. Each lies in the same memory as the one before:
 * whoever takes it is done with it before asking for the next.
 * @throws Filfeil FIL_OEDELAGT at the first bad chunk, FIL_MANGLER
 */
export async function* scanForseglet(
  sti: string,
  noekkel: Buffer,
  bound: string,
  utsnitt: Utsnitt = ALT,
): AsyncGenerator<Buffer> {
  const klart = chunkminne.take();
  try {
    yield* openChunks(sti, noekkel, bound, utsnitt, klart);
  } finally {
    chunkminne.give(klart);
  }
}

/** As `scanForseglet`, each piece in memory of its own: for whoever keeps it, or hands it on to be sent. */
export const readForseglet = (
  sti: string,
  noekkel: Buffer,
  bound: string,
  utsnitt: Utsnitt = ALT,
): AsyncGenerator<Buffer> => openChunks(sti, noekkel, bound, utsnitt, null);

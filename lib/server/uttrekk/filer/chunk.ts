/** One chunk of a sealed file: its key, its nonce, its memory. Only `container.ts` makes files of them, and `read-forseglet.ts` opens them. */
import 'server-only';
import {
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type Decipheriv,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { Filfeil } from './filfeil.ts';

export const TAG_BYTES = 16;
/** Of clear text in a chunk. */
export const CHUNK_BYTES = 256 * 1024;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** Sealed chunks that are read at a time: each reading costs more than the bytes of one. */
export const LESES_SAMMEN = 8;

/** Memory of one size, used again and again: left to be collected, each would cost more than the work. */
function createLager(bytes: number) {
  const ledige: Buffer[] = [];
  const MAKS_LEDIGE = 16;

  return {
    /** For whoever gives it back. */
    take: (): Buffer => ledige.pop() ?? Buffer.allocUnsafeSlow(bytes),
    /** Nobody may look at it afterwards. */
    give(minne: Buffer): void {
      if (ledige.length < MAKS_LEDIGE) ledige.push(minne);
    },
  };
}
export const chunkminne = createLager(SEALED_CHUNK_BYTES);
export const leseminne = createLager(LESES_SAMMEN * SEALED_CHUNK_BYTES);

/** The key of the chunks of one file, by its salt (32 random bytes) and what it is bound to. */
export function deriveChunknoekkel(noekkel: Buffer, salt: Buffer, bound: string): KeyObject {
  return createSecretKey(
    Buffer.from(hkdfSync('sha256', noekkel, salt, `folkeregisterportalen/uttrekksfil/${bound}`, 32)),
  );
}

function toNonce(nr: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(nr, 7);
  nonce[11] = isLast ? 1 : 0;

  return nonce;
}

/** What a cipher is given at a time: what it gives back is then small enough to be had from memory that was just let go. */
const BIT_BYTES = 64 * 1024;

/**
 * All of `fra` through the cipher into `til`. What the cipher gives back is let go of at once: left to be collected, a
 * million persons are gigabytes of it, and collecting costs more than the ciphering.
 */
function cipherInto(cipher: Cipheriv | Decipheriv, fra: Buffer, til: Buffer): void {
  for (let sted = 0; sted < fra.length; sted += BIT_BYTES) {
    const bit = cipher.update(fra.subarray(sted, sted + BIT_BYTES));
    til.set(bit, sted);
    bit.buffer.transfer(0);
  }
}

/** The chunk sealed for its place, with its tag, in `minne`. */
export function sealChunk(
  noekkel: KeyObject,
  nr: number,
  isLast: boolean,
  chunk: Buffer,
  minne: Buffer,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', noekkel, toNonce(nr, isLast));
  cipherInto(cipher, chunk, minne);
  cipher.final();
  minne.set(cipher.getAuthTag(), chunk.length);

  return minne.subarray(0, chunk.length + TAG_BYTES);
}

/**
 * The clear text of a sealed chunk, in `minne`, or in memory of its own where that is null. Throws FIL_OEDELAGT unless it is
 * the one that was sealed for this place.
 */
export function openChunk(
  noekkel: KeyObject,
  nr: number,
  isLast: boolean,
  sealed: Buffer,
  minne: Buffer | null,
): Buffer {
  const bytes = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', noekkel, toNonce(nr, isLast));
  decipher.setAuthTag(sealed.subarray(bytes));
  try {
    const klart = minne?.subarray(0, bytes) ?? decipher.update(sealed.subarray(0, bytes));
    if (minne) cipherInto(decipher, sealed.subarray(0, bytes), minne);
    decipher.final();

    return klart;
  } catch (error) {
    throw new Filfeil('FIL_OEDELAGT', { cause: error });
  }
}

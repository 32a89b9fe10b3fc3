/** One chunk of a sealed file: its key, its nonce, its memory. Only `container.ts` makes files of them. */
import 'server-only';
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Filfeil } from './filfeil.ts';

export const TAG_BYTES = 16;
/** Of clear text in a chunk. */
export const CHUNK_BYTES = 256 * 1024;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** Memory for one chunk, used again and again: left to be collected, each would cost more than the work. */
const ledige: Buffer[] = [];
const MAKS_LEDIGE = 16;
/** Memory for one chunk, for whoever gives it back. */
export const takeMinne = (): Buffer => ledige.pop() ?? Buffer.allocUnsafeSlow(SEALED_CHUNK_BYTES);
/** Nobody may look at it afterwards. */
export function giveMinne(minne: Buffer): void {
  if (ledige.length < MAKS_LEDIGE) ledige.push(minne);
}

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

/** The chunk sealed for its place, and its tag. */
export function sealChunk(noekkel: KeyObject, nr: number, isLast: boolean, chunk: Buffer): Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', noekkel, toNonce(nr, isLast));
  const body = cipher.update(chunk);
  cipher.final();

  return [body, cipher.getAuthTag()];
}

/** The clear text of a sealed chunk. Throws FIL_OEDELAGT unless it is the one that was sealed for this place. */
export function openChunk(noekkel: KeyObject, nr: number, isLast: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', noekkel, toNonce(nr, isLast));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    const body = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
    decipher.final();

    return body;
  } catch (error) {
    throw new Filfeil('FIL_OEDELAGT', { cause: error });
  }
}

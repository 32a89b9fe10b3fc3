/**
 * The encryption of a zip as other programs open it: AES-256 in counter mode with a count that runs the other way than
 * Node's own, and HMAC-SHA1 over what it gives (WinZip AE-2). The format fixes how the keys are made of the password; what
 * makes it strong is that the password is ours and long.
 */
import 'server-only';
import { createCipheriv, createHmac, type Hmac, pbkdf2, randomInt } from 'node:crypto';
import { promisify } from 'node:util';

const BLOKK = 16;
/** Of the key stream that is made at a time. */
const STROEM_BYTES = 64 * 1024;
const [KRYPTERING_BYTES, PROEVE_BYTES] = [32, 2];
const RUNDER = 1_000;
export const SALT_BYTES = 16;
export const MERKE_BYTES = 10;
/** What encryption adds before and after the bytes themselves. */
export const TILLEGG_BYTES = SALT_BYTES + PROEVE_BYTES + MERKE_BYTES;

/** Without those that look alike when they are read aloud or copied by hand. */
const TEGN = 'abcdefghjkmnpqrstuvwxyz23456789';
const [GRUPPER, GRUPPE] = [6, 4];

/** A password of 118 bits in groups, e.g. `k3px-…`. */
export function createPassord(): string {
  const gruppe = () => Array.from({ length: GRUPPE }, () => TEGN[randomInt(TEGN.length)]).join('');

  return Array.from({ length: GRUPPER }, gruppe).join('-');
}

export type Kryptering = {
  /** Stands before the first byte: the salt, and what a reader tries the password on. */
  hode: Buffer;
  /** The next bytes, encrypted. The same password and salt give the same bytes. */
  encrypt(bit: Uint8Array): Buffer;
  /** Stands after the last byte: whether all before it is as it was. */
  finish(): Buffer;
};

/** The key stream: the cipher of 1, 2, 3 …, each written with its lowest byte first. */
class Noekkelstroem {
  readonly #cipher;
  readonly #telling = Buffer.alloc(STROEM_BYTES);
  #stroem = Buffer.alloc(0);
  #brukt = 0;
  #blokker = 0;
  constructor(noekkel: Buffer) {
    this.#cipher = createCipheriv('aes-256-ecb', noekkel, null).setAutoPadding(false);
  }
  /** Lays the stream over the bytes. */
  cover(bit: Uint8Array): Buffer {
    const ut = Buffer.allocUnsafe(bit.length);
    for (let lagt = 0; lagt < bit.length; ) {
      if (this.#brukt === this.#stroem.length) this.#fill();
      const antall = Math.min(bit.length - lagt, this.#stroem.length - this.#brukt);
      for (let i = 0; i < antall; i += 1)
        ut[lagt + i] = (bit[lagt + i] ?? 0) ^ (this.#stroem[this.#brukt + i] ?? 0);
      lagt += antall;
      this.#brukt += antall;
    }

    return ut;
  }
  #fill(): void {
    for (let sted = 0; sted < STROEM_BYTES; sted += BLOKK) {
      this.#blokker += 1;
      this.#telling.writeUIntLE(this.#blokker, sted, 6);
    }
    this.#stroem = this.#cipher.update(this.#telling);
    this.#brukt = 0;
  }
}

const deriveNoekler = promisify(pbkdf2);

/** Begins the encryption of one file. @param salt of `SALT_BYTES`, another for each file */
export async function createKryptering(passord: string, salt: Buffer): Promise<Kryptering> {
  const noekler = await deriveNoekler(passord, salt, RUNDER, 2 * KRYPTERING_BYTES + PROEVE_BYTES, 'sha1');
  const stroem = new Noekkelstroem(noekler.subarray(0, KRYPTERING_BYTES));
  const merke: Hmac = createHmac('sha1', noekler.subarray(KRYPTERING_BYTES, 2 * KRYPTERING_BYTES));

  return {
    hode: Buffer.concat([salt, noekler.subarray(2 * KRYPTERING_BYTES)]),
    encrypt(bit) {
      const ut = stroem.cover(bit);
      merke.update(ut);

      return ut;
    },
    finish: () => merke.digest().subarray(0, MERKE_BYTES),
  };
}

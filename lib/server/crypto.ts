/**
 * The portal's use of keys: one master key per purpose from the environment, one derived key per use, and three acts
 * only: seal and open (AES-256-GCM) and mark (HMAC-SHA256). Nothing else in the portal touches a key, but for the files of
 * uttrekk (lib/server/uttrekk/filer/container.ts), whose own keys are sealed here.
 */
import 'server-only';
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HMAC_BLOCK = 64;
const DIGEST_BYTES = 32;
/** Room for most of what is marked: a person's number, and what a row of the revisjonslogg says. */
const ROM_BYTES = 4_096;
const UTF8_MAX = 3;
const derived = new Map<string, KeyObject>();

/** A 32-byte key for one use. `master` is base64 (32 bytes), `use` a constant of ours. */
function deriveKey(master: string, use: string): KeyObject {
  const name = `${use}\u0000${master}`;
  const known = derived.get(name);
  if (known) return known;
  const bytes = Buffer.from(
    hkdfSync('sha256', Buffer.from(master, 'base64'), '', `folkeregisterportalen/${use}`, 32),
  );
  const fresh = createSecretKey(bytes);
  derived.set(name, fresh);

  return fresh;
}

const NONCER_PER_GANG = 256;
let noncer = Buffer.alloc(0);

/** Random, from bytes that are made for many at a time: twelve cost as much to ask for as thousands. */
function createNonce(): Buffer {
  if (noncer.length === 0) noncer = randomBytes(NONCER_PER_GANG * NONCE_BYTES);
  const nonce = noncer.subarray(0, NONCE_BYTES);
  noncer = noncer.subarray(NONCE_BYTES);

  return nonce;
}

/** Encrypts `text`; `bound` (owner, id) must be given again to open it. Layout: nonce 12, tag 16, cipher text. */
export function seal(master: string, use: string, bound: string, text: string): Buffer {
  const nonce = createNonce();
  const cipher = createCipheriv('aes-256-gcm', deriveKey(master, use), nonce).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);

  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The text that was sealed. Throws when the key, the bound or any byte differs. */
export function open(master: string, use: string, bound: string, sealed: Buffer): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(master, use), nonce).setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));

  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8');
}

/** SHA-256 as a text of its bytes: memory of its own for each digest costs more than the digest. */
const sha256 = (bytes: Buffer): string => hash('sha256', bytes, 'binary');

type Fyll = { inner: Buffer; outer: Buffer };
const fylt = new Map<string, Map<string, Fyll>>();

/**
 * The key of a mark as RFC 2104 lays it before what is hashed: `inner` with room for a text, `outer` for a
 * digest. Both are written in again and again.
 */
function getFyll(master: string, use: string): Fyll {
  const known = fylt.get(use)?.get(master);
  if (known) return known;
  const bytes = deriveKey(master, use).export();
  const fill = (byte: number, room: number): Buffer => {
    const block = Buffer.alloc(HMAC_BLOCK + room).fill(byte, 0, HMAC_BLOCK);
    for (const [at, value] of bytes.entries()) block.writeUInt8(value ^ byte, at);
    return block;
  };
  const fresh = { inner: fill(0x36, ROM_BYTES), outer: fill(0x5c, DIGEST_BYTES) };
  fylt.set(use, (fylt.get(use) ?? new Map()).set(master, fresh));

  return fresh;
}

/** What is hashed first: the key's block, and the text after it. */
function toInner({ inner }: Fyll, text: string): Buffer {
  if (text.length * UTF8_MAX > ROM_BYTES)
    return Buffer.concat([inner.subarray(0, HMAC_BLOCK), Buffer.from(text)]);

  return inner.subarray(0, HMAC_BLOCK + inner.write(text, HMAC_BLOCK));
}

/**
 * A keyed mark of a text, HMAC-SHA256: equal texts have equal marks, and without the key the text cannot be found from
 * it. Of two hashes in one step each, in memory that is there: an uttrekk makes millions, and node's own costs four times
 * as much.
 */
export function mark(master: string, use: string, text: string): Buffer {
  const fyll = getFyll(master, use);
  fyll.outer.write(sha256(toInner(fyll, text)), HMAC_BLOCK, 'latin1');

  return Buffer.from(sha256(fyll.outer), 'latin1');
}

/** SHA-256 of a secret with enough entropy of its own (a session token), so that the database never holds it. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** 256 random bits, URL-safe. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * A UUID that begins with the time (version 7), and so has its place in an index beside those made just before: ids at
 * random make the database write a page of each index for each row. 74 bits are random.
 */
export function createTidsid(): string {
  const tid = Date.now().toString(16).padStart(12, '0');
  // The random bits of a UUID come from a store that Node fills at once: a fifth of the time of asking for bytes each time.
  return `${tid.slice(0, 8)}-${tid.slice(8)}-7${randomUUID().slice(15)}`;
}

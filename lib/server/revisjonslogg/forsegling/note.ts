/**
 * Signed notes (C2SP signed-note) with Ed25519: a text, an empty line, and one line for each signature. The keys are
 * written as the format has it, with the name of the log in them: `PRIVATE+KEY+<name>+<id>+<base64>` for who signs and
 * `<name>+<id>+<base64>` for everybody else.
 */
import 'server-only';
import {
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';

const ED25519 = 1;
const SEED_BYTES = 32;
const ID_BYTES = 4;
const PRIVATE_PREFIX = 'PRIVATE+KEY+';
/** What stands before the 32 bytes in PKCS#8 and in SubjectPublicKeyInfo (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Who a note can be checked against. */
export type Kontrollnoekkel = { navn: string; id: Buffer; offentlig: KeyObject };
/** Who signs. `kontroll` is the same key for those who check, also as text. */
export type Signeringsnoekkel = { kontroll: Kontrollnoekkel; kontrolltekst: string; privat: KeyObject };

/** A key that is not of the form, or whose parts do not belong together. The message never quotes it. */
export class UgyldigNoekkel extends Error {}

const toId = (navn: string, key: Uint8Array): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${navn}\n`), key]), 'buffer').subarray(0, ID_BYTES);

const typed = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.of(ED25519), bytes]);

function parseParts(text: string): { navn: string; id: string; bytes: Buffer } {
  const [, navn, id, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const key = Buffer.from(base64 ?? '', 'base64');
  if (navn === undefined || id === undefined || key[0] !== ED25519 || key.length !== SEED_BYTES + 1) {
    throw new UgyldigNoekkel('The key is not of the form of a signed note with Ed25519.');
  }

  return { navn, id, bytes: key.subarray(1) };
}

function toKontrollnoekkel(navn: string, bytes: Uint8Array): Kontrollnoekkel {
  const offentlig = createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });

  return { navn, id: toId(navn, typed(bytes)), offentlig };
}

/** @throws UgyldigNoekkel */
export function parseKontrollnoekkel(text: string): Kontrollnoekkel {
  const { navn, id, bytes } = parseParts(text.trim());
  const noekkel = toKontrollnoekkel(navn, bytes);
  if (noekkel.id.toString('hex') !== id) throw new UgyldigNoekkel('The id of the key does not belong to it.');

  return noekkel;
}

function readPublicBytes(privat: KeyObject): Buffer {
  return createPublicKey(privat).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
}

const showKey = (navn: string, id: Buffer, bytes: Uint8Array): string =>
  `${navn}+${id.toString('hex')}+${typed(bytes).toString('base64')}`;

/** @throws UgyldigNoekkel */
export function parseSigneringsnoekkel(text: string): Signeringsnoekkel {
  if (!text.startsWith(PRIVATE_PREFIX))
    throw new UgyldigNoekkel('The key is not one that signs: it does not begin with PRIVATE+KEY.');
  const { navn, id, bytes } = parseParts(text.slice(PRIVATE_PREFIX.length).trim());
  const privat = createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' });
  const publicBytes = readPublicBytes(privat);
  const kontroll = toKontrollnoekkel(navn, publicBytes);
  if (kontroll.id.toString('hex') !== id)
    throw new UgyldigNoekkel('The id of the key does not belong to it.');

  return { kontroll, kontrolltekst: showKey(navn, kontroll.id, publicBytes), privat };
}

/** A new key, as text. `navn` is the log's origin: without spaces and without `+`. */
export function createSigneringsnoekkel(navn: string): string {
  const seed = randomBytes(SEED_BYTES);
  const privat = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

  return `${PRIVATE_PREFIX}${showKey(navn, toId(navn, typed(readPublicBytes(privat))), seed)}`;
}

/** @param text ends with a line break and has no empty line last */
export function signNote(text: string, { kontroll, privat }: Signeringsnoekkel): string {
  const signature = Buffer.concat([kontroll.id, sign(null, Buffer.from(text), privat)]);

  return `${text}\n— ${kontroll.navn} ${signature.toString('base64')}\n`;
}

/** The text of a note that one of the keys has signed; null when none has, or any byte differs. */
export function openNote(note: string, noekler: readonly Kontrollnoekkel[]): string | null {
  const end = note.lastIndexOf('\n\n');
  if (end === -1) return null;
  const text = note.slice(0, end + 1);
  for (const line of note.slice(end + 2).split('\n')) {
    const [, navn, base64] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = Buffer.from(base64 ?? '', 'base64');
    const noekkel = noekler.find((key) => key.navn === navn && key.id.equals(bytes.subarray(0, ID_BYTES)));
    if (noekkel && verify(null, Buffer.from(text), noekkel.offentlig, bytes.subarray(ID_BYTES))) return text;
  }

  return null;
}

/**
 * What REVISJON_KEY does to a person's number: a keyed reference that rows are found by, and a sealed envelope. Keys change
 * and rows stay, so rows are written with the first key and found and opened with all: an envelope says which key it is
 * under, a number is searched for as each key would have written it.
 */
import 'server-only';
import { mark, open, seal } from '#lib/server/crypto.ts';
import { getFellesEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';

/** The key that rows are written with now, then those before it; each 32 bytes in base64. */
export type Revisjonsnoekler = readonly [string, ...string[]];

export const getRevisjonsnoekler = once('revisjonsnoekler', (): Revisjonsnoekler => {
  const { REVISJON_KEY, REVISJON_KEY_TIDLIGERE } = getFellesEnv();

  return [REVISJON_KEY, ...REVISJON_KEY_TIDLIGERE];
});

const SUBJEKT_REF_BYTES = 16;
const ID_BYTES = 4;
/** First byte of an envelope that names its key. Those before it begin with a random one. */
const NAMES_KEY = 1;

/** The reference of a person, as rows under this key carry it. */
export const toSubjektRef = (key: string, nummer: string): Buffer =>
  mark(key, 'subjekt', nummer).subarray(0, SUBJEKT_REF_BYTES);

/** The references of a person under every key: a row about her carries one of them. */
export const listSubjektRefs = (noekler: Revisjonsnoekler, nummer: string): Buffer[] =>
  noekler.map((key) => toSubjektRef(key, nummer));

const heads = new Map<string, Buffer>();

/** The same for every envelope under a key, so it is made once. */
function toHead(key: string): Buffer {
  const known = heads.get(key);
  if (known) return known;
  const head = Buffer.concat([
    Buffer.of(NAMES_KEY),
    mark(key, 'konvolutt-noekkel', '').subarray(0, ID_BYTES),
  ]);
  heads.set(key, head);

  return head;
}

/** Layout: 1, four bytes that name the key, then as `seal`. */
export const sealKonvolutt = (key: string, kallId: string, text: string): Buffer =>
  Buffer.concat([toHead(key), seal(key, 'konvolutt', kallId, text)]);

function findText(key: string, kallId: string, sealed: Buffer): string | null {
  try {
    return open(key, 'konvolutt', kallId, sealed);
  } catch {
    return null;
  }
}

/** What was sealed for a call. Throws when it is under none of the keys, of another call, or any byte differs. */
export function openKonvolutt(noekler: Revisjonsnoekler, kallId: string, sealed: Buffer): string {
  for (const key of noekler) {
    const head = toHead(key);
    const isNamed = sealed.subarray(0, head.length).equals(head);
    // An envelope from before names no key: only the right one opens it.
    const text =
      (isNamed ? findText(key, kallId, sealed.subarray(head.length)) : null) ?? findText(key, kallId, sealed);
    if (text !== null) return text;
  }
  throw new Error('no key opens the envelope');
}

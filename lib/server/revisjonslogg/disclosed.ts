/**
 * The proof that a value may leave the server: a `Disclosed<T>` can only be made by running the commit of its row, or
 * by opening one that was sealed from such a proof. Routes take nothing else (security.md 7.3).
 */
import 'server-only';
import { open, seal } from '#lib/server/crypto.ts';
import { once } from '#lib/server/once.ts';

/** `json` is the very text that is sent; the private field makes the type impossible to imitate. */
class Shown<T> {
  readonly #value: T;
  readonly json: string;
  constructor(value: T, json: string) {
    this.#value = value;
    this.json = json;
  }
  get value(): T {
    return this.#value;
  }
}
export type Disclosed<T> = Shown<T>;

// Kept per process and not as a class test: Next loads this module once per bundle, and each has a class of its own.
const getProofs = once('disclosed', () => new WeakSet<object>());

function prove<T>(value: T, json: string): Disclosed<T> {
  const shown = new Shown(value, json);
  getProofs().add(shown);

  return shown;
}

/** True for values that carry the proof; what a handler returns is checked at run time too. */
export function isDisclosed(value: unknown): value is Disclosed<unknown> {
  return typeof value === 'object' && value !== null && getProofs().has(value);
}

/** A large field of an answer that was written before the answer, because its digest stands in the answer too. */
export type Skrevet = { felt: string; json: string };

/** The value as text; a field that is written already comes last and is not written again. */
function writeJson(value: unknown, skrevet: Skrevet | undefined): string {
  if (skrevet === undefined) return JSON.stringify(value);
  const { [skrevet.felt]: _, ...resten } = Object(value);

  return `${JSON.stringify(resten).slice(0, -1)},${JSON.stringify(skrevet.felt)}:${skrevet.json}}`;
}

/** The value, after its row is committed. For the revisjonslogg alone: `commit` gets the text that will be sent. */
export async function discloseAfter<T>(
  value: T,
  commit: (json: string) => Promise<void>,
  skrevet?: Skrevet,
): Promise<Disclosed<T>> {
  const json = writeJson(value, skrevet);
  await commit(json);

  return prove(value, json);
}

/** A disclosure for safe keeping, bound to its owner. Only what was disclosed can be sealed. */
export function sealDisclosed(disclosed: Disclosed<unknown>, key: string, bound: string): Buffer {
  return seal(key, 'disclosed', bound, disclosed.json);
}

/** The same disclosure again, under the act that it had. Throws when key, owner or any byte differs. */
export function openDisclosed(sealed: Buffer, key: string, bound: string): Disclosed<unknown> {
  const json = open(key, 'disclosed', bound, sealed);

  return prove<unknown>(JSON.parse(json), json);
}

/**
 * One instance per process. Next evaluates a module once per bundle, so a module variable is not one thing:
 * pools, clients and limiters that must be shared live under a well-known symbol instead.
 */
import 'server-only';

const held: { [key: symbol]: unknown } = globalThis as never;

/** A function that creates its value at the first call in this process and gives the same value ever after. */
export function once<T>(name: string, create: () => T): () => T {
  const key = Symbol.for(`portal.${name}`);
  return () => {
    if (!(key in held)) held[key] = create();

    return held[key] as T;
  };
}

/** From a number to the person it belongs to now: a hash table over typed arrays, one probe on average. */
import { hash } from '../tilfeldig.ts';

export type Nummerindeks = (nummer: number) => number | undefined;

/**
 * `numre[i]` belongs to person `i` for the first `antall`; `ekstra` holds further pairs of number and person, which
 * win over the first (a dublett's number leads to the continuing person).
 */
export function createNummerindeks(
  numre: Float64Array,
  ekstra: readonly (readonly [nummer: number, person: number])[],
): Nummerindeks {
  let plasser = 1024;
  while (plasser < (numre.length + ekstra.length) * 2) plasser *= 2;
  const maske = plasser - 1;
  const tabell = new Int32Array(plasser);
  const getNummer = (i: number) => (i < numre.length ? numre[i] : ekstra[i - numre.length]?.[0]);
  const findPlass = (nummer: number) => {
    let plass = hash(nummer % 4_294_967_296, Math.floor(nummer / 4_294_967_296)) & maske;
    while (tabell[plass] !== 0 && getNummer((tabell[plass] ?? 0) - 1) !== nummer) plass = (plass + 1) & maske;
    return plass;
  };
  for (let i = 0; i < numre.length + ekstra.length; i++) {
    const nummer = getNummer(i);
    if (nummer !== undefined) tabell[findPlass(nummer)] = i + 1;
  }
  return (nummer) => {
    const i = (tabell[findPlass(nummer)] ?? 0) - 1;
    if (i < 0) return undefined;
    return i < numre.length ? i : ekstra[i - numre.length]?.[1];
  };
}

/**
 * All chance in the population is a hash of the seed and of what the draw is about: no state, no clock, so the same
 * question always has the same answer and answers can be asked for in any order.
 */

/** Mixes up to four whole numbers to one of 32 bits (0 to 4 294 967 295), spread evenly. */
export function hash(a: number, b: number, c = 0, d = 0): number {
  let h = mix(a ^ 0x9e3779b9);
  h = mix(h ^ Math.imul(b | 0, 0x85ebca6b));
  h = mix(h ^ Math.imul(c | 0, 0xc2b2ae35));
  return mix(h ^ Math.imul(d | 0, 0x27d4eb2f));
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hash as a share from 0 up to, but not including, 1. */
export function toAndel(h: number): number {
  return h / 4_294_967_296;
}

/** The hash as a whole number from `fra` to `til`, both included. */
export function toHeltall(h: number, fra: number, til: number): number {
  return fra + Math.floor(toAndel(h) * (til - fra + 1));
}

/** The element of a list that the hash chooses. Throws RangeError when the list is empty. */
export function toElement<T>(h: number, liste: readonly T[]): T {
  const valgt = liste[Math.floor(toAndel(h) * liste.length)];
  if (valgt === undefined) throw new RangeError('Kan ikke trekke fra en tom liste.');
  return valgt;
}

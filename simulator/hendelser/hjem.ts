/**
 * A home that somebody moves to, as one number that all who move together share: whose family it belongs to (most
 * homes lie in the family's own municipality) and which of that family's it is.
 */
import { type Bolig, toBolig } from '../befolkning/adresse.ts';
import type { Skjelett } from '../befolkning/skjelett.ts';
import { hash } from '../befolkning/tilfeldig.ts';

const HJEM_PER_PERSON = 512;

/** `h` (32 bits) chooses among the homes of the family of `person`. */
export function toHjemargument(person: number, h: number): number {
  return person * HJEM_PER_PERSON + (h % HJEM_PER_PERSON);
}

export function createHjem(s: Skjelett, argument: number): Bolig {
  const person = Math.max(s.foerste, Math.floor(argument / HJEM_PER_PERSON));
  return toBolig(s, person, hash(s.froe, argument, 0x48_4a));
}

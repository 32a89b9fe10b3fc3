/**
 * A reform of municipalities as it might come: one county's get new numbers, two and two merged into one. Which county
 * depends on the seed and on how many reforms there were before. Assumption, all of it.
 */
import { KOMMUNER } from '../befolkning/kommuner.ts';
import { hash } from '../befolkning/tilfeldig.ts';

/** From each number before to the number after. */
export type Kommunereform = ReadonlyMap<string, string>;

const FYLKER = [...new Set(KOMMUNER.map((kommune) => kommune.fylkesnummer))];

/** The reform number `nr`, from 0; undefined when every county has had its own. */
export function createKommunereform(froe: number, nr: number): Kommunereform | undefined {
  const fylke = FYLKER[(hash(froe, 0x4b52) + nr) % FYLKER.length];
  if (nr >= FYLKER.length || fylke === undefined) return undefined;
  const gamle = KOMMUNER.filter((kommune) => kommune.fylkesnummer === fylke).map(({ nummer }) => nummer);
  const hoeyeste = Math.max(...gamle.map(Number));
  return new Map(gamle.map((nummer, i) => [nummer, String(hoeyeste + 1 + (i >> 1)).padStart(4, '0')]));
}

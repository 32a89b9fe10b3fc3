/** Ids that are the same each time: a UUID in the form of version 4, made from what it stands for. */
import { createHash } from 'node:crypto';

export function toUuid(tekst: string): string {
  const heks = createHash('sha256').update(tekst).digest('hex');
  const deler = [heks.slice(0, 8), heks.slice(8, 12), `4${heks.slice(13, 16)}`, `a${heks.slice(17, 20)}`];
  return [...deler, heks.slice(20, 32)].join('-');
}

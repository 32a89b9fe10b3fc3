/** Which kept oppslag can be read at a moment. Apart from their schema, which is the server's. */
import type { MittOppslag } from './mitt-oppslag.ts';

/** Those that can still be read at `naa` (epoch ms), in the order given. */
export function listLevende(mine: readonly MittOppslag[], naa: number): MittOppslag[] {
  return mine.filter(({ utloeper }) => Date.parse(utloeper) > naa);
}

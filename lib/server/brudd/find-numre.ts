/**
 * Who stands behind references of the log. Rule: only with the keys, and by trying: the reference of each number is made and
 * compared, those first that the acts name and then all that there can be. Stops when nobody is left to find.
 */
import 'server-only';
import { listSubjektRefs, type Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

/**
 * @param refs hex
 * @param kandidater numbers to try, in order; each is tried under every key
 * @returns the number of each reference that was found
 */
export function findNumre(
  refs: Iterable<string>,
  noekler: Revisjonsnoekler,
  kandidater: Iterable<string>,
): Map<string, string> {
  const soekte = new Set(refs);
  const numre = new Map<string, string>();
  if (soekte.size === 0) return numre;
  for (const nummer of kandidater) {
    for (const bytes of listSubjektRefs(noekler, nummer)) {
      const ref = bytes.toString('hex');
      if (!soekte.delete(ref)) continue;
      numre.set(ref, nummer);
      if (soekte.size === 0) return numre;
    }
  }

  return numre;
}

/** What somebody may have meant by a name that there is none of. */

/** A sentence: the names that are near, or all of them when none is. */
export function findForslag(skrevet: string, kjente: readonly string[]): string {
  const naere = kjente.filter((navn) => navn.includes(skrevet) || isNaer(skrevet, navn));
  return naere.length > 0 && skrevet !== ''
    ? `Mente du ${naere.join(', ')}?`
    : `Kjente: ${kjente.join(', ')}`;
}

/** At most one letter in three is another. */
function isNaer(a: string, b: string): boolean {
  return getAvstand(a, b) <= Math.max(a.length, b.length) / 3;
}

/** Levenshtein's distance: letters to add, take away or exchange. */
function getAvstand(a: string, b: string): number {
  let forrige = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, tegn] of [...a].entries()) {
    const rad = [i + 1];
    for (const [j, annet] of [...b].entries()) {
      const bytte = (forrige[j] ?? 0) + (tegn === annet ? 0 : 1);
      rad.push(Math.min(bytte, (rad[j] ?? 0) + 1, (forrige[j + 1] ?? 0) + 1));
    }
    forrige = rad;
  }
  return forrige[b.length] ?? 0;
}

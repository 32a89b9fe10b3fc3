/** What somebody may have meant by a name that there is none of. */

/** A sentence: the names that what was written is a part of, else those nearest, else all of them. */
export function findForslag(skrevet: string, kjente: readonly string[]): string {
  const naere = listNaere(skrevet, kjente);
  return naere.length > 0 ? `Mente du ${naere.join(', ')}?` : `Kjente: ${kjente.join(', ')}`;
}

/** Near is at most one letter in three another. */
function listNaere(skrevet: string, kjente: readonly string[]): readonly string[] {
  if (skrevet === '') return [];
  const deler = kjente.filter((navn) => navn.includes(skrevet));
  if (deler.length > 0) return deler;
  const avstander = kjente.map((navn) => ({ navn, avstand: getAvstand(skrevet, navn) }));
  const minst = Math.min(...avstander.map(({ avstand }) => avstand));
  return minst > skrevet.length / 3
    ? []
    : avstander.filter(({ avstand }) => avstand === minst).map(({ navn }) => navn);
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

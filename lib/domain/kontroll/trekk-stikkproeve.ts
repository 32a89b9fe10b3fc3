/**
 * The weekly draw (security.md D-07). Everybody who has looked at persons is in a stratum of her own for each kind of act,
 * and the order within it comes from a seed that nobody could choose: with the seed and the log the draw can be made
 * again, and nobody can have been left out on purpose.
 */
import type { Spor } from './spor.ts';

export type Stikkproevevalg = { minst: number; andel: number };
/** One act of the week. */
export type Trekkbar = Pick<Spor, 'handlingId' | 'bruker' | 'handling'>;

type Stratum = { navn: string; handlinger: Trekkbar[]; antall: number };

/** How many to take from each stratum: one each as far as it goes, then by size, and the rest to the largest remainders. */
function fordel(strata: readonly Stratum[], antall: number): Stratum[] {
  const alle = strata.reduce((sum, { handlinger }) => sum + handlinger.length, 0);
  const grunn = strata.map((stratum, nummer) => ({ ...stratum, antall: nummer < antall ? 1 : 0 }));
  let igjen = antall - grunn.reduce((sum, stratum) => sum + stratum.antall, 0);
  const etterBehov = (stratum: Stratum) => (stratum.handlinger.length * antall) / alle - stratum.antall;
  while (igjen > 0) {
    const [neste] = grunn
      .filter((stratum) => stratum.antall < stratum.handlinger.length)
      .toSorted((a, b) => etterBehov(b) - etterBehov(a) || a.navn.localeCompare(b.navn));
    if (neste === undefined) break;
    neste.antall += 1;
    igjen -= 1;
  }
  return grunn;
}

/**
 * The ids of the acts drawn, sorted.
 * @param froe the seed, hex
 * @param hash a keyless digest of a text, hex: the same for whoever makes the draw again
 */
export function trekkStikkproeve(
  uke: readonly Trekkbar[],
  { minst, andel }: Stikkproevevalg,
  froe: string,
  hash: (tekst: string) => string,
): string[] {
  const handlinger = [...new Map(uke.map((en) => [en.handlingId, en])).values()];
  const antall = Math.min(handlinger.length, Math.max(minst, Math.ceil(handlinger.length * andel)));
  const rang = new Map(handlinger.map(({ handlingId }) => [handlingId, hash(`${froe} ${handlingId}`)]));
  const compareRang = (a: string, b: string) => (rang.get(a) ?? '').localeCompare(rang.get(b) ?? '');
  const strata = [...Map.groupBy(handlinger, ({ bruker, handling }) => `${bruker} ${handling}`)]
    .map(([navn, dens]) => ({ navn, handlinger: dens, antall: 0 }))
    // Where there are more strata than places, the seed decides whose turn it is.
    .toSorted((a, b) => hash(`${froe} ${a.navn}`).localeCompare(hash(`${froe} ${b.navn}`)));
  return fordel(strata, antall)
    .flatMap((stratum) =>
      stratum.handlinger
        .map(({ handlingId }) => handlingId)
        .toSorted(compareRang)
        .slice(0, stratum.antall),
    )
    .toSorted();
}

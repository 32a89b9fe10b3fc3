/**
 * Two orders that each are of many may together be of few: whoever is in the one and not in the other. Rule: an order is
 * held against what its owner has ordered before, and what cannot be said to differ by enough is taken to differ by few
 * (security.md F-11).
 */
import { isSammePersoner } from './avtrykk.ts';
import type { Bestilling, Utvalg } from './bestilling.ts';
import { isVidere } from './estimate-stoerrelse.ts';
import type { Stoerrelse } from './forhaandskontroll.ts';
import { FAA_PERSONER } from './grenser.ts';

/** What the owner has ordered before; `antall` persons, null while nobody knows. */
export type TidligereOrdre = { bestilling: Bestilling; antall: number | null };

type Rom = Utvalg['foedselsaar'];

const isRomAtskilt = (en: Rom, annen: Rom): boolean =>
  en !== null &&
  annen !== null &&
  ((en.til ?? Number.POSITIVE_INFINITY) < (annen.fra ?? Number.NEGATIVE_INFINITY) ||
    (annen.til ?? Number.POSITIVE_INFINITY) < (en.fra ?? Number.NEGATIVE_INFINITY));

const isVerdiAtskilt = <T>(en: T | null, annen: T | null): boolean =>
  en !== null && annen !== null && en !== annen;

const hasNone = <T>(en: readonly T[], annen: readonly T[]): boolean => !en.some((del) => annen.includes(del));

/** Whether nobody can be among both. A person may have several citizenships, and lives in one place. */
function isAtskilt(en: Utvalg, annen: Utvalg): boolean {
  return (
    hasNone(en.personstatustyper, annen.personstatustyper) ||
    (en.sted !== null &&
      annen.sted?.slag === en.sted.slag &&
      hasNone(en.sted.kommuner, annen.sted.kommuner)) ||
    isRomAtskilt(en.foedselsaar, annen.foedselsaar) ||
    isRomAtskilt(en.doedsaar, annen.doedsaar) ||
    isVerdiAtskilt(en.kjoenn, annen.kjoenn) ||
    isVerdiAtskilt(en.sivilstandstype, annen.sivilstandstype)
  );
}

/** How many of the criteria are not the same in both. */
function countUlike(en: Utvalg, annen: Utvalg): number {
  const likt = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

  return Object.entries(en).filter(([navn, verdi]) => !likt(verdi, new Map(Object.entries(annen)).get(navn)))
    .length;
}

/** The least that the numbers say that two orders differ by; null where they say nothing. */
function findMinsteForskjell(antall: number | null, { minst, hoeyst }: Stoerrelse): number | null {
  if (antall === null || (minst === null && hoeyst === null)) return null;

  return Math.max(
    0,
    antall - (hoeyst ?? Number.POSITIVE_INFINITY),
    (minst ?? Number.NEGATIVE_INFINITY) - antall,
  );
}

/**
 * Whether the order may single out few together with an earlier one. Where the numbers are not known, it may when the one
 * is part of the other or when they differ in one thing only.
 */
export function canSkilleUt(
  bestilling: Bestilling,
  stoerrelse: Stoerrelse,
  tidligere: readonly TidligereOrdre[],
): boolean {
  const { kilde } = bestilling;
  if (kilde.slag !== 'tilpasset') return false;

  return tidligere.some(({ bestilling: annen, antall }) => {
    if (
      annen.kilde.slag !== 'tilpasset' ||
      isSammePersoner({ ...annen, pakke: bestilling.pakke }, bestilling)
    )
      return false;
    const [nytt, gammelt] = [kilde.utvalg, annen.kilde.utvalg];
    if (isAtskilt(nytt, gammelt)) return false;
    const forskjell = findMinsteForskjell(antall, stoerrelse);
    if (forskjell !== null) return forskjell < FAA_PERSONER;

    return isVidere(nytt, gammelt) || isVidere(gammelt, nytt) || countUlike(nytt, gammelt) === 1;
  });
}

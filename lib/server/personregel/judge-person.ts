/** The verdict on one person from what is known of the user and of the skjermingsliste, before any nødtilgang. */
import 'server-only';
import type { StengtGrunn } from '#lib/domain/personregel/personregel.ts';
import type { Naerstaaende } from '#lib/server/personregel/naerstaaende.ts';

/** What is judged by. `skjermede` is null when the list could not be read. */
export type Grunnlag = {
  naerstaaende: Naerstaaende;
  skjermede: ReadonlySet<string> | null;
  utenNummer: 'avslaa' | 'merk';
  /** The user may look up those on the list. */
  harRett: boolean;
};

/** What closes a person, or null, and every number that is known of her. */
export type Persondom = { grunn: StengtGrunn | null; numre: string[] };

function findNaerRegel(naerstaaende: Naerstaaende, numre: readonly string[]): Persondom | null {
  if (naerstaaende.kind !== 'kjent') return null;
  const { egne, naere } = naerstaaende;
  if (numre.some((nummer) => egne.has(nummer)))
    return { grunn: 'egenPerson', numre: [...new Set([...numre, ...egne])] };
  const naer = naere.find((hennes) => hennes.some((nummer) => numre.includes(nummer)));

  return naer === undefined ? null : { grunn: 'naerstaaende', numre: [...new Set([...numre, ...naer])] };
}

/** From a number alone, before the register is asked. The skjermingsliste is asked with the answer. */
export function judgeNummer(naerstaaende: Naerstaaende, nummer: string): Persondom {
  const numre = [nummer];
  if (naerstaaende.kind === 'uavgjort') return { grunn: 'kanIkkeAvgjoeres', numre };

  return findNaerRegel(naerstaaende, numre) ?? { grunn: null, numre };
}

/** Whether she is on the list by any of her numbers. */
export const isSkjermet = (skjermede: ReadonlySet<string> | null, numre: readonly string[]): boolean =>
  numre.some((nummer) => skjermede?.has(nummer));

/** `numre` are her own; `nevnte` every number in her document. */
export function judgePerson(
  { naerstaaende, skjermede, utenNummer, harRett }: Grunnlag,
  numre: string[],
  nevnte: ReadonlySet<string>,
): Persondom {
  if (skjermede === null || naerstaaende.kind === 'uavgjort') return { grunn: 'kanIkkeAvgjoeres', numre };
  // Without a number nobody can be compared; the setting says what that means.
  if (numre.length === 0) return { grunn: utenNummer === 'merk' ? null : 'kanIkkeAvgjoeres', numre };
  const naer = findNaerRegel(naerstaaende, numre);
  if (naer !== null) return naer;
  // A document that points at the user is of somebody close: her ward does not stand in her own.
  if (naerstaaende.kind === 'kjent' && [...naerstaaende.egne].some((nummer) => nevnte.has(nummer)))
    return { grunn: 'naerstaaende', numre };

  return { grunn: !harRett && isSkjermet(skjermede, numre) ? 'skjermetPerson' : null, numre };
}

/** Those of the numbers that are of somebody closed: they may not stand in another's document (security.md Z-06). */
export function listSkjulte(
  { naerstaaende, skjermede, harRett }: Grunnlag,
  nevnte: Iterable<string>,
): Set<string> {
  const naere = new Set(naerstaaende.kind === 'kjent' ? naerstaaende.naere.flat() : []);

  return new Set(
    [...nevnte].filter((nummer) => naere.has(nummer) || (!harRett && isSkjermet(skjermede, [nummer]))),
  );
}

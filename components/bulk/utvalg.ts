/** Which rows of a list are shown, and in which order. */
import { type Radspraak, showPersonfakta } from '#components/person/radtekster.ts';
import type { Kjoeringstilstand, Nummertilstand } from '#lib/client/bulk-kjoering.ts';
import { type Listerad, RADDOMMER, type Raddom } from '#lib/domain/bulk/liste.ts';

/** What a row can be picked by: its verdict, and how it went once it was sent. */
export const RADSLAG = [
  ...RADDOMMER,
  'funnet',
  'ikkeFunnet',
  'feilPerson',
  'ikkeTilgang',
  'feilet',
  'venter',
] as const;
export type Radslag = (typeof RADSLAG)[number];
export type Utvalg = 'alle' | Radslag;

export const SORTERBARE = ['rad', 'navn', 'foedt', 'status', 'adresse'] as const;
export type Sortering = { kolonne: (typeof SORTERBARE)[number]; synkende: boolean };

/** What is known of the row's number; null where it is not sent, or not yet. */
export function getSvar({ plass }: Listerad, tilstand: Kjoeringstilstand | null): Nummertilstand | null {
  return plass === null || tilstand === null ? null : tilstand.getNummer(plass);
}

function listSlag(rad: Listerad, tilstand: Kjoeringstilstand | null): [Raddom, ...Radslag[]] {
  const svar = getSvar(rad, tilstand);
  return svar === null ? [rad.dom] : [rad.dom, svar.utfall];
}

/** How many rows there are of each kind. */
export function countRadslag(
  rader: readonly Listerad[],
  tilstand: Kjoeringstilstand | null,
): ReadonlyMap<Radslag, number> {
  const antall = new Map<Radslag, number>();
  for (const rad of rader) {
    for (const slag of listSlag(rad, tilstand)) antall.set(slag, (antall.get(slag) ?? 0) + 1);
  }
  return antall;
}

/** Æ, ø and å after z, other letters by their base: the Norwegian order, without a collator's cost for each comparison. */
function toSorteringsnoekkel(tekst: string): string {
  return tekst
    .toLowerCase()
    .replaceAll('æ', '{a')
    .replaceAll('ø', '{b')
    .replaceAll('å', '{c')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** What stands in the column, as a text whose order is the column's; null where there is nothing, which comes last. */
function toNoekkel(
  svar: Nummertilstand | null,
  kolonne: Exclude<Sortering['kolonne'], 'rad'>,
  spraak: Radspraak,
): string | null {
  if (svar?.utfall !== 'funnet') return null;
  const { person, nummer } = svar;
  if (kolonne === 'foedt') return person.foedselsdato ?? person.foedselsaar;
  const { navn, status, adresse } = showPersonfakta(person, nummer, spraak);
  return toSorteringsnoekkel({ navn, status, adresse }[kolonne]);
}

/** The rows of the choice in the chosen order; rows that are alike stand as in the list. */
export function listUtvalg(
  rader: readonly Listerad[],
  tilstand: Kjoeringstilstand | null,
  {
    utvalg,
    sortering: { kolonne, synkende },
    spraak,
  }: { utvalg: Utvalg; sortering: Sortering; spraak: Radspraak },
): readonly Listerad[] {
  const valgt = utvalg === 'alle' ? rader : rader.filter((rad) => listSlag(rad, tilstand).includes(utvalg));
  if (kolonne === 'rad') return synkende ? valgt.toReversed() : valgt;
  const retning = synkende ? -1 : 1;
  return valgt
    .map((rad) => ({ rad, noekkel: toNoekkel(getSvar(rad, tilstand), kolonne, spraak) }))
    .sort((a, b) => {
      if (a.noekkel === b.noekkel) return a.rad.rad - b.rad.rad;
      if (a.noekkel === null) return 1;
      if (b.noekkel === null) return -1;
      return a.noekkel < b.noekkel ? -retning : retning;
    })
    .map(({ rad }) => rad);
}

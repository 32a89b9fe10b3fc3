/**
 * Whether an order may be sent: everything that stands in its way, so that the user can put all of it right at once.
 * An empty list is the only yes (security.md Z-02, Z-03, P-07; freg-contract.md section 1.2 no 13 and 14).
 */
import { decideKontekst } from '#lib/domain/formaal/decide-kontekst.ts';
import { type Formaal, type Formaalskatalog, findFormaal } from '#lib/domain/formaal/formaal.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import type { Bestilling, Format } from './bestilling.ts';
import { findUttrekksfelt, isFeltIPakken } from './felter/uttrekksfelter.ts';
import { findUttrekksdeler } from './find-deler.ts';
import type { Konflikt } from './forhaandskontroll.ts';
import { listUtvalgskonflikter } from './list-utvalgskonflikter.ts';
import { hasPersonnummer } from './personnummer-i-tekst.ts';

export type Bestillingsgrunnlag = {
  rettigheter: Rettigheter;
  formaalskatalog: Formaalskatalog;
  /** Today as `yyyy-mm-dd` in Norway. */
  iDag: string;
};

/** A cell of a sheet is too small for a document. */
const IKKE_FOR_DOKUMENTER: readonly Format[] = ['xlsx'];

const konflikt = (kode: Konflikt['kode'], felt: string, verdi: string | null = null): Konflikt => ({
  kode,
  felt,
  verdi,
});

/** `deler` is what the register is asked for; empty while there are conflicts that leave it undecided. */
export function decideBestilling(
  bestilling: Bestilling,
  grunnlag: Bestillingsgrunnlag,
): { konflikter: Konflikt[]; deler: string[] } {
  const { pakke, kilde, innhold } = bestilling;
  const { rettigheter, formaalskatalog, iDag } = grunnlag;
  const kontekst = decideKontekst('uttrekk', { rettigheter, kontekst: bestilling, formaalskatalog });
  const formaal = findFormaal(formaalskatalog, bestilling.formaal);
  const konflikter = [
    ...(kontekst.kind === 'avvist' ? [konflikt(kontekst.grunn, FELT_FOR_GRUNN[kontekst.grunn])] : []),
    ...listTjenestekonflikter(bestilling),
    ...(kilde.slag === 'tilpasset' ? listUtvalgskonflikter(kilde.utvalg, iDag) : []),
    ...(formaal ? listInnholdskonflikter(bestilling, formaal, iDag) : []),
    ...listTekstkonflikter(bestilling),
  ];

  return { konflikter, deler: formaal ? findUttrekksdeler(pakke, innhold, formaal) : [] };
}

const FELT_FOR_GRUNN = {
  manglerRolle: '',
  manglerPakke: 'pakke',
  ukjentFormaal: 'formaal',
  formaalIkkeForPakken: 'formaal',
  formaalIkkeTilDette: 'formaal',
  manglerSaksreferanse: 'saksreferanse',
} as const;

/** An uttrekk is ordered by one service and its persons fetched by another: the package must have both. */
function listTjenestekonflikter({ pakke, kilde }: Bestilling): Konflikt[] {
  const trengs =
    kilde.slag === 'tilpasset' ? ['uttrekkTilpasset', 'bulkoppslag'] : ['uttrekkKomplett', 'arkiv'];

  return trengs.every((tjeneste) => hasTjeneste(pakke, tjeneste))
    ? []
    : [konflikt('manglerTjeneste', 'kilde', kilde.slag)];
}

function listInnholdskonflikter(
  { pakke, innhold, formater }: Bestilling,
  formaal: Formaal,
  iDag: string,
): Konflikt[] {
  if (innhold.slag === 'identifikatorer') return [];
  if (innhold.slag === 'dokumenter')
    return formater
      .filter((format) => IKKE_FOR_DOKUMENTER.includes(format))
      .map((format) => konflikt('formatPasserIkke', 'formater', format));
  const iFormaalet = expandDeler(pakke, formaal.deler);
  const konflikter = innhold.felter.flatMap((id): Konflikt[] => {
    const felt = findUttrekksfelt(id);
    if (felt === undefined) return [konflikt('ukjentFelt', 'innhold.felter', id)];
    if (!isFeltIPakken(felt, pakke)) return [konflikt('feltIkkeIPakken', 'innhold.felter', id)];

    return iFormaalet.has(felt.egenskap) ? [] : [konflikt('feltIkkeIFormaalet', 'innhold.felter', id)];
  });
  if (innhold.perDato === null) return konflikter;
  if (innhold.perDato > iDag) konflikter.push(konflikt('datoIFremtiden', 'innhold.perDato'));
  if (!formaal.deler.includes('historikk'))
    konflikter.push(konflikt('historikkIkkeIFormaalet', 'innhold.perDato'));

  return konflikter;
}

function listTekstkonflikter({ navn, saksreferanse }: Bestilling): Konflikt[] {
  return Object.entries({ navn, saksreferanse })
    .filter(([, tekst]) => hasPersonnummer(tekst))
    .map(([felt]) => konflikt('personnummerITekst', felt));
}

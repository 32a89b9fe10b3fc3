/** The filter as it is typed, made into the one that is sent; what cannot be read is named and nothing is sent. */
import { parseDoegngrense, toDag } from '#components/ui/format.ts';
import { type Begrunnelsefeil, findBegrunnelsefeil } from '#lib/domain/avdekking/begrunnelse.ts';
import { parseFoedselsdato } from '#lib/domain/oppslag/foedselsdato.ts';
import { cleanNummer } from '#lib/domain/oppslag/kriterier.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { SLAG_AV_UTFALL } from '#lib/domain/revisjonslogg/logghandling.ts';
import type { Loggfilter, RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

/** In the order of the form; the reason is asked for when a person is. */
export const FILTERFELT = [
  'bruker',
  'fra',
  'til',
  'handling',
  'utfall',
  'formaal',
  'saksreferanse',
  'pakke',
  'personidentifikator',
] as const;
export type Filterfelt = (typeof FILTERFELT)[number];
export type UtfyltFilter = Record<Filterfelt | 'begrunnelse', string>;

export const TOMT_FILTER: UtfyltFilter = {
  bruker: '',
  fra: '',
  til: '',
  handling: '',
  utfall: '',
  formaal: '',
  saksreferanse: '',
  pakke: '',
  personidentifikator: '',
  begrunnelse: '',
};

/** What is wrong with a field. */
export type Filterfeil =
  | { felt: 'personidentifikator' | 'fra' | 'til' }
  | { felt: 'begrunnelse'; grunn: Begrunnelsefeil };

const UTFALLVALG = Object.keys(SLAG_AV_UTFALL) as (keyof typeof SLAG_AV_UTFALL)[];

function parsePeriode(utfylt: UtfyltFilter, naa: Date): { filter: RevisjonsloggFilter; feil: Filterfeil[] } {
  const filter: RevisjonsloggFilter = {};
  const feil: Filterfeil[] = [];
  for (const [felt, grense] of [
    ['fra', 'start'],
    ['til', 'slutt'],
  ] as const) {
    const skrevet = utfylt[felt].trim();
    if (!skrevet) continue;
    const dato = parseFoedselsdato(skrevet, naa);
    const tidspunkt =
      dato && parseDoegngrense(`${dato.slice(0, 4)}-${dato.slice(4, 6)}-${dato.slice(6)}`, grense);
    if (tidspunkt) filter[felt] = tidspunkt;
    else feil.push({ felt });
  }
  return { filter, feil };
}

function parsePerson(utfylt: UtfyltFilter): { filter: RevisjonsloggFilter; feil: Filterfeil[] } {
  const nummer = cleanNummer(utfylt.personidentifikator);
  if (!nummer) return { filter: {}, feil: [] };
  const grunn = findBegrunnelsefeil(utfylt.begrunnelse);
  const feil: Filterfeil[] = [];
  if (!/^\d{11}$/.test(nummer)) feil.push({ felt: 'personidentifikator' });
  if (grunn !== null) feil.push({ felt: 'begrunnelse', grunn });
  return {
    filter: feil.length === 0 ? { personidentifikator: nummer, begrunnelse: utfylt.begrunnelse.trim() } : {},
    feil,
  };
}

/**
 * @param naa decides the century of a two-digit year
 * @returns the filter, or the fields that cannot be read; days are whole days in Norway, both included
 */
export function parseFilter(
  utfylt: UtfyltFilter,
  naa: Date,
): { filter: RevisjonsloggFilter; feil: Filterfeil[] } {
  const [periode, person] = [parsePeriode(utfylt, naa), parsePerson(utfylt)];
  const filter: RevisjonsloggFilter = { ...periode.filter, ...person.filter };
  for (const felt of ['bruker', 'handling', 'formaal', 'saksreferanse'] as const) {
    const verdi = utfylt[felt].trim();
    if (verdi) filter[felt] = verdi;
  }
  const [utfall, pakke] = [
    UTFALLVALG.find((valg) => valg === utfylt.utfall),
    PAKKER.find((en) => en === utfylt.pakke),
  ];
  if (utfall) filter.utfall = utfall;
  if (pakke) filter.pakke = pakke;
  return { filter, feil: [...periode.feil, ...person.feil] };
}

/** What is filled in, in the order of the form. */
export function listUtfylte(utfylt: UtfyltFilter): Filterfelt[] {
  return FILTERFELT.filter((felt) => utfylt[felt].trim() !== '');
}

/** A filter that was kept, as it is filled in again. */
export function toUtfylt({ fra, til, ...valgt }: Loggfilter): UtfyltFilter {
  const utfylt = { ...TOMT_FILTER, fra: fra ? toDag(fra) : '', til: til ? toDag(til) : '' };
  for (const felt of FILTERFELT)
    if (felt in valgt) utfylt[felt] = String(valgt[felt as keyof typeof valgt] ?? '');
  return utfylt;
}

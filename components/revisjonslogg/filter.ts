/** The filter as it is typed, made into the one that is sent; what cannot be read is named and nothing is sent. */
import { parseDoegngrense } from '#components/ui/format.ts';
import { parseFoedselsdato } from '#lib/domain/oppslag/foedselsdato.ts';
import { cleanNummer } from '#lib/domain/oppslag/kriterier.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

export const FILTERFELT = ['bruker', 'personidentifikator', 'fra', 'til'] as const;
export type Filterfelt = (typeof FILTERFELT)[number];
export type UtfyltFilter = Record<Filterfelt, string>;

export const TOMT_FILTER: UtfyltFilter = { bruker: '', personidentifikator: '', fra: '', til: '' };

/**
 * @param naa decides the century of a two-digit year
 * @returns the filter, or the fields that cannot be read; days are whole days in Norway, both included
 */
export function parseFilter(
  utfylt: UtfyltFilter,
  naa: Date,
): { filter: RevisjonsloggFilter; feil: Filterfelt[] } {
  const filter: RevisjonsloggFilter = {};
  const feil: Filterfelt[] = [];
  const bruker = utfylt.bruker.trim();
  if (bruker) filter.bruker = bruker;
  const nummer = cleanNummer(utfylt.personidentifikator);
  if (/^\d{11}$/.test(nummer)) filter.personidentifikator = nummer;
  else if (nummer) feil.push('personidentifikator');
  for (const [felt, grense] of [
    ['fra', 'start'],
    ['til', 'slutt'],
  ] as const) {
    if (!utfylt[felt].trim()) continue;
    const dato = parseFoedselsdato(utfylt[felt].trim(), naa);
    const tidspunkt =
      dato && parseDoegngrense(`${dato.slice(0, 4)}-${dato.slice(4, 6)}-${dato.slice(6)}`, grense);
    if (tidspunkt) filter[felt] = tidspunkt;
    else feil.push(felt);
  }
  return { filter, feil };
}

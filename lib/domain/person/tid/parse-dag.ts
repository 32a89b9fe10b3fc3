/** A day as people write it, for those who choose one: the same forms as a birth date (product.md section 9). */
import { parseFoedselsdato } from '#lib/domain/oppslag/foedselsdato.ts';

/**
 * Reads `01.02.1990`, `010290`, `1990-02-01` and the like.
 * @param naa decides the century of two-digit years: the latest that does not lie ahead
 * @returns `yyyy-MM-dd`, or null when the text is not a day of the calendar
 */
export function parseDag(tekst: string, naa: Date): string | null {
  const dato = parseFoedselsdato(tekst.trim(), naa);
  return dato === null ? null : `${dato.slice(0, 4)}-${dato.slice(4, 6)}-${dato.slice(6)}`;
}

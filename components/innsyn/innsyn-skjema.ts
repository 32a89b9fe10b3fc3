/** The form of innsyn as it is typed, made into the request that is sent; what cannot be read is named and nothing is sent. */
import { parseDoegngrense, toDag } from '#components/ui/format.ts';
import { type Begrunnelsefeil, findBegrunnelsefeil } from '#lib/domain/avdekking/begrunnelse.ts';
import { isGyldigUtloep, MAKS_NUMRE } from '#lib/domain/innsyn/grenser.ts';
import type { Innsynskrav } from '#lib/domain/innsyn/innsyn.ts';
import { parseFoedselsdato } from '#lib/domain/oppslag/foedselsdato.ts';
import { cleanNummer } from '#lib/domain/oppslag/kriterier.ts';
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';

export const INNSYNSFELT = ['numre', 'fra', 'til', 'begrunnelse', 'saksreferanse'] as const;
export type Innsynsfelt = (typeof INNSYNSFELT)[number];
export type UtfyltInnsyn = Record<Innsynsfelt, string>;

/** `linje` is the line that is wrong, from 1. */
export type Feltfeil =
  | {
      felt: 'numre' | 'fra' | 'til';
      feil: 'manglerNummer' | 'forMangeNumre' | 'ugyldigFra' | 'ugyldigTil' | 'snuddPeriode';
    }
  | { felt: 'numre'; feil: 'ugyldigNummer'; linje: number }
  | { felt: 'saksreferanse'; feil: 'nummerISak' }
  | { felt: 'begrunnelse'; feil: Exclude<Begrunnelsefeil, 'gjenbrukt'> };

/** The last twelve months. @param idag `yyyy-MM-dd` in Norway */
export function toTomtInnsyn(idag: string): UtfyltInnsyn {
  const [aar = '', maaned = '', dag = ''] = idag.split('-');
  // A year before 29 February is 28 February.
  const foer = maaned === '02' && dag === '29' ? '28' : dag;
  return {
    numre: '',
    fra: `${foer}.${maaned}.${Number(aar) - 1}`,
    til: `${dag}.${maaned}.${aar}`,
    begrunnelse: '',
    saksreferanse: '',
  };
}

function parseNumre(tekst: string, feil: Feltfeil[]): string[] {
  const linjer = tekst.split(/[\n,;]/).map(cleanNummer);
  const numre = linjer.filter((nummer) => nummer !== '');
  const ugyldig = linjer.findIndex((nummer) => nummer !== '' && !/^\d{11}$/.test(nummer));
  if (numre.length === 0) feil.push({ felt: 'numre', feil: 'manglerNummer' });
  else if (ugyldig >= 0) feil.push({ felt: 'numre', feil: 'ugyldigNummer', linje: ugyldig + 1 });
  else if (numre.length > MAKS_NUMRE) feil.push({ felt: 'numre', feil: 'forMangeNumre' });
  return numre;
}

/** A day as it is typed, as `yyyy-MM-dd`; null when it is none. */
function parseDato(tekst: string, naa: Date): string | null {
  const dato = parseFoedselsdato(tekst.trim(), naa);
  return dato && `${dato.slice(0, 4)}-${dato.slice(4, 6)}-${dato.slice(6)}`;
}

function parseDag(tekst: string, grense: 'start' | 'slutt', naa: Date): string | null {
  const dato = parseDato(tekst, naa);
  return dato && parseDoegngrense(dato, grense);
}

/** The day until which an access is held back, `yyyy-MM-dd`; null when the text is none that it can be. */
export function parseUtloep(tekst: string, naa: Date): string | null {
  const dato = parseDato(tekst, naa);
  return dato !== null && isGyldigUtloep(dato, toDag(naa.toISOString())) ? dato : null;
}

/**
 * @param naa decides the century of a two-digit year
 * @returns the request, or null and every field that does not hold; days are whole days in Norway, both included
 */
export function parseInnsyn(utfylt: UtfyltInnsyn, naa: Date): { krav: Innsynskrav | null; feil: Feltfeil[] } {
  const feil: Feltfeil[] = [];
  const numre = parseNumre(utfylt.numre, feil);
  const [fra, til] = [parseDag(utfylt.fra, 'start', naa), parseDag(utfylt.til, 'slutt', naa)];
  if (fra === null) feil.push({ felt: 'fra', feil: 'ugyldigFra' });
  if (til === null) feil.push({ felt: 'til', feil: 'ugyldigTil' });
  if (fra !== null && til !== null && Date.parse(til) < Date.parse(fra))
    feil.push({ felt: 'til', feil: 'snuddPeriode' });
  const begrunnelse = utfylt.begrunnelse.trim();
  const grunnfeil = findBegrunnelsefeil(begrunnelse);
  if (grunnfeil !== null) feil.push({ felt: 'begrunnelse', feil: grunnfeil });
  const saksreferanse = utfylt.saksreferanse.trim();
  if (hasPersonnummer(saksreferanse)) feil.push({ felt: 'saksreferanse', feil: 'nummerISak' });
  if (fra === null || til === null || feil.length > 0) return { krav: null, feil };
  return { krav: { numre, fra, til, begrunnelse, saksreferanse }, feil };
}

/**
 * One entry of an egenskap: the register's metadata first, in the order its answers have them, then the content.
 * What is absent is absent (no null): freg-contract.md section 2. opphoerstidspunkt is only there when something ended
 * without a successor.
 */
import { formatMidnatt, formatMidnattUtc, formatTidspunkt, parseDag } from './dato.ts';
import { hash } from './tilfeldig.ts';

export type Innhold = { [felt: string]: unknown };

export type Metadata = {
  /** The day from which the entry holds; decides kilde and the style of the moments too. */
  dag: number;
  gjeldende: boolean;
  /** 32 bits that choose the time of day. */
  h: number;
  aarsak?: string | undefined;
  kilde?: string | undefined;
  /** The day the register was updated, when it is not right after `dag`. */
  ajourholdsdag?: number | undefined;
  /** Set when the entry ended and nothing took its place. */
  opphoersdag?: number | undefined;
  /** The oldest entries carry no validity or reason at all. */
  utenGyldighet?: boolean;
  utenAjourhold?: boolean;
};

/** The night the old register (DSF) was moved into the new one: its entries were all written then. */
export const MIGRERING = parseDag('2020-12-22');

/** Builds an entry: metadata, then `innhold`. */
export function createElement(meta: Metadata, innhold: Innhold): Innhold {
  const fraDsf = meta.dag < MIGRERING;
  const element: Innhold = {};
  if (meta.utenAjourhold !== true) {
    const ajourholdsdag = meta.ajourholdsdag ?? (fraDsf ? MIGRERING : meta.dag + (meta.h & 3));
    element.ajourholdstidspunkt = formatTidspunkt(ajourholdsdag, hash(meta.h, meta.dag));
  }
  element.erGjeldende = meta.gjeldende;
  element.kilde = meta.kilde ?? (fraDsf ? 'KILDE_DSF' : 'folkeregistermyndigheten');
  if (meta.aarsak !== undefined) element.aarsak = meta.aarsak;
  if (meta.utenGyldighet !== true) {
    element.gyldighetstidspunkt = fraDsf ? formatMidnatt(meta.dag) : formatMidnattUtc(meta.dag);
  }
  if (meta.opphoersdag !== undefined) element.opphoerstidspunkt = formatMidnattUtc(meta.opphoersdag);
  return Object.assign(element, innhold);
}

/** The content with the fields that have a value, in the order given. */
export function keepUtfylt(innhold: Innhold): Innhold {
  const utfylt: Innhold = {};
  for (const felt in innhold) {
    if (innhold[felt] !== undefined) utfylt[felt] = innhold[felt];
  }
  return utfylt;
}

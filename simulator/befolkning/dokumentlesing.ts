/** Reads a document of unknown shape without trusting it: what is not there, or is something else, is skipped. */
import type { Persondokument } from './befolkning.ts';
import type { Innhold } from './element.ts';

export function isInnhold(verdi: unknown): verdi is Innhold {
  return typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);
}

/** The entries of an egenskap; a single object counts as one. */
export function listElementer(dokument: Persondokument, egenskap: string): Innhold[] {
  const verdi = dokument[egenskap];
  return (Array.isArray(verdi) ? verdi : [verdi]).filter(isInnhold);
}

/** A text field, or '' when it is absent. */
export function getTekst(innhold: Innhold, felt: string): string {
  const verdi = innhold[felt];
  return typeof verdi === 'string' ? verdi : '';
}

/** An object inside an entry, or an empty one. */
export function getObjekt(innhold: Innhold, felt: string): Innhold {
  const verdi = innhold[felt];
  return isInnhold(verdi) ? verdi : {};
}

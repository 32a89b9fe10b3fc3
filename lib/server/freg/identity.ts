/**
 * The person in the answer is the person asked for, or nothing of the answer is kept (security.md R-12). A lookup on
 * an old number returns the continuing person (freg-contract.md section 2.1), so any of the document's numbers counts;
 * earlier ones are in the document only when `historikk` was among the parts.
 */
import 'server-only';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { PersonDokument } from './freg-svar.ts';

function isObject(verdi: unknown): verdi is Record<string, unknown> {
  return typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);
}

/** Every `identifikasjonsnummer[].foedselsEllerDNummer` of a document, current or earlier. Never throws. */
function listNumre(dokument: PersonDokument): unknown[] {
  const { identifikasjonsnummer } = dokument;
  if (!Array.isArray(identifikasjonsnummer)) return [];
  return identifikasjonsnummer.filter(isObject).map((element) => element.foedselsEllerDNummer);
}

/**
 * Compares the answer with the number asked for.
 * @param spurt the number, or undefined when other criteria were used: then there is nothing to compare.
 * @returns `ukontrollert` only where the package and parts give no number (freg-contract.md section 3.3) and the
 *   document has none either. A number that should have come and did not is `feilPerson`.
 */
export function readIdentitet(
  dokument: PersonDokument,
  spurt: string | undefined,
  pakke: Pakke,
  deler: readonly string[],
): 'kontrollert' | 'ukontrollert' | 'feilPerson' {
  if (spurt === undefined) return 'ukontrollert';
  const numre = listNumre(dokument);
  if (numre.includes(spurt)) return 'kontrollert';
  const shouldHaveCome = expandDeler(pakke, deler).has('identifikasjonsnummer');
  return numre.length === 0 && !shouldHaveCome ? 'ukontrollert' : 'feilPerson';
}

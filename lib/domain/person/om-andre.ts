/**
 * What a document may not tell of the relatives in it. Rule: whether a relative is protected stands in her own document
 * and nowhere else, so a relation says who she is, and never where she lives or how she is protected. The fields that the
 * model knows hold no such thing. Those that it does not know are withheld, from everybody, as soon as one of the same
 * entry is of a place or of protection: the way to that is her own oppslag, under her own rules (product.md section 5,
 * ADR 0031).
 */
import { isOmBeskyttelse } from './gradering.ts';
import type { AndreOpplysning } from './person-view.ts';

/** The head of a path in a relation: one entry of it. */
const OPPFOERING = /^(familierelasjon|foreldreansvar|sivilstand|vergemaalEllerFremtidsfullmakt)\b[^.]*/i;
/** Where the couple married is of the marriage, and no place of living. */
const OM_VIELSEN = /^sivilstand\b[^.]*\.(kommune|sted|utland|myndighet)\b/i;
/** Names of fields from which a place of living can be read. */
const STED = /adresse|bosted|bolig|opphold|post|kommune|fylke|krets|matrikkel|veg|gate|flytt|skjerm/i;

function findOppfoering(sti: string): string | null {
  return OPPFOERING.exec(sti)?.[0] ?? null;
}

/** Whether what was found in an entry may be where a relative lives, or that she is protected. */
function isOmVern({ sti, verdi }: AndreOpplysning, oppfoering: string): boolean {
  const felt = sti.slice(OM_VIELSEN.exec(sti)?.[0].length ?? oppfoering.length);
  return STED.test(felt) || isOmBeskyttelse(felt) || isOmBeskyttelse(verdi);
}

/** Of what the model could not hold, that which may be shown of a person whose own document protects nothing. */
export function withholdOmAndre(opplysninger: readonly AndreOpplysning[]): AndreOpplysning[] {
  const vernede = new Set<string>();
  for (const opplysning of opplysninger) {
    const oppfoering = findOppfoering(opplysning.sti);
    if (oppfoering !== null && isOmVern(opplysning, oppfoering)) vernede.add(oppfoering);
  }
  return opplysninger.filter(({ sti }) => !vernede.has(findOppfoering(sti) ?? ''));
}

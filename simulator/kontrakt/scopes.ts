/**
 * The scopes of Maskinporten that open the register: one for each pakke, and for three of them one more.
 * Source: krr-maskinporten.md section 2.6.
 */
import { listPakker, PAKKER, type PakkeId } from './pakker.ts';

const PREFIKS = 'folkeregister:deling/';
/** What marks the organisation that orders for a whole segment. Assumption: it may what the pakke may. */
const SEGMENTANSVARLIG: readonly PakkeId[] = ['offentlig-med-hjemmel', 'offentlig-uten-hjemmel', 'finans'];

const SCOPES: ReadonlyMap<PakkeId, readonly string[]> = new Map(
  listPakker().map((pakke) => {
    const scope = `${PREFIKS}${PAKKER[pakke].scope}`;
    return [pakke, SEGMENTANSVARLIG.includes(pakke) ? [scope, `${scope}.segmentansvarlig`] : [scope]];
  }),
);

/** The scopes of which any one opens the pakke; the ordinary one first. */
export function listPakkescopes(pakke: PakkeId): readonly string[] {
  return SCOPES.get(pakke) ?? [];
}

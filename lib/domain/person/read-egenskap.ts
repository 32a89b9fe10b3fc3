/**
 * Walks the document along the model's schema. Rule: one odd element never loses the rest. What the model knows is
 * made into its type; what it does not know goes to `ukjent`, and what stands where it cannot be read to `avvik`,
 * both with their path. Keys are matched exactly first, then without regard to case (`RettsligHandleevne`).
 *
 * Only keys that the schema holds are ever written, so `__proto__` and its kin are just unknown fields. The depth of
 * the walk is the schema's, not the document's.
 */
import { flattenVerdi, joinIndeks, joinSti } from './flatten-verdi.ts';
import type { Liste, Objekt, Plan } from './model/plan.ts';
import type { AndreOpplysning } from './person-view.ts';
import { readBlad } from './read-blad.ts';

/** What was found beside the model, collected during one reading. */
export type Funn = { ukjent: AndreOpplysning[]; avvik: AndreOpplysning[] };

function isObjekt(verdi: unknown): verdi is object {
  return typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);
}

/** A list where one value is expected: the first is read, the others are kept as avvik. */
function readFoerste(plan: Plan, liste: readonly unknown[], sti: string, funn: Funn): unknown {
  const [foerste, ...resten] = liste;
  if (Array.isArray(foerste)) {
    funn.avvik.push(...flattenVerdi(sti, liste));
    return undefined;
  }
  const lest = readVerdi(plan, foerste, joinIndeks(sti, 0), funn);
  for (const [i, annen] of resten.entries())
    for (const a of flattenVerdi(joinIndeks(sti, i + 1), annen)) funn.avvik.push(a);
  return lest;
}

function readListe({ element: plan }: Liste, verdi: unknown, sti: string, funn: Funn): unknown[] | undefined {
  const liste: unknown[] = Array.isArray(verdi) ? verdi : [verdi];
  const lest: unknown[] = [];
  for (const [i, element] of liste.entries()) {
    const ett = readVerdi(plan, element, Array.isArray(verdi) ? joinIndeks(sti, i) : sti, funn);
    if (ett !== undefined) lest.push(ett);
  }
  return lest.length === 0 ? undefined : lest;
}

/**
 * The fields of one object that the schema knows, read; the others go to `funn`.
 * Two spellings of one list are joined; of anything else the first is kept and the second is unknown.
 */
export function readObjekt(
  { eksakt, foldet }: Objekt,
  verdi: object,
  sti: string,
  funn: Funn,
): Record<string, unknown> {
  // Only the schema's own names are written, so a plain object will do.
  const lest: Record<string, unknown> = {};
  for (const [noekkel, felt] of Object.entries(verdi)) {
    const stiHer = joinSti(sti, noekkel);
    const navn = eksakt.has(noekkel) ? noekkel : foldet.get(noekkel.toLowerCase());
    const plan = navn === undefined ? undefined : eksakt.get(navn);
    if (navn === undefined || plan === undefined) {
      for (const opplysning of flattenVerdi(stiHer, felt)) funn.ukjent.push(opplysning);
      continue;
    }
    const foer = lest[navn];
    if (foer !== undefined && !Array.isArray(foer)) {
      for (const opplysning of flattenVerdi(stiHer, felt)) funn.ukjent.push(opplysning);
      continue;
    }
    const verdiHer = readVerdi(plan, felt, stiHer, funn);
    if (verdiHer === undefined) continue;
    lest[navn] = Array.isArray(foer) && Array.isArray(verdiHer) ? [...foer, ...verdiHer] : verdiHer;
  }
  return lest;
}

function readVerdi(plan: Plan, verdi: unknown, sti: string, funn: Funn): unknown {
  if (verdi === null || verdi === undefined) return undefined;
  if (typeof verdi === 'string' && verdi.trim() === '') return undefined;
  if (plan.art === 'liste') return readListe(plan, verdi, sti, funn);
  if (Array.isArray(verdi)) return readFoerste(plan, verdi, sti, funn);
  if (plan.art === 'objekt') {
    if (isObjekt(verdi)) return readObjekt(plan, verdi, sti, funn);
  } else {
    const erBlad = typeof verdi === 'string' || typeof verdi === 'number' || typeof verdi === 'boolean';
    const lest = plan.meta !== undefined && erBlad ? readBlad(plan.meta, verdi) : undefined;
    if (lest !== undefined) return lest;
  }
  for (const opplysning of flattenVerdi(sti, verdi)) funn.avvik.push(opplysning);
  return undefined;
}

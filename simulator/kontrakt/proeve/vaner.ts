/**
 * The habits of answers, read off documents: which keys occur where, in what order, and how often each metadata field
 * is there. Paths are those of the document with list places left out: `bostedsadresse.vegadresse.poststed`.
 */

export type Objekt = { readonly [felt: string]: unknown };
export const isObjekt = (verdi: unknown): verdi is Objekt =>
  typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);

/** Every object of the document with its path; the document itself has the path "". */
export function* listObjekter(verdi: unknown, sti = ''): Generator<readonly [sti: string, objekt: Objekt]> {
  if (Array.isArray(verdi)) for (const element of verdi) yield* listObjekter(element, sti);
  if (!isObjekt(verdi)) return;
  yield [sti, verdi];
  for (const [felt, v] of Object.entries(verdi)) yield* listObjekter(v, sti === '' ? felt : `${sti}.${felt}`);
}

/** Every key with its path. */
export function listStier(dokumenter: readonly Objekt[]): Set<string> {
  const stier = new Set<string>();
  for (const [sti, objekt] of listObjekter(dokumenter))
    for (const felt of Object.keys(objekt)) stier.add(`${sti}.${felt}`);
  return stier;
}

/** Every pair of keys of one object, in the order they stand: `path: first < second`. */
export function listRekkefoelger(dokumenter: readonly Objekt[]): Set<string> {
  const par = new Set<string>();
  for (const [sti, objekt] of listObjekter(dokumenter)) {
    const felter = Object.keys(objekt);
    for (const [i, foerst] of felter.entries())
      for (const sist of felter.slice(i + 1)) par.add(`${sti}: ${foerst} < ${sist}`);
  }
  return par;
}

export const toSnudd = (rekkefoelge: string): string => rekkefoelge.replace(/: (\w+) < (\w+)$/, ': $2 < $1');

/** The share of the elements of an egenskap that have the field, 0 to 1, and how many elements there were. */
export function findAndel(dokumenter: readonly Objekt[], egenskap: string, felt: string) {
  const elementer = dokumenter.flatMap((dokument) => dokument[egenskap] ?? []).filter(isObjekt);
  const med = elementer.filter((element) => felt in element).length;
  return { antall: elementer.length, andel: elementer.length === 0 ? 0 : med / elementer.length };
}

/**
 * Finds the text of a key that comes from data (egenskap, felt, code). Such keys cannot be typed, and a key without a
 * text is normal: the register may send what our lists do not hold, and then the raw key is shown.
 */

/**
 * @param tre the messages of one language
 * @param sti names from the root, e.g. `['kodeverk', 'kjoenn', 'kvinne']`
 * @returns the text, or null when there is none
 */
export function findTekst(tre: unknown, sti: readonly string[]): string | null {
  let node = tre;
  for (const navn of sti) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, navn)) return null;
    node = Reflect.get(node, navn);
  }
  return typeof node === 'string' ? node : null;
}

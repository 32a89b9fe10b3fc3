/**
 * Country names in Norwegian for the register's alpha-3 codes, and for the alpha-2 codes of foreign addresses.
 * Source: freg-contract.md section 2 ("Land codes") with the register's own codes; states that no longer exist by
 * ISO 3166-3, since births and citizenships keep the code of their time.
 */
import countries from 'i18n-iso-countries/index.js';
import nb from 'i18n-iso-countries/langs/nb.json' with { type: 'json' };

countries.registerLocale(nb);

const EGNE_KODER: ReadonlyMap<string, string> = new Map([
  ['XUK', 'Ukjent land'],
  ['YY', 'Ukjent land'],
  ['XX', 'Ukjent land'],
  ['XXX', 'Statsløs'],
  ['XXK', 'Kosovo'],
  ['XK', 'Kosovo'],
  ['CSK', 'Tsjekkoslovakia'],
  ['DDR', 'Øst-Tyskland'],
  ['SCG', 'Serbia og Montenegro'],
  ['SUN', 'Sovjetunionen'],
  ['YUG', 'Jugoslavia'],
]);

/** The Norwegian name of a country code (alpha-3 or alpha-2, any case), or null when the lists lack it. */
export function findLandnavn(kode: string): string | null {
  const stor = kode.toUpperCase();
  if (stor.length !== 2 && stor.length !== 3) return null;
  return EGNE_KODER.get(stor) ?? countries.getName(stor, 'nb') ?? null;
}

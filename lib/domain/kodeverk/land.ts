/**
 * Country names in each language for the register's alpha-3 codes, and for the alpha-2 codes of foreign addresses.
 * Source: freg-contract.md section 2 ("Land codes") with the register's own codes; states that no longer exist by
 * ISO 3166-3, since births and citizenships keep the code of their time.
 */
import countries from 'i18n-iso-countries/index.js';
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import nb from 'i18n-iso-countries/langs/nb.json' with { type: 'json' };
import nn from 'i18n-iso-countries/langs/nn.json' with { type: 'json' };

for (const spraak of [nb, nn, en]) countries.registerLocale(spraak);

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

const EGNE_NAVN: Record<'nn' | 'en', Record<string, string>> = {
  nn: {
    XUK: 'Ukjent land',
    YY: 'Ukjent land',
    XX: 'Ukjent land',
    XXX: 'Statslaus',
    XXK: 'Kosovo',
    XK: 'Kosovo',
    CSK: 'Tsjekkoslovakia',
    DDR: 'Aust-Tyskland',
    SCG: 'Serbia og Montenegro',
    SUN: 'Sovjetunionen',
    YUG: 'Jugoslavia',
  },
  en: {
    XUK: 'Unknown country',
    YY: 'Unknown country',
    XX: 'Unknown country',
    XXX: 'Stateless',
    XXK: 'Kosovo',
    XK: 'Kosovo',
    CSK: 'Czechoslovakia',
    DDR: 'East Germany',
    SCG: 'Serbia and Montenegro',
    SUN: 'Soviet Union',
    YUG: 'Yugoslavia',
  },
};

/** The names of all countries in another language than bokmål, by alpha-3 and alpha-2 code. */
export function listLandnavn(spraak: 'nn' | 'en'): Record<string, string> {
  const navn = Object.entries(countries.getNames(spraak)).flatMap(([alfa2, land]) => {
    const alfa3 = countries.alpha2ToAlpha3(alfa2);
    return [[alfa2, land], ...(alfa3 ? [[alfa3, land]] : [])];
  });
  return { ...Object.fromEntries(navn), ...EGNE_NAVN[spraak] };
}

/** Every alpha-3 code that a citizenship may have: the countries of today, those that were, and none at all. */
export function listLandkoder(): string[] {
  const egne = [...EGNE_KODER.keys()].filter((kode) => kode.length === 3);
  return [...new Set([...Object.keys(countries.getAlpha3Codes()), ...egne])];
}

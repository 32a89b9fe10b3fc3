/**
 * Criteria of a soek as they were typed, made into what the register reads and judged by its formats, so that nothing
 * is sent that would come back as 400. A soek needs two criteria that say something about the person: one alone is a
 * way to page through the register (security.md Z-13).
 * Source: freg-contract.md section 1.2 (personer/soek).
 */

import { parseFoedselsdato } from '#lib/domain/oppslag/foedselsdato.ts';
import { cleanNummer, cleanTekst } from '#lib/domain/oppslag/kriterier.ts';
import type { Soekekriterier } from './soek.ts';

/** Every fault a criterion can have. Each has a text: `soek.kriteriefeil.<feil>`. */
export const SOEKEFEIL = [
  'forFaa',
  'foedselsdatoUgyldig',
  'aarFormat',
  'aarRekkefoelge',
  'adressenavnForKort',
  'husnummerFormat',
  'husnummerUtenAdressenavn',
  'postnummerFormat',
  'kommunenummerFormat',
  'fylkesnummerFormat',
  'maksTreffFormat',
] as const;
export type Soekefeil = (typeof SOEKEFEIL)[number];

/** The criteria that say something of the person; the rest say how to match, and how many to give. */
const OPPLYSNINGER = [
  'navn',
  'foedselsdato',
  'foedselsaarFraOgMed',
  'foedselsaarTilOgMed',
  'kjoenn',
  'adressenavn',
  'husnummer',
  'postnummer',
  'kommunenummer',
  'fylkesnummer',
] as const satisfies readonly (keyof Soekekriterier)[];
const SOEKEFELT = [...OPPLYSNINGER, 'maksTreff'] as const;
export type Soekefelt = (typeof SOEKEFELT)[number];

/** `felt` null is a fault of the whole. */
export type SoekeFeltFeil = { felt: Soekefelt | null; feil: Soekefeil };

/** A soek needs so many facts. */
const MINST = 2;
const FORMAT: Partial<Record<Soekefelt, { moenster: RegExp; feil: Soekefeil }>> = {
  foedselsaarFraOgMed: { moenster: /^(18|19|20)\d\d$/, feil: 'aarFormat' },
  foedselsaarTilOgMed: { moenster: /^(18|19|20)\d\d$/, feil: 'aarFormat' },
  adressenavn: { moenster: /^.{3,}$/u, feil: 'adressenavnForKort' },
  husnummer: { moenster: /^\d{1,4}[A-ZÆØÅ]?$/, feil: 'husnummerFormat' },
  postnummer: { moenster: /^\d{4}$/, feil: 'postnummerFormat' },
  kommunenummer: { moenster: /^\d{4}$/, feil: 'kommunenummerFormat' },
  fylkesnummer: { moenster: /^\d{2}$/, feil: 'fylkesnummerFormat' },
  // 1 to MAKS_TREFF.
  maksTreff: { moenster: /^([1-9]\d{0,3}|10000)$/, feil: 'maksTreffFormat' },
};

/** The criteria in the register's form; empty ones are left out. Doing it twice changes nothing. */
export function normalizeSoekekriterier(kriterier: Soekekriterier, naa: Date): Soekekriterier {
  const { kjoenn, inkluderOppholdsadresse, inkluderDoede, soekFonetisk, opplysningsgrunnlag } = kriterier;
  const dato = cleanTekst(kriterier.foedselsdato ?? '');
  const normalisert: Soekekriterier = {
    navn: cleanTekst(kriterier.navn ?? ''),
    foedselsdato: parseFoedselsdato(dato, naa) ?? dato,
    foedselsaarFraOgMed: cleanNummer(kriterier.foedselsaarFraOgMed ?? ''),
    foedselsaarTilOgMed: cleanNummer(kriterier.foedselsaarTilOgMed ?? ''),
    kjoenn,
    adressenavn: cleanTekst(kriterier.adressenavn ?? ''),
    husnummer: cleanTekst(kriterier.husnummer ?? '')
      .replaceAll(' ', '')
      .toUpperCase(),
    postnummer: cleanNummer(kriterier.postnummer ?? ''),
    kommunenummer: cleanNummer(kriterier.kommunenummer ?? ''),
    fylkesnummer: cleanNummer(kriterier.fylkesnummer ?? ''),
    inkluderOppholdsadresse,
    inkluderDoede,
    soekFonetisk,
    opplysningsgrunnlag,
    maksTreff: cleanNummer(kriterier.maksTreff ?? ''),
  };

  return Object.fromEntries(
    Object.entries(normalisert).filter(([, verdi]) => verdi !== '' && verdi !== undefined && verdi !== false),
  );
}

function findFeltFeil(felt: Soekefelt, kriterier: Soekekriterier): Soekefeil | null {
  const verdi = kriterier[felt];
  if (verdi === undefined) return null;
  if (felt === 'foedselsdato')
    return parseFoedselsdato(verdi, new Date(0)) === verdi ? null : 'foedselsdatoUgyldig';
  if (felt === 'husnummer' && kriterier.adressenavn === undefined) return 'husnummerUtenAdressenavn';
  const format = FORMAT[felt];

  return format === undefined || format.moenster.test(verdi) ? null : format.feil;
}

/** How many facts normalised criteria say about the person: each word of a name is one. */
export function countOpplysninger(kriterier: Soekekriterier): number {
  const gitt = OPPLYSNINGER.filter((felt) => kriterier[felt] !== undefined);
  const ord = kriterier.navn === undefined ? 0 : kriterier.navn.split(' ').length - 1;

  return gitt.length + ord;
}

/** What is wrong with normalised criteria: at most one fault a field, and what is wrong with them together last. */
export function validateSoekekriterier(kriterier: Soekekriterier): SoekeFeltFeil[] {
  const feil = SOEKEFELT.flatMap((felt): SoekeFeltFeil[] => {
    const funnet = findFeltFeil(felt, kriterier);
    return funnet === null ? [] : [{ felt, feil: funnet }];
  });
  const { foedselsaarFraOgMed: fra, foedselsaarTilOgMed: til } = kriterier;
  if (feil.length === 0 && fra !== undefined && til !== undefined && fra > til)
    feil.push({ felt: 'foedselsaarTilOgMed', feil: 'aarRekkefoelge' });
  if (countOpplysninger(kriterier) < MINST) feil.push({ felt: null, feil: 'forFaa' });

  return feil;
}

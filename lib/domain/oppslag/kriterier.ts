/**
 * What a user typed or pasted, made into what the register reads, and judged by the register's own formats: nothing
 * is sent that would come back as 400. The judgement is about form only; whether the criteria together give rett til
 * treff is `rett-til-treff.ts`. Source: freg-contract.md section 4.1; facets of section 2 (husnummer, postnummer).
 */
import { parseFoedselsdato } from './foedselsdato.ts';
import type { Kriterier } from './oppslag.ts';

/** Every fault a criterion can have. Each has a text: `oppslag.kriteriefeil.<feil>`. */
export const KRITERIEFEIL = [
  'identifikasjonsnummerSiffer',
  'identifikasjonsnummerLengde',
  'utenlandskFormat',
  'legitimasjonsdokumentFormat',
  'foedselsdatoUgyldig',
  'navnToOrd',
  'postnummerFormat',
  'adressenavnForKort',
  'husnummerFormat',
] as const;
export type Kriteriefeil = (typeof KRITERIEFEIL)[number];

export type FeltFeil = { felt: keyof Kriterier; feil: Kriteriefeil };

/** The criteria that are texts; the two others only say how to match. */
export const TEKSTKRITERIER = [
  'identifikasjonsnummer',
  'utenlandskpersonidentifikasjon',
  'legitimasjonsdokument',
  'utlendingsmyndighetenesIdentifikasjonsnummer',
  'foedselsdato',
  'navn',
  'postnummer',
  'adressenavn',
  'husnummer',
] as const satisfies readonly (keyof Kriterier)[];
export type Tekstkriterium = (typeof TEKSTKRITERIER)[number];

/** No invisible characters (zero width, bidi, soft hyphen), every kind of space one space, letters composed. */
export function cleanTekst(tekst: string): string {
  return tekst
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** A number as it is pasted: the separators that people put in are taken out, anything else stays to be judged. */
export function cleanNummer(tekst: string): string {
  return cleanTekst(tekst).replace(/[\s.\-\u2010-\u2015]/g, '');
}

/** `afg-1458-4555` -> `AFG-1458-4555`: land in capitals, the number as it is written. */
function cleanLandnummer(tekst: string): string {
  return cleanTekst(tekst)
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/^\p{L}{3}(?=\s?-)/u, (land) => land.toUpperCase())
    .replace(/\s?-\s?/g, '-');
}

const CLEAN: Record<Tekstkriterium, (tekst: string, naa: Date) => string> = {
  identifikasjonsnummer: cleanNummer,
  utenlandskpersonidentifikasjon: cleanLandnummer,
  legitimasjonsdokument: cleanLandnummer,
  // No source gives its format: only the spaces and dots of a paste are removed.
  utlendingsmyndighetenesIdentifikasjonsnummer: (tekst) => cleanTekst(tekst).replace(/[\s.]/g, ''),
  foedselsdato: (tekst, naa) => parseFoedselsdato(cleanTekst(tekst), naa) ?? cleanTekst(tekst),
  navn: cleanTekst,
  postnummer: cleanNummer,
  adressenavn: cleanTekst,
  husnummer: (tekst) => cleanTekst(tekst).replaceAll(' ', '').toUpperCase(),
};

/**
 * The criteria in the register's form; empty ones are left out. What cannot be read stays as it was typed, for
 * `validateKriterier` to name. Doing it twice changes nothing.
 * @param naa decides the century of a two-digit birth year, see `foedselsdato.ts`
 */
export function normalizeKriterier(kriterier: Kriterier, naa: Date): Kriterier {
  const { soekFonetisk, opplysningsgrunnlag } = kriterier;
  const normalisert: Kriterier = {};
  for (const felt of TEKSTKRITERIER) {
    const verdi = CLEAN[felt](kriterier[felt] ?? '', naa);
    if (verdi !== '') normalisert[felt] = verdi;
  }
  if (soekFonetisk !== undefined) normalisert.soekFonetisk = soekFonetisk;
  if (opplysningsgrunnlag !== undefined) normalisert.opplysningsgrunnlag = opplysningsgrunnlag;
  return normalisert;
}

/** Land as three letters, hyphen, and a number that may hold hyphens itself. */
const LANDNUMMER = /^[A-Z]{3}-[^\s-]\S*$/;

/** The first fault of a criterion that is given and normalised; null when it has the register's form. */
function findFeil(felt: Tekstkriterium, verdi: string): Kriteriefeil | null {
  switch (felt) {
    case 'identifikasjonsnummer':
      if (!/^\d+$/.test(verdi)) return 'identifikasjonsnummerSiffer';
      return verdi.length === 11 ? null : 'identifikasjonsnummerLengde';
    case 'utenlandskpersonidentifikasjon':
      return LANDNUMMER.test(verdi) ? null : 'utenlandskFormat';
    case 'legitimasjonsdokument':
      return LANDNUMMER.test(verdi) ? null : 'legitimasjonsdokumentFormat';
    case 'utlendingsmyndighetenesIdentifikasjonsnummer':
      return null;
    case 'foedselsdato':
      return isRegisteretsDato(verdi) ? null : 'foedselsdatoUgyldig';
    case 'navn':
      return verdi.split(' ').filter((ord) => /\p{L}/u.test(ord)).length >= 2 ? null : 'navnToOrd';
    case 'postnummer':
      return /^\d{4}$/.test(verdi) ? null : 'postnummerFormat';
    case 'adressenavn':
      return verdi.length >= 3 ? null : 'adressenavnForKort';
    case 'husnummer':
      return /^\d{1,4}[A-ZÆØÅ]?$/.test(verdi) ? null : 'husnummerFormat';
  }
}

/** Eight digits that `normalizeKriterier` made: the year is written out, so no clock is needed to judge them. */
function isRegisteretsDato(verdi: string): boolean {
  return /^\d{8}$/.test(verdi) && parseFoedselsdato(verdi, new Date(0)) === verdi;
}

/**
 * What is wrong with criteria that are normalised (`normalizeKriterier`), in the order of the form, at most one fault
 * a field. An absent criterion has no fault.
 */
export function validateKriterier(kriterier: Kriterier): FeltFeil[] {
  return TEKSTKRITERIER.flatMap((felt) => {
    const verdi = kriterier[felt];
    const feil = verdi === undefined || verdi === '' ? null : findFeil(felt, verdi);
    return feil === null ? [] : [{ felt, feil }];
  });
}

/**
 * What somebody means by what she pastes into one field: a number, a name with a date or an address, several numbers.
 * Rules: nothing is invented, what was not used is said, and what cannot be told is left for her to place. Pure, so that
 * the screen can say in words what was understood before anything is sent.
 */
import { parseLimtTekst } from '#lib/domain/bulk/limt-tekst.ts';
import { cleanNummer, cleanTekst } from './kriterier.ts';
import type { Kriterier } from './oppslag.ts';
import { takeAdresse } from './smart-adresse.ts';
import { takeDato } from './smart-dato.ts';

export type Forstaatt =
  | { slag: 'tomt' }
  /** Nothing in it that a search could use. */
  | { slag: 'uforstaatt' }
  /** Two or more different numbers, in the order they stand: a list for a bulk. */
  | { slag: 'flereNumre'; numre: string[] }
  /** `rest` is what was not understood, empty when all was used. */
  | { slag: 'kriterier'; kriterier: Kriterier; rest: string };

/** Longer than any person's particulars; a longer text is a list or nothing. */
const LENGSTE = 300;

const LEDETEKST =
  /(?<![\p{L}\p{N}])(?:navn|fødselsnummer|fødselsnr|fnr|f\.nr|d-?nummer|dnr|personnummer|personnr|fødselsdato|født(?: den)?|fdt|f\.? ?dato|f\.?(?=\s*\d)|adresse|adr|duf(?:-?nummer|-?nr)?)(?![\p{L}])\s*[:.=]?/giu;
const LANDNUMMER =
  /(?<![\p{L}\p{N}])(\p{L}{3})\s?[-\u2010-\u2015]\s?([\p{L}\p{N}]*\d[\p{L}\p{N}\-\u2010-\u2015]{2,})/u;
const NUMMER = /(?<!\d)\d{6}[ .-]?\d{5}(?!\d)/;
const DUF = /(?<!\d)\d{12}(?!\d)/;

/** What people put around a number or a place; never part of one. */
const PARENTES = /[()[\]{}«»"<>|]/g;
/** A word with a figure that nothing was made of. */
const UBRUKT = /(?<![^\s,])[^\s,]*\d[^\s,]*/g;

type Uttak = { verdi: string | null; rest: string };

/** Takes the first match out of the text. */
function take(tekst: string, moenster: RegExp): Uttak {
  const treff = moenster.exec(tekst);
  if (treff === null) return { verdi: null, rest: tekst };
  const rest = `${tekst.slice(0, treff.index)} , ${tekst.slice(treff.index + treff[0].length)}`;
  return { verdi: treff[0], rest };
}

function listNumre(tekst: string): string[] {
  const numre = parseLimtTekst(tekst).map(cleanNummer);
  return [...new Set(numre.filter((nummer) => /^\d{11}$/.test(nummer)))];
}

/** Digits and separators alone, when their number says what they are. Null when it does not. */
function parseBareSiffer(tekst: string): Kriterier | null {
  const nummer = cleanNummer(tekst);
  if (!/^\d+$/.test(nummer)) return null;
  if (nummer.length === 12) return { utlendingsmyndighetenesIdentifikasjonsnummer: nummer };
  // One or two short or long of a number: shown as one, so that the form can say what is wrong with it.
  return nummer.length >= 9 && nummer.length <= 13 ? { identifikasjonsnummer: nummer } : null;
}

/** Words apart from separators that stand alone. */
function tidyRest(rest: string): string {
  return rest
    .split(',')
    .map((bit) => bit.replace(/^[\s;:.-]+|[\s;:-]+$/g, ''))
    .filter((bit) => bit !== '')
    .join(', ');
}

/** A surname first, `Nordmann, Kari`, or a name followed by what is no name. */
function readNavn(rest: string): { navn: string | null; rest: string } {
  const biter = rest.split(', ').filter((bit) => bit !== '');
  const isNavn = (bit: string) => /\p{L}/u.test(bit) && !/\d/.test(bit);
  const [foerste, andre, ...flere] = biter;
  if (foerste === undefined || !isNavn(foerste)) return { navn: null, rest };
  if (andre !== undefined && isNavn(andre) && !foerste.includes(' '))
    return { navn: `${andre} ${foerste}`, rest: flere.join(', ') };
  return { navn: foerste, rest: biter.slice(1).join(', ') };
}

function toKriterier(tekst: string, naa: Date): { kriterier: Kriterier; rest: string } {
  const bare = parseBareSiffer(tekst);
  if (bare && take(tekst, NUMMER).verdi === null && takeDato(tekst, naa).dato === null)
    return { kriterier: bare, rest: '' };
  const land = take(tekst, LANDNUMMER);
  const nummer = take(land.rest, NUMMER);
  const duf = take(nummer.rest, DUF);
  const dato = takeDato(duf.rest.replace(LEDETEKST, ' , '), naa);
  const adresse = takeAdresse(tidyRest(dato.rest));
  const navn = readNavn(tidyRest(adresse.rest.replace(UBRUKT, ' , $& , ')));
  const gitt: Kriterier = {
    identifikasjonsnummer: nummer.verdi === null ? undefined : cleanNummer(nummer.verdi),
    utenlandskpersonidentifikasjon: land.verdi ?? undefined,
    utlendingsmyndighetenesIdentifikasjonsnummer: duf.verdi ?? undefined,
    foedselsdato: dato.dato ?? undefined,
    navn: navn.navn ?? undefined,
    ...adresse.kriterier,
  };
  const kriterier = Object.fromEntries(Object.entries(gitt).filter(([, verdi]) => verdi !== undefined));
  return { kriterier, rest: tidyRest(navn.rest) };
}

/**
 * Reads what was typed or pasted. Never throws, and its time follows the length of the text.
 * @param naa decides the century of a two-digit birth year
 */
export function parseSmartfelt(tekst: string, naa: Date): Forstaatt {
  const ren = cleanTekst(tekst);
  if (ren === '') return { slag: 'tomt' };
  const numre = listNumre(tekst);
  if (numre.length > 1) return { slag: 'flereNumre', numre };
  if (ren.length > LENGSTE) return { slag: 'uforstaatt' };
  const { kriterier, rest } = toKriterier(ren.replace(PARENTES, ' , '), naa);
  return Object.keys(kriterier).length === 0
    ? { slag: 'uforstaatt' }
    : { slag: 'kriterier', kriterier, rest };
}

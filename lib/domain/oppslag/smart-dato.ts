/** A birth date somewhere in a text, in figures or with the month's name, in any order that `foedselsdato.ts` reads. */
import { parseFoedselsdato } from './foedselsdato.ts';

const MAANEDER = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

/** Years first, then days first; six and eight digits last, since a number may stand for much else. */
const FORMER: readonly RegExp[] = [
  /(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/g,
  /(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}\s?[./\- ]\s?(?:\d{4}|\d{2})(?!\d)/g,
  /(?<!\d)\d{1,2}\.?\s?\p{L}{3,9}\.?,?\s?(?:\d{4}|\d{2})(?!\d)/gu,
  /(?<!\d)\d{8}(?!\d)/g,
  /(?<!\d)\d{6}(?!\d)/g,
];

/** `1. februar 1990` and `1 feb 90` as `1.2.1990` and `1.2.90`; anything else as it stands. */
function toTallform(funn: string): string {
  const deler = /^(\d{1,2})\.?\s?(\p{L}{3,9})\.?,?\s?(\d{2,4})$/u.exec(funn);
  if (deler === null) return funn.replace(/\s?([./-])\s?/g, '$1');
  const navn = (deler[2] ?? '').toLowerCase();
  const maaned = MAANEDER.findIndex((en) => en.startsWith(navn)) + 1;
  return maaned === 0 ? funn : `${deler[1]}.${maaned}.${deler[3]}`;
}

/**
 * Takes the first real date out of the text.
 * @returns `dato` as `dd.mm.yyyy`, null when there is none; `rest` is the text without it
 */
export function takeDato(tekst: string, naa: Date): { dato: string | null; rest: string } {
  for (const form of FORMER) {
    for (const treff of tekst.matchAll(form)) {
      const dato = parseFoedselsdato(toTallform(treff[0]), naa);
      if (dato === null) continue;
      const rest = `${tekst.slice(0, treff.index)} , ${tekst.slice(treff.index + treff[0].length)}`;
      return { dato: `${dato.slice(6)}.${dato.slice(4, 6)}.${dato.slice(0, 4)}`, rest };
    }
  }
  return { dato: null, rest: tekst };
}

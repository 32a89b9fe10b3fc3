/**
 * The reason for an act, as the form and the server judge it: words, and no number of a person, since it stands in the
 * revisjonslogg and is read by others (security.md N-09). Apart from the request's schema, which is the server's.
 */
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';

/** How long the addresses stand on the screen. */
export const AVDEKKET_MINUTTER = 5;
export const BEGRUNNELSE_MIN = 10;
export const BEGRUNNELSE_MAKS = 255;

/** Why a reason is not one. Each has a text where a reason is asked for: `avdekking.begrunnelsefeil.<feil>`. */
export const BEGRUNNELSEFEIL = ['forKort', 'forLang', 'personnummer', 'sierIkkeNoe', 'gjenbrukt'] as const;
export type Begrunnelsefeil = (typeof BEGRUNNELSEFEIL)[number];

/** Keys and letters that stand beside each other: what hands write when the head has no reason. */
const REKKER = ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyzæøå'];
const BAKLENGS = REKKER.map((rekke) => [...rekke].toReversed().join(''));

/** Whether a word is made of runs of at least three keys ("asdf", "asdfasdf", "qwerty", "abc"). */
function isTastetrykk(ord: string): boolean {
  for (let fra = 0; fra < ord.length; ) {
    let til = fra + 1;
    while (
      til < ord.length &&
      [...REKKER, ...BAKLENGS].some((rekke) => rekke.includes(ord.slice(fra, til + 1)))
    )
      til += 1;
    if (til - fra < 3) return false;
    fra = til;
  }

  return true;
}

/** A word that may say something: two letters or more, a vowel among them, and not what the keys happened to give. */
const isOrd = (ord: string): boolean => /[aeiouyæøåáéäöü]/.test(ord) && !isTastetrykk(ord);

/** A reason as two are compared: the words and numbers alone, whatever their case and what stands between them. */
export const toSammenlignbar = (begrunnelse: string): string =>
  (
    begrunnelse
      .normalize('NFKC')
      .toLocaleLowerCase('nb')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

/**
 * What is wrong with a reason; null for one that can stand in the log. It must be words: at least two different ones,
 * one of them longer than a nod, and not a few letters over and over. Whether it is `gjenbrukt` only the server can tell.
 */
export function findBegrunnelsefeil(tekst: string): Exclude<Begrunnelsefeil, 'gjenbrukt'> | null {
  const begrunnelse = tekst.trim();
  if (begrunnelse.length < BEGRUNNELSE_MIN) return 'forKort';
  if (begrunnelse.length > BEGRUNNELSE_MAKS) return 'forLang';
  if (hasPersonnummer(begrunnelse)) return 'personnummer';
  const skrevet = begrunnelse.toLocaleLowerCase('nb');
  const ord = new Set((skrevet.match(/\p{L}{2,}/gu) ?? []).filter(isOrd));
  const bokstaver = new Set(skrevet.match(/\p{L}/gu));
  const harHeltOrd = [...ord].some((et) => et.length >= 4);

  return ord.size >= 2 && harHeltOrd && bokstaver.size >= 5 ? null : 'sierIkkeNoe';
}

/**
 * Numbers out of pasted text, whatever stands between them. Rule: nothing with a digit or a letter is dropped in
 * silence; what cannot be a number comes out as it stands, to be judged as a row.
 */
import { cleanTekst } from '#lib/domain/oppslag/kriterier.ts';

const SIFFER = 11;
/** All that people do not write inside a number: anything but letters, digits, spaces, dots and dashes. */
const SKILLE = /[^\p{L}\p{M}\p{N}\p{Zs}.\-\u2010-\u2015]+/u;
const NUMMER_I_TEKST = /(?<!\d)\d{6}[ .-]?\d{5}(?!\d)/g;

const countSiffer = (tekst: string): number => tekst.replace(/\D/g, '').length;

/** `01819012345-02819012345` is two; `018190-12345` is one. */
function splitVedBindestrek(ord: string): string[] {
  if (countSiffer(ord) <= SIFFER) return [ord];
  const biter = ord.split(/[.\-\u2010-\u2015]+/).filter((bit) => bit !== '');
  return biter.every((bit) => countSiffer(bit) === SIFFER) ? biter : [ord];
}

/** Words of digits put together until they are eleven: `018190 12345 028290 12345` is two numbers. */
function joinSiffergrupper(tekst: string): string[] {
  const numre: string[] = [];
  let samlet: string[] = [];
  let siffer = 0;
  const flush = () => {
    if (samlet.length > 0) numre.push(samlet.join(' '));
    samlet = [];
    siffer = 0;
  };
  for (const ord of tekst.split(' ').flatMap(splitVedBindestrek)) {
    const antall = countSiffer(ord);
    if (siffer + antall > SIFFER) flush();
    samlet.push(ord);
    siffer += antall;
    if (siffer >= SIFFER) flush();
  }
  flush();
  return numre;
}

function splitBit(bit: string): string[] {
  const tekst = cleanTekst(bit);
  if (!/[\p{L}\p{N}]/u.test(tekst)) return [];
  if (!/[^\d\s.\-\u2010-\u2015]/.test(tekst)) return joinSiffergrupper(tekst);
  // A name or a word beside the number, as in a list that somebody wrote.
  return tekst.match(NUMMER_I_TEKST) ?? [tekst];
}

/** The rows that a pasted text holds, in order. A heading without a digit in front is no row. */
export function parseLimtTekst(tekst: string): string[] {
  const rader = tekst
    .replace(/\p{Cf}/gu, '')
    .split(SKILLE)
    .flatMap(splitBit);
  const foerst = rader.findIndex((rad) => /\d/.test(rad));
  return foerst === -1 ? rader : rader.slice(foerst);
}

/**
 * A list of numbers as a person brings it, judged row by row before anything is sent (product.md section 3). Each row
 * keeps its place and its text, so that what was left out can be found again in the file it came from.
 */
import { cleanNummer } from '#lib/domain/oppslag/kriterier.ts';
import { judgePersonidentifikator } from '#lib/domain/oppslag/personidentifikator.ts';

/** Every verdict a row can have. Each has a text: `bulk.dom.<dom>`. */
export const RADDOMMER = [
  'gyldig',
  /** Sent all the same: the register is the authority, check digits are advice. */
  'kontrollsiffer',
  /** Ten digits that make a right number with the zero that a spreadsheet takes away. */
  'nullLagtTil',
  'ugyldigLengde',
  'ugyldigTegn',
  'tom',
  'duplikat',
] as const;
export type Raddom = (typeof RADDOMMER)[number];

export type Listerad = {
  /** Its number in the file or among what was pasted, from 1. */
  rad: number;
  /** As it was written, cut where it is too long to be a number. */
  tekst: string;
  dom: Raddom;
  /** Eleven digits, also for a duplicate; null where there is nothing to ask about. */
  nummer: string | null;
  /** The row that has the number first. */
  duplikatAv: number | null;
  /** Its place among those that are sent, from 0; null for the rest. */
  plass: number | null;
};

const LENGSTE_TEKST = 40;

function judgeNummer(tekst: string): { dom: Raddom; nummer: string | null } {
  const nummer = /^\d{11}$/.test(tekst) ? tekst : cleanNummer(tekst);
  if (nummer === '') return { dom: 'tom', nummer: null };
  if (!/^\d+$/.test(nummer)) return { dom: 'ugyldigTegn', nummer: null };
  if (nummer.length === 11)
    return {
      dom: judgePersonidentifikator(nummer).gyldigeKontrollsiffer ? 'gyldig' : 'kontrollsiffer',
      nummer,
    };
  const { slag, gyldigeKontrollsiffer } = judgePersonidentifikator(`0${nummer}`);
  return slag !== 'ukjent' && gyldigeKontrollsiffer
    ? { dom: 'nullLagtTil', nummer: `0${nummer}` }
    : { dom: 'ugyldigLengde', nummer: null };
}

/** A judge of one list: remembers what it has seen, so rows are given in order, each once. */
export function createListedommer(): (tekst: string, rad: number) => Listerad {
  const foerst = new Map<string, number>();

  return (tekst, rad) => {
    const { dom, nummer } = judgeNummer(tekst);
    const vist = tekst.length > LENGSTE_TEKST ? `${tekst.slice(0, LENGSTE_TEKST)}…` : tekst;
    const duplikatAv = nummer === null ? null : (foerst.get(nummer) ?? null);
    if (duplikatAv !== null) return { rad, tekst: vist, dom: 'duplikat', nummer, duplikatAv, plass: null };
    const plass = nummer === null ? null : foerst.size;
    if (nummer !== null) foerst.set(nummer, rad);

    return { rad, tekst: vist, dom, nummer, duplikatAv, plass };
  };
}

/** The numbers that are sent, in their order. */
export function listNumre(rader: readonly Listerad[]): string[] {
  return rader.flatMap(({ nummer, plass }) => (nummer !== null && plass !== null ? [nummer] : []));
}

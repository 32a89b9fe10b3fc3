/**
 * An address somewhere in a text: street and house number, post code and place. Where no comma parts a name from a
 * street, the street begins at the word that sounds like one, and a name has at least two words.
 */
import type { Kriterier } from './oppslag.ts';

const POSTNUMMER = /(?<![\p{L}\d./-])(\d{4})(?![\p{L}\d]|[./-]\d)(\s+[^,\d]+)?/u;
const GATE_OG_NUMMER =
  /(?:^|(?<=, ))([^,\d]*\p{L}[^,\d]*?)\s+(\d{1,4}\s?(?:\p{L}(?![\p{L}\d]))?)(?![\p{L}\d]|[./-]\d)/u;
/** Ends of words that are streets by themselves: Storgata, Solveien. */
const GATEORD =
  /\p{L}(?:gata|gate|gaten|gt|vei|veien|veg|vegen|plass|plassen|allé|alle|alléen|bakken|bakke|stien|svingen|lia|haugen|tunet|kroken|ringen|terrasse|torget|løkka|jordet|åsen|moen|stranda|berget)$/iu;
/** Words that belong to the name of a street before them: Kong Oscars gate, Karl Johans vei. */
const BARE_GATEORD = /^(?:gate|gt\.?|vei|veg|plass|allé|alle|torg|terrasse|brygge|kai)$/iu;
const ORD_I_NAVN = 2;

/** Where among the words the street begins. */
function findGatestart(ord: readonly string[]): number {
  const siste = ord.at(-1) ?? '';
  if (GATEORD.test(siste)) return ord.length - 1;
  // A street of several words has one before `gate` at least, so a name before it takes four words in all.
  const minst = BARE_GATEORD.test(siste) ? ORD_I_NAVN + 1 : ORD_I_NAVN;
  return ord.length > minst ? ORD_I_NAVN : 0;
}

/** The words before a house number, parted into a person's name and a street. */
function splitNavnOgGate(tekst: string): { navn: string; gate: string } {
  const ord = tekst.split(' ').filter((et) => et !== '');
  const fra = findGatestart(ord);
  return { navn: ord.slice(0, fra).join(' '), gate: ord.slice(fra).join(' ') };
}

/**
 * Takes the address out of the text. The name of the post place goes with its code: the register searches by the code.
 * @param tekst parts are separated by `, `
 */
export function takeAdresse(tekst: string): {
  kriterier: Pick<Kriterier, 'adressenavn' | 'husnummer' | 'postnummer'>;
  rest: string;
} {
  const post = POSTNUMMER.exec(tekst);
  // A house can have four digits too, so the first number after a street is the house when a second one follows.
  const uten = post ? `${tekst.slice(0, post.index)}, ${tekst.slice(post.index + post[0].length)}` : tekst;
  const gate = GATE_OG_NUMMER.exec(uten);
  if (gate === null) return { kriterier: { ...(post && { postnummer: post[1] }) }, rest: uten };
  const { navn, gate: adressenavn } = splitNavnOgGate(gate[1] ?? '');
  const husnummer = (gate[2] ?? '').replace(/\s/g, '').toUpperCase();
  return {
    kriterier: { adressenavn, husnummer, ...(post && { postnummer: post[1] }) },
    rest: `${uten.slice(0, gate.index)}${navn}, ${uten.slice(gate.index + gate[0].length)}`,
  };
}

/**
 * An XML answer read by a parser that the simulator has no part in: well-formed or not, its namespaces, and whether it
 * says the same as the JSON answer to the same request.
 * Source: freg-contract.md section 2.1, last item.
 */
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';

const ELEMENT = 1;

/** The root element. Throws on anything that is not well-formed. */
export function readXml(tekst: string): Element {
  const rot = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    tekst,
    'application/xml',
  ).documentElement;
  if (!rot) throw new Error('Dokumentet har ingen rot');
  return rot;
}

export function listBarn(element: Element): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === ELEMENT);
}

/** Every namespace that an element of the document lies in. */
export function listNavnerom(rot: Element): string[] {
  const navnerom = new Set<string>();
  const walk = (element: Element): void => {
    navnerom.add(element.namespaceURI ?? '');
    listBarn(element).forEach(walk);
  };
  walk(rot);
  return [...navnerom];
}

type Tre = readonly [navn: string, innhold: string | readonly Tre[]];

/** An element as its local name and its text or children. */
export function toTre(element: Element): Tre {
  const barn = listBarn(element);
  return [element.localName ?? '', barn.length > 0 ? barn.map(toTre) : (element.textContent ?? '')];
}

/** The same tree from JSON: keys are elements, a list is the element repeated, "" an empty element. */
export function fromJson(navn: string, verdi: unknown): Tre {
  return [navn, typeof verdi === 'object' && verdi !== null ? listFelter(verdi) : toTekst(verdi)];
}

function listFelter(verdi: object): string | readonly Tre[] {
  const barn = Object.entries(verdi).flatMap(([navn, felt]: [string, unknown]) =>
    Array.isArray(felt) ? felt.map((element) => fromJson(navn, element)) : [fromJson(navn, felt)],
  );
  return barn.length > 0 ? barn : '';
}

/** Line ends are told apart from text by no XML reader; the register's texts have none. */
const toTekst = (verdi: unknown): string => String(verdi);

/**
 * The body of a bulk request: one list of identifiers, at most 1000, as JSON or XML.
 * Source: freg-contract.md sections 1.1 (XML is the default without Content-Type), 1.2 and 1.5.
 */
import { isElement } from '../kontrakt/feltregler.ts';
import type { Tjenestekall } from './tjenestekall.ts';

const HOEYST = 1_000;

/** The list under `felt`, or undefined when the body is not what the contract asks for (400). */
export function readListe({ kropp, kroppformat }: Tjenestekall, felt: string): string[] | undefined {
  if (kroppformat === undefined) return undefined;
  const liste = kroppformat === 'json' ? readJson(kropp, felt) : readXml(kropp, felt);
  return liste && liste.length > 0 && liste.length <= HOEYST ? liste : undefined;
}

function readJson(kropp: string, felt: string): string[] | undefined {
  try {
    const inn: unknown = JSON.parse(kropp);
    const liste = isElement(inn) ? inn[felt] : undefined;
    return Array.isArray(liste) && liste.every((id) => typeof id === 'string') ? liste : undefined;
  } catch {
    return undefined;
  }
}

/** Identifiers hold no markup, so the elements can be read without a parser. */
function readXml(kropp: string, felt: string): string[] {
  const element = new RegExp(`<(?:\\w+:)?${felt}>\\s*([^<\\s]+)\\s*</`, 'g');
  return [...kropp.matchAll(element)].flatMap(([, id]) => (id === undefined ? [] : [id]));
}

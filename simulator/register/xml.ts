/**
 * XML as the register writes it: keys become elements, lists repeated elements, "" an empty element.
 * Rule: always well-formed, whatever a name holds; characters that XML cannot carry are left out.
 * Source: freg-contract.md section 2.1, last item.
 */
import { NAVNEROM_PERSON } from '../kontrakt/xsd.ts';

const HODE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SKJEMATYPER =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
const FORBUDTE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const MAA_ERSTATTES = /[&<>\r]/g;
const ERSTATNING: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function formatTekst(tekst: string): string {
  return tekst
    .toWellFormed()
    .replace(FORBUDTE, '')
    .replace(MAA_ERSTATTES, (tegn) => ERSTATNING[tegn] ?? tegn);
}

function formatElement(navn: string, verdi: unknown): string {
  if (verdi === undefined || verdi === null) return '';
  if (Array.isArray(verdi)) return verdi.map((element) => formatElement(navn, element)).join('');
  if (typeof verdi === 'object') return `<${navn}>${formatFelter(verdi)}</${navn}>`;
  const tekst = formatTekst(String(verdi));
  if (tekst === '') return `<${navn}/>`;
  return navn === 'foedselsaar'
    ? `<foedselsaar xsi:type="xs:int">${tekst}</foedselsaar>`
    : `<${navn}>${tekst}</${navn}>`;
}

const formatFelter = (verdi: object): string =>
  Object.entries(verdi)
    .map(([navn, felt]) => formatElement(navn, felt))
    .join('');

/**
 * The value as a document with the given root and namespace. Keys must be XML names: the register's are.
 * Assumption: the namespace of error bodies and bulk answers, and the names of all roots.
 */
export function formatXml(rot: string, verdi: object, navnerom = NAVNEROM_PERSON): string {
  return `${HODE}<${rot} xmlns="${navnerom}" ${SKJEMATYPER}>${formatFelter(verdi)}</${rot}>`;
}

/** `personer/xsd`: the schema of the person document, XML whatever Accept prefers (freg-contract.md section 1.2 no 7). */
import { formatXsd } from '../../kontrakt/xsd.ts';
import type { Svar } from '../svar.ts';

const XSD = formatXsd();

export function getXsd(): Svar {
  return { status: 200, kropp: { slag: 'tekst', type: 'application/xml', tekst: XSD } };
}

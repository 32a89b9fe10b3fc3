/**
 * `hendelser/siste/sekvensnummer`: how far the feed has come. In JSON and plain text the number alone, in XML an
 * element (freg-contract.md section 1.2 no 10: the bare number was kept because consumers asked for it).
 */
import { type Svar, toHendelsedata } from '../svar.ts';
import type { Tjenestekall } from '../tjenestekall.ts';

/** Assumption: the name of the root and its namespace. */
export function getSisteSekvensnummer({ hendelser, format }: Tjenestekall): Svar {
  const sekvensnummer = hendelser.siste();
  if (format === 'xml') return toHendelsedata('sekvensnummer', { sekvensnummer });
  const type = format === 'tekst' ? 'text/plain' : 'application/json';
  return { status: 200, kropp: { slag: 'tekst', type, tekst: String(sekvensnummer) } };
}

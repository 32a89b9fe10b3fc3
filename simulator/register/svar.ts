/**
 * An answer before it has become bytes: what the services return and what the faults change.
 */
import { type Avslag, toFeilmelding } from '../kontrakt/feilmeldinger.ts';
import type { Element } from '../kontrakt/feltregler.ts';
import { NAVNEROM_HENDELSE } from '../kontrakt/hendelsemodell.ts';
import { formatJson } from './json.ts';
import { formatXml } from './xml.ts';

/** `tekst` is for resources with a plain text form; everything else is then written as JSON. */
export type Format = 'json' | 'xml' | 'tekst';

export type Kropp =
  /** Written as JSON or as XML with the root `rot`, in the person namespace when no other is named. */
  | { slag: 'data'; rot: string; verdi: Element; navnerom?: string }
  /** Written as it is. */
  | { slag: 'tekst'; type: string; tekst: string }
  | { slag: 'tom' };

/** `deler`: the canonical parts that the call asked for, for the statistics. */
export type Svar = {
  status: number;
  kropp: Kropp;
  deler?: readonly string[];
  headere?: Record<string, string>;
};

/** The answer as bytes: headers without Content-Length, and the body in pieces. */
export type Ferdig = { status: number; headere: Record<string, string>; kropp: readonly Buffer[] };

export const TOM: Kropp = { slag: 'tom' };

export function toAvslag(avslag: Avslag): Svar {
  return {
    status: avslag.status,
    kropp: { slag: 'data', rot: 'folkeregisterFeilmelding', verdi: toFeilmelding(avslag) },
  };
}

export function toData(rot: string, verdi: Element, deler?: readonly string[]): Svar {
  const svar: Svar = { status: 200, kropp: { slag: 'data', rot, verdi } };
  return deler ? { ...svar, deler } : svar;
}

/** An answer about hendelser, which have a namespace of their own in XML. */
export function toHendelsedata(rot: string, verdi: Element): Svar {
  return { status: 200, kropp: { slag: 'data', rot, verdi, navnerom: NAVNEROM_HENDELSE } };
}

/** Writes the body once. Person documents carry no ETag (freg-contract.md section 1.4). */
export function formatSvar({ status, kropp, headere }: Svar, format: Format): Ferdig {
  const felles = { 'Cache-Control': 'private', ...headere };
  switch (kropp.slag) {
    case 'tom':
      return { status, headere: felles, kropp: [] };
    case 'tekst':
      return {
        status,
        headere: { ...felles, 'Content-Type': kropp.type },
        kropp: [Buffer.from(kropp.tekst)],
      };
    case 'data':
      return format === 'xml'
        ? {
            status,
            headere: { ...felles, 'Content-Type': 'application/xml' },
            kropp: [Buffer.from(formatXml(kropp.rot, kropp.verdi, kropp.navnerom))],
          }
        : {
            status,
            headere: { ...felles, 'Content-Type': 'application/json' },
            kropp: formatJson(kropp.verdi),
          };
  }
}

/**
 * Which format an answer has: Accept decides, an empty Accept follows Content-Type, and JSON is the default.
 * Source: freg-contract.md section 1.1; the oppslag seed on 406.
 */
import type { Format } from './svar.ts';

/** The media types that a resource answers in, and what each is written as. */
export type Medietyper = Readonly<Record<string, Format>>;

const TYPER: Medietyper = {
  'application/json': 'json',
  'application/xml': 'xml',
  'application/*': 'json',
  '*/*': 'json',
};

/** The feed is Atom in XML, by either name (the hendelsesliste seed on 406; freg-contract.md section 1.1). */
export const FEEDTYPER: Medietyper = { ...TYPER, 'application/atom+xml': 'xml' };

/** The latest sekvensnummer can be had as plain text too (freg-contract.md section 1.2 no 10). */
export const SEKVENSNUMMERTYPER: Medietyper = { ...TYPER, 'text/plain': 'tekst' };

const toType = (verdi: string): string => (verdi.split(';', 1)[0] ?? '').trim().toLowerCase();

function toVekt(verdi: string): number {
  const q = /;\s*q=([\d.]+)/i.exec(verdi)?.[1];
  return q === undefined ? 1 : Number(q);
}

/** The format to answer in, or undefined when Accept names nothing that the resource has (406). */
export function findFormat(
  accept: string | undefined,
  contentType: string | undefined,
  typer: Medietyper = TYPER,
): Format | undefined {
  if (accept === undefined || accept.trim() === '') return typer[toType(contentType ?? '')] ?? 'json';
  const enkel = typer[accept];
  if (enkel) return enkel;
  const oensker = accept
    .split(',')
    .map((verdi) => ({ format: typer[toType(verdi)], vekt: toVekt(verdi) }))
    .filter(({ format, vekt }) => format !== undefined && vekt > 0)
    .sort((a, b) => b.vekt - a.vekt);
  return oensker[0]?.format;
}

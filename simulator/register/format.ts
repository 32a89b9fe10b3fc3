/**
 * Which format an answer has: Accept decides, an empty Accept follows Content-Type, and JSON is the default.
 * Source: freg-contract.md section 1.1; the oppslag seed on 406.
 */
import type { Format } from './svar.ts';

const TYPER: Record<string, Format> = {
  'application/json': 'json',
  'application/xml': 'xml',
  'application/*': 'json',
  '*/*': 'json',
};

const toType = (verdi: string): string => (verdi.split(';', 1)[0] ?? '').trim().toLowerCase();

function toVekt(verdi: string): number {
  const q = /;\s*q=([\d.]+)/i.exec(verdi)?.[1];
  return q === undefined ? 1 : Number(q);
}

/** The format to answer in, or undefined when Accept names nothing that the register has (406). */
export function findFormat(accept: string | undefined, contentType: string | undefined): Format | undefined {
  if (accept === undefined || accept.trim() === '') return TYPER[toType(contentType ?? '')] ?? 'json';
  const enkel = TYPER[accept];
  if (enkel) return enkel;
  const oensker = accept
    .split(',')
    .map((verdi) => ({ format: TYPER[toType(verdi)], vekt: toVekt(verdi) }))
    .filter(({ format, vekt }) => format !== undefined && vekt > 0)
    .sort((a, b) => b.vekt - a.vekt);
  return oensker[0]?.format;
}

/**
 * One leaf of the document made into what the model says it is, whatever JSON type it came in: numbers as text,
 * text as numbers, codes in any case. What cannot be read that way is `undefined` and is kept elsewhere.
 * Source: freg-contract.md section 8.4 (tolerances) and section 2 (leading zeros).
 */
import { findKode } from '#lib/domain/kodeverk/kodeverk.ts';
import type { FeltMeta } from './model/felt.ts';

const PERSONIDENTIFIKATOR_SIFFER = 11;
const KOMMUNE_SIFFER = 4;

/** How many digits a number must have as text; 0 where the register sets no width. */
function getBredde(meta: FeltMeta): number {
  if (meta.slag === 'personidentifikator') return PERSONIDENTIFIKATOR_SIFFER;
  if (meta.slag === 'navngitt') return meta.kodeverk === 'kommune' ? KOMMUNE_SIFFER : 0;
  return meta.slag === 'tekst' ? (meta.siffer ?? 0) : 0;
}

function readTall(verdi: string | number | boolean): number | undefined {
  if (typeof verdi === 'number') return verdi;
  return typeof verdi === 'string' && /^\s*-?\d{1,15}\s*$/.test(verdi) ? Number(verdi) : undefined;
}

function readBoolsk(verdi: string | number | boolean): boolean | undefined {
  if (typeof verdi === 'boolean') return verdi;
  const ord = String(verdi).slice(0, 10).trim().toLowerCase();
  if (ord === 'true') return true;
  return ord === 'false' ? false : undefined;
}

/** A leaf in the type that the model gives it, or undefined when it cannot be read so. */
export function readBlad(
  meta: FeltMeta,
  verdi: string | number | boolean,
): string | number | boolean | undefined {
  if (meta.slag === 'heltall') return readTall(verdi);
  if (meta.slag === 'boolsk') return readBoolsk(verdi);
  // A number on the wire has lost the leading zeros that the register's own text form has.
  const tekst = typeof verdi === 'number' ? String(verdi).padStart(getBredde(meta), '0') : String(verdi);
  return meta.slag === 'kode' ? (findKode(meta.kodeverk, tekst) ?? tekst) : tekst;
}

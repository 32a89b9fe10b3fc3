/**
 * What can be wrong with a file of an uttrekk, as a code that a person can be told of and that the worker acts on:
 * a full disk is waited for, a damaged or missing file is fetched again. Carries no content and no path.
 */
import 'server-only';

export type Filfeilkode =
  /** No room, a quota is used up, or the file is larger than one may be here. Nothing half-written stands under its final name. */
  | 'DISK_FULL'
  /** Some byte is not as it was sealed, or the key is another file's. */
  | 'FIL_OEDELAGT'
  | 'FIL_MANGLER'
  /** More rows than a workbook is made for; the other formats have no such limit. */
  | 'FOR_MANGE_RADER'
  /** Fewer persons than the virksomhet gives out. */
  | 'FOR_FAA_PERSONER';

export class Filfeil extends Error {
  readonly kode: Filfeilkode;
  constructor(kode: Filfeilkode, options?: ErrorOptions) {
    super(kode, options);
    this.name = 'Filfeil';
    this.kode = kode;
  }
}

const KODER: Readonly<Record<string, Filfeilkode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  ENOENT: 'FIL_MANGLER',
};

/** The fault of the file system as one of ours; anything else as it is. */
export function toFilfeil(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const kode = KODER[code];

  return kode === undefined ? error : new Filfeil(kode, { cause: error });
}

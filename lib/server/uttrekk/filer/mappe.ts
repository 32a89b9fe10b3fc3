/**
 * Where the files of one uttrekk lie, and what each is bound to when it is sealed. Names say nothing of anybody: ids and
 * numbers of ours only.
 */
import 'server-only';
import path from 'node:path';

/** `sti` is the folder of this uttrekk alone; `noekkel` is its `delnoekkel`, unwrapped. */
export type Uttrekksmappe = { uttrekkId: string; sti: string; noekkel: Buffer };

/**
 * Which chunk of the work: the job, the batch within it, the part of at most 1 000 within that, and whose turn at it: a
 * worker that has lost its lease never writes over the file of the one that took over.
 */
export type Deladresse = { jobbNr: number; batchNr: number; nr: number; leieNr: number };

/** A file in the folder, and what it is bound to. */
export type Plass = { sti: string; bound: string };

/** The folder of an uttrekk under FIL_MAPPE. */
export function toMappesti(filMappe: string, uttrekkId: string): string {
  return path.join(filMappe, uttrekkId);
}

const toPlass = ({ uttrekkId, sti }: Pick<Uttrekksmappe, 'uttrekkId' | 'sti'>, navn: string): Plass => ({
  sti: path.join(sti, navn),
  bound: `${uttrekkId}/${navn}`,
});

export const toBatchplass = (mappe: Uttrekksmappe, jobbNr: number, batchNr: number): Plass =>
  toPlass(mappe, path.join('batch', `${jobbNr}-${batchNr}`));

export const toDelplass = (mappe: Uttrekksmappe, { jobbNr, batchNr, nr, leieNr }: Deladresse): Plass =>
  toPlass(mappe, path.join('del', `${jobbNr}-${batchNr}-${nr}-${leieNr}`));

/** A file that is downloaded. */
export const toFilplass = (mappe: Pick<Uttrekksmappe, 'uttrekkId' | 'sti'>, filId: string): Plass =>
  toPlass(mappe, path.join('fil', filId));

/** References as they come, while an uttrekk is finished. `navn` is the run's own, so that two runs do not share it. */
export const toArbeidsplass = (mappe: Uttrekksmappe, navn: string): Plass =>
  toPlass(mappe, path.join('arbeid', navn));

/** Everybody in order with what her row says and her number, for comparing two runs. */
export const toGrunnlagsplass = (mappe: Uttrekksmappe): Plass => toPlass(mappe, 'grunnlag-med-nummer');

/** The same without numbers, as runs from before there was a file of changes have it. */
export const toEldreGrunnlagsplass = (mappe: Uttrekksmappe): Plass => toPlass(mappe, 'grunnlag');

/** The membership file, by the checksum that its row has: a later run of an older worker does not take its place. */
export const toMedlemskapsplass = (
  mappe: Pick<Uttrekksmappe, 'uttrekkId' | 'sti'>,
  sjekksum: Buffer,
): Plass => ({
  sti: path.join(mappe.sti, 'medlemskap', sjekksum.toString('hex')),
  bound: `${mappe.uttrekkId}/medlemskap`,
});

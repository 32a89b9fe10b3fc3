/** What a writer sets of a row. The database makes number, time and transaction. */
import 'server-only';

/** Every column that is set but for the mark, in the order of the marked text. */
export const SATTE_KOLONNER = [
  'rad_id',
  'handling_id',
  'kall_id',
  'slag',
  'handling',
  'bruker',
  'bruker_id',
  'enhet',
  'session_ref',
  'formaal',
  'saksreferanse',
  'pakke',
  'utfall',
  'innhold',
  'konvolutt',
] as const;

/** One row by column, and the references of everybody it concerns, each once. `innhold` is as `toOrdnetJson` writes it. */
export type Radverdier = {
  kolonner: Record<(typeof SATTE_KOLONNER)[number], string | Buffer | null>;
  subjektRefs: readonly Buffer[];
};

/** What a writer sets of a row. The database makes number, time and transaction. */
import 'server-only';

/** Every column that is written, with its type. */
export const SATTE_KOLONNER = [
  ['rad_id', 'uuid'],
  ['handling_id', 'uuid'],
  ['kall_id', 'uuid'],
  ['slag', 'text'],
  ['handling', 'text'],
  ['bruker', 'text'],
  ['bruker_id', 'uuid'],
  ['enhet', 'text'],
  ['session_ref', 'bytea'],
  ['formaal', 'text'],
  ['saksreferanse', 'text'],
  ['pakke', 'text'],
  ['utfall', 'text'],
  ['innhold', 'jsonb'],
  ['konvolutt', 'bytea'],
] as const;

/** One row by column, and the references of everybody it concerns, each once. `innhold` is as `toOrdnetJson` writes it. */
export type Radverdier = {
  kolonner: Record<(typeof SATTE_KOLONNER)[number][0], string | Buffer | null>;
  subjektRefs: readonly Buffer[];
};

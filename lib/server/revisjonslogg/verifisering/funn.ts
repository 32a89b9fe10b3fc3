/** What verification can find. Each kind says what was done to the log, and where. */
import 'server-only';
import type { Skriverfunn } from '#lib/server/revisjonslogg/merke/skriverfiler.ts';

/** A row as far as it can be named: `indeks` is its leaf. */
export type Radsted = { id: string; tidspunkt: string; indeks: number | null };

export type Funn =
  /** What was found when the rows were sealed, and stands in the witness. */
  | Skriverfunn
  /** The row says something else than when it was sealed. */
  | { slag: 'rad-endret'; rad: Radsted }
  /** The leaf has no row. */
  | { slag: 'rad-fjernet'; rad: Radsted }
  /** The row claims a place below what was sealed, and was not sealed. */
  | { slag: 'rad-satt-inn-etter'; rad: Radsted }
  /** Sealed among rows of another time: written later, or earlier, than it says. */
  | { slag: 'tidspunkt-avvik'; rad: Radsted }
  /** Leaves `fra` up to but not with `til` are not there. */
  | { slag: 'blad-mangler'; fra: number; til: number }
  /** Leaves from `fra` on that no checkpoint speaks of: the checkpoint over them is gone. */
  | { slag: 'blad-uten-sjekkpunkt'; fra: number }
  /** The leaf is another than the witness has. */
  | { slag: 'blad-endret'; rad: Radsted }
  /** From this size on the leaves do not give the root that was signed: something before it was changed. */
  | { slag: 'rot-avvik'; stoerrelse: number }
  | { slag: 'ugyldig-signatur'; kilde: 'logg' | 'vitne'; nummer: number }
  /** Checkpoints `fra` up to and with `til`, which the others or the witness say there are. */
  | { slag: 'sjekkpunkt-mangler'; fra: number; til: number }
  /** The witness has another checkpoint with this number. */
  | { slag: 'sjekkpunkt-avvik'; nummer: number }
  /** Somebody was added to a row after it was written, or left behind by one that was removed. */
  | { slag: 'subjekt-uten-rad'; radId: string; tidspunkt: string }
  /** One call has two ends. */
  | { slag: 'to-utfall'; kallId: string };

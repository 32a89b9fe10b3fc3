/** How far the revisjonslogg is sealed and when it was last verified, as its readers see it: figures, and nobody. */
import { z } from 'zod';
import { LOGGALARMER } from '#lib/domain/drift/drift.ts';

const Tidspunkt = z.iso.datetime();

export const Forseglingsvisning = z.strictObject({
  /** The newest checkpoint: when, and over how many rows. Null: nothing was ever sealed. */
  sjekkpunkt: z.strictObject({ tidspunkt: Tidspunkt, rader: z.int().nonnegative() }).nullable(),
  /** The newest verification that ended. Null: the log knows of none. */
  kontroll: z.strictObject({ tidspunkt: Tidspunkt, erUendret: z.boolean() }).nullable(),
  alarmer: z.array(z.enum(LOGGALARMER)),
});
export type Forseglingsvisning = z.infer<typeof Forseglingsvisning>;

/**
 * An oppslag as the one who made it finds it again: by receipt, never by number or name. The schema is the whole of what
 * may be said of it, so that a list of them can never hold a person.
 */
import { z } from 'zod';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';

/** Times are ISO date-times; `utloeper` is when the result can no longer be read, `formaal` an id of the catalogue. */
export const MittOppslag = z.strictObject({
  oppslagId: z.uuid(),
  /** The act in the revisjonslogg. */
  handlingId: z.uuid(),
  tidspunkt: z.iso.datetime(),
  utloeper: z.iso.datetime(),
  formaal: z.string(),
  saksreferanse: z.string(),
  pakke: z.enum(PAKKER),
});
export type MittOppslag = z.infer<typeof MittOppslag>;

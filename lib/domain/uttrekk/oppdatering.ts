/** An uttrekk that is held up to date, as its orderer sees it: how many something has happened to, and never who. */
import { z } from 'zod';

const Tidspunkt = z.iso.datetime();

/** PUT /api/uttrekk/{uttrekkId}/oppdatering: whether it is to be held up to date. */
export const OppdateringRequest = z.strictObject({ holdes: z.boolean() });
export type OppdateringRequest = z.infer<typeof OppdateringRequest>;

/** The answer of POST and PUT /api/uttrekk/{uttrekkId}/oppdatering. */
export const Oppdatering = z.strictObject({
  /** Why it cannot be: the package's hendelser name nobody, or its persons are too few to be counted. Null: it can. */
  hinder: z.enum(['pakke', 'faaPersoner']).nullable(),
  /** Null while it is not held up to date. */
  holdt: z
    .strictObject({
      /**
       * `starter`: the worker has yet to read to the end. `henger`: what is told is of `ajour`, longer ago than it should
       * be. `forGammel`: the register no longer has the hendelser from where it was read, and nothing more comes.
       */
      tilstand: z.enum(['starter', 'foelger', 'henger', 'forGammel']),
      /** Counted from when it was ordered, so that nothing is lost; otherwise from when it was switched on. */
      fraBestilling: z.boolean(),
      /** Null before it is known, and where the order itself named the place in the feed. */
      siden: Tidspunkt.nullable(),
      /** When everything was last known to be read; null while it has not been. */
      ajour: Tidspunkt.nullable(),
      /** The feed has lost something: there may be more than are counted. */
      harHull: z.boolean(),
      /** Persons with a hendelse since; null where it is one to four, which is not told. */
      endret: z.int().nonnegative().nullable(),
    })
    .nullable(),
});
export type Oppdatering = z.infer<typeof Oppdatering>;

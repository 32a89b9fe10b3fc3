/**
 * A filter that a reader of the log has given a name, for another day. Rule: it never holds a person. The filter has no
 * field for one, and what looks like a number is refused in the fields where it could be typed.
 */
import { z } from 'zod';
import { Loggfilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { VISNINGSNAVN_MAKS } from '#lib/domain/revisjonslogg/visningsnavn.ts';
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';

const Navn = z
  .string()
  .trim()
  .min(1)
  .max(VISNINGSNAVN_MAKS)
  .refine((navn) => !hasPersonnummer(navn));

const UtenPerson = Loggfilter.refine((filter) =>
  [filter.bruker, filter.saksreferanse, filter.formaal].every((tekst) => !hasPersonnummer(tekst ?? '')),
);

/** `versjon` is the one that was seen: a view that another window has changed since is not overwritten. */
export const VisningRequest = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('list') }),
  z.strictObject({ slag: z.literal('lagre'), navn: Navn, filter: UtenPerson }),
  z.strictObject({ slag: z.literal('navngi'), visningId: z.uuid(), versjon: z.int(), navn: Navn }),
  z.strictObject({ slag: z.literal('slett'), visningId: z.uuid(), versjon: z.int() }),
]);
export type VisningRequest = z.infer<typeof VisningRequest>;

/** The answer of all of them: every view of the user, by name. */
export const Loggvisninger = z.strictObject({
  visninger: z.array(
    z.strictObject({ visningId: z.uuid(), navn: z.string(), filter: Loggfilter, versjon: z.int() }),
  ),
});
export type Loggvisninger = z.infer<typeof Loggvisninger>;
export type Loggvisning = Loggvisninger['visninger'][number];

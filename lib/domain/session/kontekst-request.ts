/**
 * Package, purpose and case number as the server takes them, in every request that says why something is asked for. Rule:
 * a case number stands in the revisjonslogg and is read by others, so no number of a person is one (security.md N-09).
 */
import { z } from 'zod';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';
import { SAKSREFERANSE_MAKS } from './session.ts';

export const Saksreferanse = z
  .string()
  .trim()
  .max(SAKSREFERANSE_MAKS)
  .refine((tekst) => !hasPersonnummer(tekst));

export const KontekstRequest = z.strictObject({
  pakke: z.enum(PAKKER),
  /** Id of a purpose in the purpose catalogue. */
  formaal: z.string().min(1).max(60),
  saksreferanse: Saksreferanse,
});

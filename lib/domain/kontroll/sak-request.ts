/** What the browser may ask of kontroll. A change of a case names the version that its reader saw. */
import { z } from 'zod';
import type { Bekreftelse } from './bekreftelse.ts';
import { findNotatfeil } from './notat.ts';
import { KILDER, KONTROLLUTFALL, REGEL_IDER } from './sak.ts';

const versjon = z.int().min(1);
/** Words that are kept sealed beside the case; a number of a person has no place in them. */
const Notat = z
  .string()
  .trim()
  .refine((tekst) => findNotatfeil(tekst) === null);

/** POST /api/kontroll/liste. */
export const SakslisteRequest = z.strictObject({
  vis: z.enum(['aapne', 'forfalte', 'hosLeder', 'avsluttede']),
  kilde: z.enum(KILDER).nullable(),
  regel: z.enum(REGEL_IDER).nullable(),
  /** Opaque position: the cases after this one. */
  etter: z
    .string()
    .regex(/^\d{1,16}_[0-9a-f-]{36}$/)
    .nullable(),
});
export type SakslisteRequest = z.infer<typeof SakslisteRequest>;

/** POST /api/kontroll/{sakId}/vurdering. */
export const VurderingRequest = z.strictObject({ versjon, utfall: z.enum(KONTROLLUTFALL), notat: Notat });
export type VurderingRequest = z.infer<typeof VurderingRequest>;

/** POST /api/kontroll/{sakId}/forklaring. */
export const SpoersmaalRequest = z.strictObject({
  versjon,
  spoersmaal: Notat,
  fristDager: z.int().min(1).max(30),
});
export type SpoersmaalRequest = z.infer<typeof SpoersmaalRequest>;

/** PUT /api/forklaring/{sakId}: the employee's answer. */
export const SvarRequest = z.strictObject({ svar: Notat });
export type SvarRequest = z.infer<typeof SvarRequest>;

/** POST /api/kontroll/enhet/{sakId}: the leder's answer. Only what she cannot confirm needs words. */
export const BekreftelseRequest = z.discriminatedUnion('svar', [
  z.strictObject({ versjon, svar: z.literal('bekreftet' satisfies Bekreftelse) }),
  z.strictObject({ versjon, svar: z.literal('ikkeBekreftet' satisfies Bekreftelse), notat: Notat }),
]);
export type BekreftelseRequest = z.infer<typeof BekreftelseRequest>;

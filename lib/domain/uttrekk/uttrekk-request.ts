/**
 * What the browser may ask of an uttrekk. Each change of an order names the `avtrykk` of the order that the user saw, so
 * that nobody orders, approves or overwrites something else than what stood on her screen.
 */
import { z } from 'zod';
import { Begrunnelse } from '#lib/domain/avdekking/begrunnelse-request.ts';
import { Bestilling } from './bestilling.ts';
import { INTERVALLER } from './uttrekksmal.ts';

/** SHA-256 of the order's canonical text, hex. */
const Avtrykk = z.string().regex(/^[0-9a-f]{64}$/);

/** POST /api/uttrekk. The same key from the same user is the same uttrekk, however often it is sent (F-13). */
export const UtkastRequest = z.strictObject({ klientnoekkel: z.uuid(), bestilling: Bestilling });
export type UtkastRequest = z.infer<typeof UtkastRequest>;

/** PUT /api/uttrekk/{uttrekkId}: `avtrykk` is that of the order being replaced. */
export const EndringRequest = z.strictObject({ avtrykk: Avtrykk, bestilling: Bestilling });
export type EndringRequest = z.infer<typeof EndringRequest>;

/** POST /api/uttrekk/{uttrekkId}/bestilling. A reason where the forhåndskontroll asks for one. */
export const BestillRequest = z.strictObject({ avtrykk: Avtrykk, begrunnelse: Begrunnelse.nullable() });
export type BestillRequest = z.infer<typeof BestillRequest>;

/** POST /api/uttrekk/{uttrekkId}/godkjenning, by a leder. */
export const GodkjenningRequest = z.strictObject({
  avtrykk: Avtrykk,
  utfall: z.enum(['godkjent', 'avslaatt']),
  begrunnelse: Begrunnelse,
});
export type GodkjenningRequest = z.infer<typeof GodkjenningRequest>;

/** PUT /api/uttrekk/{uttrekkId}/oenske: pause, go on or cancel. */
export const OenskeRequest = z.strictObject({ oenske: z.enum(['kjoer', 'pause', 'avbryt']) });
export type OenskeRequest = z.infer<typeof OenskeRequest>;

/** POST /api/uttrekk/{uttrekkId}/avklaring: what to do when nobody knows whether the register got the order. */
export const AvklaringRequest = z.strictObject({
  valg: z.enum(['bestillIgjen', 'avbryt']),
  begrunnelse: Begrunnelse,
});
export type AvklaringRequest = z.infer<typeof AvklaringRequest>;

/** POST /api/uttrekk/{uttrekkId}/paa-nytt: a new utkast of the same order. */
export const PaaNyttRequest = z.strictObject({ klientnoekkel: z.uuid() });
export type PaaNyttRequest = z.infer<typeof PaaNyttRequest>;

/** PUT /api/uttrekk/{uttrekkId}/deling: everybody who may download besides the orderer. */
export const DelingRequest = z.strictObject({ brukerIder: z.array(z.uuid()).max(20) });
export type DelingRequest = z.infer<typeof DelingRequest>;

/** POST /api/uttrekk/mottakere: some letters of a colleague's name. */
export const MottakerRequest = z.strictObject({ soek: z.string().trim().min(2).max(60) });
export type MottakerRequest = z.infer<typeof MottakerRequest>;

/** POST /api/uttrekk/{uttrekkId}/sammenligning: starts a comparison with an earlier run; null only reads. */
export const SammenligningRequest = z.strictObject({ medId: z.uuid().nullable() });
export type SammenligningRequest = z.infer<typeof SammenligningRequest>;

/** POST /api/uttrekk/maler. */
export const MalRequest = z.strictObject({ bestilling: Bestilling });
export type MalRequest = z.infer<typeof MalRequest>;

/** PUT /api/uttrekk/maler/{malId}/plan: ordered from `starter` to `slutter`, both included. */
export const PlanRequest = z.strictObject({
  intervall: z.enum(INTERVALLER),
  starter: z.iso.date(),
  slutter: z.iso.date(),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

/**
 * Seeing the addresses of a person with adressebeskyttelse fortrolig: an act of its own, with a reason, for who has the
 * right to fortrolig. Never for strengt fortrolig. What is shown is kept nowhere and is gone after five minutes
 * (product.md section 5, security.md Z-05, Z-08, Z-09).
 */
import type { z } from 'zod';
import type { KildeFeil } from '#lib/domain/oppslag/oppslag.ts';
import type { Seksjon } from '#lib/domain/person/person-view.ts';
import { KontekstRequest } from '#lib/domain/session/kontekst-request.ts';
import { Begrunnelse } from './begrunnelse-request.ts';

export const AvdekkingRequest = KontekstRequest.extend({
  begrunnelse: Begrunnelse,
});
export type AvdekkingRequest = z.infer<typeof AvdekkingRequest>;

export type AvdekkingResult =
  /** The sections of places as they are now at the register; `skjules` is when they must be gone, ISO. */
  | { utfall: 'avdekket'; seksjoner: Seksjon[]; skjules: string }
  /** Strengt fortrolig by now, no longer at the register, or not in what the purpose asks for: one answer for all. */
  | { utfall: 'kanIkkeAvdekkes'; referanse: string }
  /** One of the user's last five reasons: the register was not asked. */
  | { utfall: 'gjenbruktBegrunnelse'; referanse: string }
  | { utfall: 'kildefeil'; grunn: KildeFeil; proevIgjenOmMs: number | null; referanse: string };

/**
 * Nødtilgang: a user puts a rule on who the person is aside, for one person, with a reason and for a time, and others are
 * told (product.md section 5, security.md Z-10). Which rules it can be for stands in `personregel.ts`.
 */
import { z } from 'zod';
import { Begrunnelse } from '#lib/domain/avdekking/begrunnelse-request.ts';
import { KontekstRequest } from '#lib/domain/session/kontekst-request.ts';

export const NoedtilgangRequest = KontekstRequest.extend({
  /** From the refusal: whom it is about, sealed to the user. */
  noekkel: z.string().min(1).max(4_000),
  begrunnelse: Begrunnelse,
});
export type NoedtilgangRequest = z.infer<typeof NoedtilgangRequest>;

export type NoedtilgangResult =
  /** Until `utloeper` (ISO) or until it is given back; the person must be looked up as before. */
  | { utfall: 'gitt'; utloeper: string }
  /** One of the user's last five reasons. */
  | { utfall: 'gjenbruktBegrunnelse'; referanse: string };

/** What the personvernombud and a leder are told: who, when and which rule. Whom it was about stands in the revisjonslogg. */
export type Noedtilgangvarsel = {
  id: string;
  /** The act in the revisjonslogg, with the reason. */
  handlingId: string;
  navn: string;
  enhet: string | null;
  regel: string;
  opprettet: string;
  utloeper: string;
  /** When it was given back; null while it has not been. */
  avsluttet: string | null;
};

/** What is asked about a person's hendelser. Apart from the answers, which the browser has use for. */
import { z } from 'zod';
import { KontekstRequest } from '#lib/domain/session/kontekst-request.ts';

/** POST /api/oppslag/{oppslagId}/hendelser. */
export const HendelserRequest = KontekstRequest;
export type HendelserRequest = z.infer<typeof HendelserRequest>;

/** POST /api/oppslag/{oppslagId}/hendelser/dokument: the person after one of them, by its place in the feed. */
export const HendelsesdokumentRequest = KontekstRequest.extend({
  sekvensnummer: z.string().regex(/^\d{1,16}$/),
});
export type HendelsesdokumentRequest = z.infer<typeof HendelsesdokumentRequest>;

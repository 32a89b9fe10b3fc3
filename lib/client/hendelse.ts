/** The browser's side of a person's hendelser. Each answer is an act's: held by who asked, and put in no cache. */
import { postJson } from '#lib/client/api.ts';
import type { HendelserResult, HendelsesdokumentResult } from '#lib/domain/hendelse/hendelse.ts';
import type { HendelserRequest, HendelsesdokumentRequest } from '#lib/domain/hendelse/hendelse-request.ts';

const toUrl = (oppslagId: string) => `/api/oppslag/${encodeURIComponent(oppslagId)}/hendelser`;

export const postHendelser = (oppslagId: string, request: HendelserRequest) =>
  postJson<HendelserResult>(toUrl(oppslagId), request);

export const postHendelsesdokument = (oppslagId: string, request: HendelsesdokumentRequest) =>
  postJson<HendelsesdokumentResult>(`${toUrl(oppslagId)}/dokument`, request);

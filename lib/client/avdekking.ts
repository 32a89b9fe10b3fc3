/** The browser's side of avdekking. The answer is held by who asked, and put in no cache. */
import { postJson } from '#lib/client/api.ts';
import type { AvdekkingRequest, AvdekkingResult } from '#lib/domain/avdekking/avdekking.ts';

export function postAvdekking(oppslagId: string, request: AvdekkingRequest): Promise<AvdekkingResult> {
  return postJson<AvdekkingResult>(`/api/oppslag/${encodeURIComponent(oppslagId)}/avdekking`, request);
}

/**
 * Starts a job of uttrekk and says what the two kinds of answers look like when there is nothing to give.
 * Source: freg-contract.md sections 1.2 (rows 13 to 15) and 1.3 (`{"feilmelding"}`); OpenAPI: UttrekkJobbResponse and
 * UttrekkDataResponse. Assumption: the texts, and that 400 and 429 of an order have the shape of its answer.
 */
import type { Uttrekksinnhold } from '../uttrekk/jobblager.ts';
import { type Svar, toData } from './svar.ts';
import type { Tjenestekall } from './tjenestekall.ts';

/** How long to wait before the next order when too many jobs are running. Assumption. */
const PROEV_IGJEN_MS = 15_000;

/** The id of a new job, or 429 when the organisation has as many running as it may have. */
export function startJobb(kall: Tjenestekall, createInnhold: () => Uttrekksinnhold): Svar {
  const jobbId = kall.uttrekk.create(kall, createInnhold);
  if (jobbId !== undefined) return toData('uttrekkJobbResponse', { jobbId });
  return toForMangeJobber();
}

export function toForMangeJobber(): Svar {
  return {
    ...toJobbfeil(429, 'For mange uttrekk er under arbeid.'),
    headere: { 'Retry-After': String(PROEV_IGJEN_MS) },
  };
}

export function toJobbfeil(status: 400 | 429, feilmelding: string): Svar {
  return { ...toData('uttrekkJobbResponse', { feilmelding }), status };
}

export function toDatafeil(status: 400 | 404 | 410, feilmelding: string): Svar {
  return { ...toData('uttrekkDataResponse', { feilmelding }), status };
}

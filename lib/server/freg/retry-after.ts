/**
 * How long to wait before the next attempt: the longer of what the register asks for and our own backoff with full
 * jitter (security.md ).
 */
import 'server-only';

/** No wait is longer than this, whatever the header says (security.md R-01). */
const MAKS_VENT_MS = 120_000;

const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Milliseconds that a `Retry-After` asks for, at most MAKS_VENT_MS; null when it says nothing usable.
 *
 * The register documents milliseconds where HTTP has seconds, and a known client reads seconds (freg-contract.md
 * section 1.3, section 9 no 8). Hence 1000 and up are milliseconds, less than that seconds.
 * @param naa milliseconds since the epoch, for a header that is an HTTP date.
 */
export function parseRetryAfter(header: string | undefined, naa: number): number | null {
  const tekst = header?.trim() ?? '';
  if (/^\d+$/.test(tekst)) {
    const tall = Number(tekst);
    return Math.min(tall >= 1000 ? tall : tall * 1000, MAKS_VENT_MS);
  }
  // Date.parse finds a date in nearly anything, so the form is checked first.
  const tidspunkt = HTTP_DATE.test(tekst) ? Date.parse(tekst) : Number.NaN;
  return Number.isNaN(tidspunkt) ? null : Math.min(Math.max(tidspunkt - naa, 0), MAKS_VENT_MS);
}

/**
 * Backoff with full jitter: uniform between 0 and `minMs` doubled for every attempt after the first, at most `maksMs`.
 * @param forsoek attempts made so far, 1 or more.
 */
export function createBackoffMs(
  grenser: { minMs: number; maksMs: number },
  forsoek: number,
  random: () => number,
): number {
  return Math.round(random() * Math.min(grenser.maksMs, grenser.minMs * 2 ** (forsoek - 1)));
}

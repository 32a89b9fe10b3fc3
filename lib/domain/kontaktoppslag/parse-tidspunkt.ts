/**
 * Moments as KRR writes them. Rule: what cannot be read is null and never an invalid date, since a comparison with one is
 * false whichever way it is put (krr-maskinporten.md section 0 no 1).
 */

/** A date, the time of day to the second or finer, and an offset: `Z`, `+01:00`, or `+02` with the hours alone. */
const TIDSPUNKT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2})(:?\d{2})?$/;

/** ISO in UTC, or null for what is no moment. */
export function parseTidspunkt(verdi: unknown): string | null {
  const [, tid, sone, minutter = ':00'] = (typeof verdi === 'string' && TIDSPUNKT.exec(verdi.trim())) || [];
  if (tid === undefined || sone === undefined) return null;
  const ms = Date.parse(sone === 'Z' ? `${tid}Z` : `${tid}${sone}:${minutter.replace(':', '')}`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** How long what she has said of how to reach her is good for (eForvaltningsforskriften § 32). */
const MAANEDER = 18;

/** The same day and time 18 months before; the last day of that month where it has no such day. */
export function toFerskhetsgrense(naa: Date): Date {
  const grense = new Date(naa);
  grense.setUTCMonth(naa.getUTCMonth() - MAANEDER);
  if (grense.getUTCDate() !== naa.getUTCDate()) grense.setUTCDate(0);
  return grense;
}

/** Whether the later of the moments is within 18 months; without one that can be read it is not. */
export function isFersk(tidspunkter: readonly (string | null)[], naa: Date): boolean {
  const grense = toFerskhetsgrense(naa).getTime();
  return tidspunkter.some((tidspunkt) => tidspunkt !== null && Date.parse(tidspunkt) > grense);
}

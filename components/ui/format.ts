/**
 * Dates, times, numbers and person numbers as tables and lists write them (product.md section 9); running text has
 * `showDato` of lib/domain/person/show-verdi.ts.
 * Rule: a value that is not what it should be is shown as it stands, never guessed at and never dropped.
 */

const LOCALE = 'nb-NO';
const TIME_ZONE = 'Europe/Oslo';
const datoITabell = new Intl.DateTimeFormat(LOCALE, {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
});
const oslo = new Intl.DateTimeFormat(LOCALE, {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
});
const oslooffset = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });
const tall = new Intl.NumberFormat(LOCALE);

/** A real calendar date `yyyy-MM-dd`, else null. */
function parseDato(dato: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dato)) return null;
  const parsed = new Date(`${dato}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== dato ? null : parsed;
}

/** `2014-06-05` → `05.06.2014`. */
export function showDatoITabell(dato: string): string {
  const parsed = parseDato(dato);
  return parsed ? datoITabell.format(parsed) : dato;
}

/** ISO date-time → `05.06.2014 kl. 14.05`, in Norwegian time. A bare date is shown as a date. */
export function showTidspunkt(tidspunkt: string): string {
  if (parseDato(tidspunkt)) return showDatoITabell(tidspunkt);
  const parsed = new Date(tidspunkt);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(tidspunkt) || Number.isNaN(parsed.getTime())) return tidspunkt;
  const parts = Object.fromEntries(oslo.formatToParts(parsed).map((part) => [part.type, part.value]));
  return `${parts.day}.${parts.month}.${parts.year} kl. ${parts.hour}.${parts.minute}`;
}

/** ISO date-time → `14.05.09`, in Norwegian time: where the day goes without saying and two may share a minute. */
export function showKlokkeslett(tidspunkt: string): string {
  const parsed = new Date(tidspunkt);
  if (Number.isNaN(parsed.getTime())) return tidspunkt;
  const parts = Object.fromEntries(oslo.formatToParts(parsed).map((part) => [part.type, part.value]));
  return `${parts.hour}.${parts.minute}.${parts.second}`;
}

/** The day in Norway on which a date or date-time falls, as `yyyy-MM-dd`; anything else as it stands. */
export function toDag(tidspunkt: string): string {
  const parsed = new Date(tidspunkt);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(tidspunkt) || Number.isNaN(parsed.getTime())) return tidspunkt;
  const parts = Object.fromEntries(oslo.formatToParts(parsed).map((part) => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** `10000` → `10 000` (no-break space). */
export function showHeltall(antall: number): string {
  return tall.format(antall);
}

/** Eleven digits → `DDMMYY NNNNN`. */
export function showPersonidentifikator(nummer: string): string {
  return /^\d{11}$/.test(nummer) ? `${nummer.slice(0, 6)} ${nummer.slice(6)}` : nummer;
}

/** The first or last instant of a day in Norway as ISO date-time with offset; null when it is no date. */
export function parseDoegngrense(dato: string, grense: 'start' | 'slutt'): string | null {
  if (!parseDato(dato)) return null;
  const klokke = grense === 'start' ? '00:00:00.000' : '23:59:59.999';
  const offset = oslooffset
    .formatToParts(new Date(`${dato}T${klokke}Z`))
    .find((part) => part.type === 'timeZoneName')
    ?.value.slice('GMT'.length);
  return `${dato}T${klokke}${offset || 'Z'}`;
}

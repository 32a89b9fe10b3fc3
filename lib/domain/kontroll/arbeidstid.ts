/** When people are at work in Norway: the clock on the wall, weekends, and the holidays of the year (K13). */

const oslo = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DOEGN_MS = 86_400_000;

/** Days from Easter Sunday: Maundy Thursday to Easter Monday, Ascension Day, Whit Sunday and Monday. */
const ETTER_PAASKE = [-3, -2, 0, 1, 39, 49, 50];
const FASTE = ['01-01', '05-01', '05-17', '12-25', '12-26'];

/** Easter Sunday of a year as UTC midnight (the Gregorian computus of Meeus, Jones and Butcher). */
function toPaaskedag(aar: number): number {
  const a = aar % 19;
  const b = Math.floor(aar / 100);
  const c = aar % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(aar, Math.floor(f / 31) - 1, (f % 31) + 1);
}

/** Whether a date `yyyy-MM-dd` is a public holiday in Norway. Sundays are not counted as such. */
export function isHelligdag(dag: string): boolean {
  if (FASTE.includes(dag.slice(5))) return true;
  const avstand = (Date.parse(`${dag}T00:00:00Z`) - toPaaskedag(Number(dag.slice(0, 4)))) / DOEGN_MS;
  return ETTER_PAASKE.includes(avstand);
}

/** A moment by the clock in Norway: the day `yyyy-MM-dd` and the time `HH:mm`. */
export function toVeggklokke(tidspunkt: string): { dag: string; klokke: string } {
  const deler = Object.fromEntries(
    oslo.formatToParts(new Date(tidspunkt)).map(({ type, value }) => [type, value]),
  );
  const { year = '', month = '', day = '', hour = '', minute = '' } = deler;
  return { dag: `${year}-${month}-${day}`, klokke: `${hour}:${minute}` };
}

export type Arbeidstid = { fra: string; til: string };

/** Why a moment is outside working hours; null when it is not. */
export function findFritid(
  tidspunkt: string,
  { fra, til }: Arbeidstid,
): 'helligdag' | 'helg' | 'kveldEllerNatt' | null {
  const { dag, klokke } = toVeggklokke(tidspunkt);
  if (isHelligdag(dag)) return 'helligdag';
  if ([0, 6].includes(new Date(`${dag}T00:00:00Z`).getUTCDay())) return 'helg';
  return klokke < fra || klokke >= til ? 'kveldEllerNatt' : null;
}

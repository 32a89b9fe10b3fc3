/**
 * Days are whole numbers counted from 1970-01-01 (Norwegian calendar days), because they sort, subtract and fit in
 * typed arrays; they become text only in a document. Moments carry Norway's offset, as the register's do
 * (freg-contract.md section 2: date-time with offset, 0 to 9 fraction digits).
 */

export const DAGER_I_AAR = 365.2425;

const TO_SIFFER = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

/** The day number of a date; `maaned` is 1 to 12. */
export function toDag(aar: number, maaned: number, dag: number): number {
  return Math.floor(Date.UTC(aar, maaned - 1, dag) / 86_400_000);
}

/** The day number of `yyyy-MM-dd`. Throws RangeError for anything else. */
export function parseDag(iso: string): number {
  const dag = Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(dag)) throw new RangeError('Datoen må være skrevet yyyy-MM-dd.');
  return dag;
}

export type Kalenderdag = { aar: number; maaned: number; dag: number };

/** Year, month (1 to 12) and day of a day number, without the cost of a Date (Hinnant's civil-from-days). */
export function toKalenderdag(dagnummer: number): Kalenderdag {
  const z = dagnummer + 719_468;
  const aera = Math.floor(z / 146_097);
  const dagIAera = z - aera * 146_097;
  const aarIAera = Math.floor(
    (dagIAera -
      Math.floor(dagIAera / 1460) +
      Math.floor(dagIAera / 36_524) -
      Math.floor(dagIAera / 146_096)) /
      365,
  );
  const dagIAar = dagIAera - (365 * aarIAera + Math.floor(aarIAera / 4) - Math.floor(aarIAera / 100));
  const m = Math.floor((5 * dagIAar + 2) / 153);
  const dag = dagIAar - Math.floor((153 * m + 2) / 5) + 1;
  const maaned = m < 10 ? m + 3 : m - 9;
  return { aar: aarIAera + aera * 400 + (maaned <= 2 ? 1 : 0), maaned, dag };
}

/** `yyyy-MM-dd` */
export function formatDato(dagnummer: number): string {
  const { aar, maaned, dag } = toKalenderdag(dagnummer);
  return `${aar}-${TO_SIFFER[maaned]}-${TO_SIFFER[dag]}`;
}

/** Summer time by the rule of 1996 (last Sunday of March to last Sunday of October); none before 1980. */
function hasSommertid(dagnummer: number): boolean {
  const { aar, maaned } = toKalenderdag(dagnummer);
  if (aar < 1980 || maaned < 3 || maaned > 10) return false;
  if (maaned > 3 && maaned < 10) return true;
  const sisteDag = toDag(aar, maaned, 31);
  const sisteSoendag = sisteDag - ((sisteDag + 4) % 7);
  return maaned === 3 ? dagnummer > sisteSoendag : dagnummer <= sisteSoendag;
}

/** The start of a Norwegian day with its offset: `2019-06-05T00:00:00+02:00`. */
export function formatMidnatt(dagnummer: number): string {
  return `${formatDato(dagnummer)}T00:00:00${hasSommertid(dagnummer) ? '+02:00' : '+01:00'}`;
}

/** The same moment in UTC: `2019-06-04T22:00:00Z`. */
export function formatMidnattUtc(dagnummer: number): string {
  return `${formatDato(dagnummer - 1)}T${hasSommertid(dagnummer) ? '22' : '23'}:00:00Z`;
}

/** A moment in the working hours of a day, to the microsecond; `h` (32 bits) chooses which. */
export function formatTidspunkt(dagnummer: number, h: number): string {
  const time = TO_SIFFER[6 + (h & 7)];
  const minutt = TO_SIFFER[((h >>> 3) & 0xff) % 60];
  const sekund = TO_SIFFER[((h >>> 11) & 0xff) % 60];
  return `${formatDato(dagnummer)}T${time}:${minutt}:${sekund}.${String(100_000 + ((h >>> 12) % 900_000))}Z`;
}

/** The Norwegian calendar day of a moment in milliseconds. */
export function toNorskDag(ms: number): number {
  return Math.floor((ms + toForskyvning(Math.floor(ms / 86_400_000)) * 3_600_000) / 86_400_000);
}

/** A moment in milliseconds with Norway's offset: `2026-03-04T09:12:33.123+01:00`. */
export function formatOeyeblikk(ms: number): string {
  const timer = toForskyvning(Math.floor(ms / 86_400_000));
  const lokal = ms + timer * 3_600_000;
  const dag = Math.floor(lokal / 86_400_000);
  const rest = lokal - dag * 86_400_000;
  const time = TO_SIFFER[Math.floor(rest / 3_600_000)];
  const minutt = TO_SIFFER[Math.floor(rest / 60_000) % 60];
  const sekund = TO_SIFFER[Math.floor(rest / 1000) % 60];
  const tusendel = String(1000 + (rest % 1000)).slice(1);
  return `${formatDato(dag)}T${time}:${minutt}:${sekund}.${tusendel}+0${timer}:00`;
}

/** Hours before UTC on a day. */
function toForskyvning(dagnummer: number): 1 | 2 {
  return hasSommertid(dagnummer) ? 2 : 1;
}

/**
 * Days are whole numbers counted from 1970-01-01 (Norwegian calendar days), because they sort, subtract and fit in
 * typed arrays; they become text only in a document. Moments carry Norway's offset, as the register's do
 * (freg-contract.md section 2: date-time with offset, 0 to 9 fraction digits).
 */

import { TO_SIFFER, TRE_SIFFER } from './siffer.ts';

export const DAGER_I_AAR = 365.2425;

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

/** Documents hold the same days over and over: within this span the text of a day is made once. */
const HUSKES_FRA = toDag(1860, 1, 1);
const HUSKES_TIL = toDag(2060, 1, 1);

function createDagformat(format: (dagnummer: number) => string): (dagnummer: number) => string {
  const husket: (string | undefined)[] = new Array(HUSKES_TIL - HUSKES_FRA).fill(undefined);
  return (dagnummer) => {
    if (dagnummer < HUSKES_FRA || dagnummer >= HUSKES_TIL) return format(dagnummer);
    const plass = dagnummer - HUSKES_FRA;
    const tekst = husket[plass] ?? format(dagnummer);
    husket[plass] = tekst;
    return tekst;
  };
}

/** `yyyy-MM-dd` */
export const formatDato = createDagformat((dagnummer) => {
  const { aar, maaned, dag } = toKalenderdag(dagnummer);
  return `${aar}-${TO_SIFFER[maaned]}-${TO_SIFFER[dag]}`;
});

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
export const formatMidnatt = createDagformat(
  (dagnummer) => `${formatDato(dagnummer)}T00:00:00${hasSommertid(dagnummer) ? '+02:00' : '+01:00'}`,
);

/** The same moment in UTC: `2019-06-04T22:00:00Z`. */
export const formatMidnattUtc = createDagformat(
  (dagnummer) => `${formatDato(dagnummer - 1)}T${hasSommertid(dagnummer) ? '22' : '23'}:00:00Z`,
);

/** `T06:00:` to `T13:59:`. */
const KLOKKESLETT = Array.from(
  { length: 8 * 60 },
  (_, i) => `T${TO_SIFFER[6 + Math.floor(i / 60)]}:${TO_SIFFER[i % 60]}:`,
);

/** A moment in the working hours of a day, to the microsecond; `h` (32 bits) chooses which. */
export function formatTidspunkt(dagnummer: number, h: number): string {
  const klokkeslett = KLOKKESLETT[(h & 7) * 60 + (((h >>> 3) & 0xff) % 60)];
  const sekund = TO_SIFFER[((h >>> 11) & 0xff) % 60];
  const mikro = 100_000 + ((h >>> 12) % 900_000);
  const tusendeler = Math.floor(mikro / 1000);
  return `${formatDato(dagnummer)}${klokkeslett}${sekund}.${TRE_SIFFER[tusendeler]}${TRE_SIFFER[mikro - tusendeler * 1000]}Z`;
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

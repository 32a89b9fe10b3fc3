/**
 * One act of the revisjonslogg as its readers see it: its rows folded to one, with how it ended, for how many, and what
 * was shown. Apart from the schemas, which are the server's. Persons are keyed references: the same person has the same.
 */

export const HENDELSESSLAG = [
  'INTENT',
  'DISCLOSED',
  'DENIED',
  'FAILED',
  'UNRESOLVED',
  'LOGIN',
  'LOGOUT',
  'RETENTION',
] as const;
export type Hendelsesslag = (typeof HENDELSESSLAG)[number];

/** One row. `tidspunkt` is ISO; `antall` and `avtrykk` are there where the act has them. */
export type Loggrad = {
  id: string;
  kallId: string;
  tidspunkt: string;
  slag: Hendelsesslag;
  utfall: string | null;
  antall: number | null;
  deler: string[];
  felter: string[];
  /** Keyed digest of what was shown, hex: the one in the receipt. */
  avtrykk: string | null;
  /** The first of those concerned. */
  subjekter: string[];
  harFlereSubjekter: boolean;
};

/** What one user did as one act, the first row first. `id` is that of the row it is listed by. */
export type Logghandling = {
  id: string;
  handlingId: string;
  /** What was done, e.g. `OPPSLAG`, `LES_REVISJONSLOGG`. */
  handling: string;
  bruker: string;
  /** The user's name, null where the log's user is no user of the portal. */
  navn: string | null;
  /** The user whose access it was about; null for all other acts, and where the reader is not told. */
  mottaker: { bruker: string; navn: string | null } | null;
  enhet: string | null;
  formaal: string | null;
  saksreferanse: string | null;
  pakke: string | null;
  rader: Loggrad[];
  /** There are more rows than these. */
  harFlereRader: boolean;
};

/** How an act went, the gravest that a reader must know of: one call that nobody knows the end of makes it unknown. */
export const LOGGUTFALL = ['vist', 'avvist', 'feilet', 'uavklart', 'paabegynt'] as const;
export type Loggutfall = (typeof LOGGUTFALL)[number];

/** The kinds of row that a reader who asks for one outcome is looking for. */
export const SLAG_AV_UTFALL: Record<Exclude<Loggutfall, 'paabegynt'>, Hendelsesslag> = {
  vist: 'DISCLOSED',
  avvist: 'DENIED',
  feilet: 'FAILED',
  uavklart: 'UNRESOLVED',
};

const ENDER: readonly Hendelsesslag[] = ['DISCLOSED', 'DENIED', 'FAILED'];

/** @returns `vist` also for what has nothing to show: a sign-in, a deletion that was approved */
export function findLoggutfall({ rader }: Pick<Logghandling, 'rader'>): Loggutfall {
  const ferdige = new Set(rader.filter(({ slag }) => ENDER.includes(slag)).map(({ kallId }) => kallId));
  const har = (soekt: Hendelsesslag) => rader.some(({ slag }) => slag === soekt);
  if (rader.some(({ slag, kallId }) => slag === 'UNRESOLVED' && !ferdige.has(kallId))) return 'uavklart';
  if (har('DISCLOSED') || har('LOGIN') || har('LOGOUT') || har('RETENTION')) return 'vist';
  if (har('DENIED')) return 'avvist';
  return har('FAILED') ? 'feilet' : 'paabegynt';
}

/** The last word on how it ended; null while it has not. */
export function findUtfallsord({ rader }: Pick<Logghandling, 'rader'>): string | null {
  return rader.findLast(({ utfall }) => utfall !== null)?.utfall ?? null;
}

/** The outcome of a call that put persons as rows on the screen. */
const RADER_VIST = 'rader';

/** How many rows of persons were shown; null where the act shows none as rows. */
export function countRaderVist({ rader }: Pick<Logghandling, 'rader'>): number | null {
  const vist = rader.filter(({ utfall }) => utfall === RADER_VIST);
  return vist.length === 0 ? null : vist.reduce((sum, { antall }) => sum + (antall ?? 0), 0);
}

/** The egenskaper that were shown, each once, in the order of the log. */
export function listEgenskaperVist({ rader }: Pick<Logghandling, 'rader'>): string[] {
  return [...new Set(rader.flatMap(({ felter }) => felter.map((felt) => felt.split('.', 1)[0] ?? felt)))];
}

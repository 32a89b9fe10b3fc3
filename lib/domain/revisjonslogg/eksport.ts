/** A file of the revisjonslogg: the rows that fit a filter, for another program. */

export const LOGGFORMATER = ['csv', 'cef'] as const;
export type Loggformat = (typeof LOGGFORMATER)[number];

/** So many rows in one file, the newest of them: what is more is told, and asked for by a narrower filter. */
export const MAKS_EKSPORTRADER = 50_000;

/** How long a file waits for its one download. */
export const EKSPORT_SEKUNDER = 60;

export type LoggeksportSvar =
  /** `filId` is good for one download by the one who asked, within a minute. */
  | { utfall: 'klar'; filId: string; rader: number; erKuttet: boolean }
  /** One of the user's last five reasons: nothing was read. */
  | { utfall: 'gjenbruktBegrunnelse'; referanse: string };

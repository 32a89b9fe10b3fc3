/**
 * What the register client is given from outside: addresses, files, limits, clock, chance and log. It reads no
 * environment and owns no clock, so a test and production run the same code.
 */
import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pakke, Tjeneste } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { FregLogEntry } from './freg-svar.ts';

/** The services this client calls. */
export type FregTjeneste =
  | Extract<
      Tjeneste,
      | 'oppslag'
      | 'entydigsoek'
      | 'soek'
      | 'bulkoppslag'
      | 'uttrekkTilpasset'
      | 'uttrekkKomplett'
      | 'hendelsesliste'
      | 'hendelsesdokument'
    >
  | 'uttrekkBatch'
  | 'sekvensnummer'
  | 'bulkarkiv';

export type Klokke = {
  /** Milliseconds since the epoch. */
  naa: () => number;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  vent: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export const systemKlokke: Klokke = {
  naa: Date.now,
  vent: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};

/** Milliseconds. `forsoekMs` holds one attempt from queue to last byte, `totalMs` all attempts and waits of a call. */
export type Tidsgrenser = {
  connectMs: number;
} & Record<FregTjeneste, { forsoekMs: number; totalMs: number }>;

/** security.md R-04 and section 8.1. */
export const TIDSGRENSER: Tidsgrenser = {
  connectMs: 3_000,
  oppslag: { forsoekMs: 3_000, totalMs: 8_000 },
  entydigsoek: { forsoekMs: 8_000, totalMs: 10_000 },
  soek: { forsoekMs: 8_000, totalMs: 10_000 },
  bulkoppslag: { forsoekMs: 20_000, totalMs: 40_000 },
  bulkarkiv: { forsoekMs: 20_000, totalMs: 40_000 },
  uttrekkTilpasset: { forsoekMs: 30_000, totalMs: 40_000 },
  uttrekkKomplett: { forsoekMs: 30_000, totalMs: 40_000 },
  uttrekkBatch: { forsoekMs: 15_000, totalMs: 15_000 },
  hendelsesliste: { forsoekMs: 15_000, totalMs: 15_000 },
  // Beside a person's document, which is shown without it.
  hendelsesdokument: { forsoekMs: 2_000, totalMs: 3_000 },
  sekvensnummer: { forsoekMs: 15_000, totalMs: 15_000 },
};

/** How this process makes its bulk calls. */
export type Bulkvalg = {
  /** Connections of their own, so that a caseworker's lookup never waits for them (security.md section 8.1). */
  forbindelser: number;
  /** Attempts at one call, the first included. */
  forsoek: number;
};

/** Somebody waits for the answer at a screen: few connections, and a try again at once. */
export const BULK_FOR_SKJERM: Bulkvalg = { forbindelser: 4, forsoek: 3 };
/** Nobody waits. Each try has a row of its own and is spaced by whoever holds the row, so the client makes one. */
export const BULK_FOR_UTTREKK: Bulkvalg = { forbindelser: 20, forsoek: 1 };

/** A person with long history is some hundred kilobytes; more than this is not a person (security.md R-13). */
export const MAKS_BYTES = 5 * 1024 * 1024;
/** A thousand persons at once. */
export const MAKS_BYTES_BULK = 64 * 1024 * 1024;

/** How often to look whether the certificate files have changed: seldom enough to cost nothing. */
export const SERTIFIKAT_KONTROLL_MS = 5_000;

/** The virksomhetssertifikat as files: PEM with its chain and a key, or PKCS#12. */
export type KlientFiler =
  | { certFile: string; keyFile: string; passphrase?: string }
  | { pkcs12File: string; passphrase?: string };

export type FregConfig = {
  /** `https://host[:port][/prefix]`. */
  baseUrl: string;
  /** PEM file with the issuers trusted for the register's certificate; undefined means the runtime's own. */
  ca: string | undefined;
  klient: KlientFiler;
  /** Path of a package without slashes at the ends, e.g. `folkeregisteret/api/finans/v1`. */
  pathFor: (pakke: Pakke) => string;
  tidsgrenser: Tidsgrenser;
  /** The largest answer about one person, and about many. */
  maksBytes: number;
  maksBytesBulk: number;
  bulk: Bulkvalg;
  sertifikatKontrollMs: number;
  log: (entry: FregLogEntry) => void;
  klokke: Klokke;
  /** Uniform in [0, 1), as Math.random. */
  random: () => number;
};

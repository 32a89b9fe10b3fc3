/**
 * What the clients of Maskinporten and KRR are given from outside: addresses, the key, limits, clock and log. They read no
 * environment and own no clock, so a test and production run the same code.
 */
import 'server-only';
import type { Klokke } from '#lib/server/freg/freg-config.ts';
import type { LogFields } from '#lib/server/log/log.ts';

/** What may be logged of a call: shape, never content. */
export type Krrlogg = (
  nivaa: 'info' | 'warn' | 'error',
  hendelse: 'krr.kall' | 'maskinporten.kall' | 'maskinporten.noekkel',
  felter: LogFields,
) => void;

export type KrrConfig = {
  /** Maskinporten's name of itself, to the letter: it is what a grant is for. */
  issuer: string;
  tokenUrl: string;
  clientId: string;
  /** The private key as JWK, with the `kid` that it is registered under. Read for each grant, so it can be exchanged. */
  jwkFile: string;
  /** `https://host[:port]` of KRR. */
  baseUrl: string;
  /** PEM with the issuers trusted for both; undefined means the runtime's own. */
  ca: string | undefined;
  /** Milliseconds: of a connection, of one attempt, and of all attempts and waits of a call. */
  connectMs: number;
  forsoekMs: number;
  totalMs: number;
  log: Krrlogg;
  klokke: Klokke;
  /** Uniform in [0, 1), as Math.random. */
  random: () => number;
};

/** Somebody waits at a screen. */
export const KRR_TIDSGRENSER = { connectMs: 3_000, forsoekMs: 5_000, totalMs: 10_000 };

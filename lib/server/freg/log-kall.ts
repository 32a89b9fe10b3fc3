/**
 * One log line for each attempt, and for each call that was stopped before it was made: shape only, never content
 * (security.md R-20). Built here field by field, so that a line cannot get more than this.
 */
import 'server-only';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { FregConfig, FregTjeneste } from './freg-config.ts';
import type { FregLogEntry } from './freg-svar.ts';
import { MAL } from './url.ts';

/** A call as far as the log may know it. */
export type Loggbar = { tjeneste: FregTjeneste; pakke: Pakke; requestId: string | undefined };
type Hvordan = { forsoek: number; ms: number; status: number | null; feilkode: string | null };

/** An outcome as the log sees it: what kind, and why where there is a why. */
type Utfall = { kind: string; grunn?: string };

const VENTET = new Set([
  'funnet',
  'treff',
  'bulk',
  'arkiv',
  'bestilt',
  'batch',
  'slutt',
  'ikkeKlar',
  'hendelser',
  'hendelse',
  'uendret',
  'sekvensnummer',
  'ikkeFunnet',
  'avbrutt',
]);

function toNivaa({ kind, grunn }: Utfall): FregLogEntry['nivaa'] {
  if (VENTET.has(kind)) return 'info';
  return kind === 'ugyldigSvar' && grunn === 'feilPerson' ? 'error' : 'warn';
}

function toKode({ kind, grunn }: Utfall, feilkode: string | null): string {
  return [kind, grunn ?? null, feilkode].filter((ledd) => ledd !== null).join(':');
}

/** Logs how `kall` ended: `forsoek` 0 where no call was made, `ms` of this attempt alone. */
export function logKall(log: FregConfig['log'], kall: Loggbar, svar: Utfall, hvordan: Hvordan): void {
  const { forsoek, ms, status, feilkode } = hvordan;
  log({
    nivaa: toNivaa(svar),
    hendelse: 'freg.kall',
    mal: MAL[kall.tjeneste],
    pakke: kall.pakke,
    ms,
    forsoek,
    kode: toKode(svar, feilkode),
    ...(status === null ? {} : { status }),
    ...(kall.requestId === undefined ? {} : { requestId: kall.requestId }),
  });
}

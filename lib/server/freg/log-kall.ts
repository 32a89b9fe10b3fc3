/**
 * One log line for each attempt, and for each call that was stopped before it was made: shape only, never content
 * (security.md R-20). Built here field by field, so that a line cannot get more than this.
 */
import 'server-only';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { FregConfig, FregTjeneste } from './freg-config.ts';
import type { FregLogEntry, FregSvar } from './freg-svar.ts';
import { MAL } from './url.ts';

type Loggbar = { tjeneste: FregTjeneste; pakke: Pakke; requestId: string | undefined };
type Hvordan = { forsoek: number; ms: number; status: number | null; feilkode: string | null };

function toNivaa(svar: FregSvar): FregLogEntry['nivaa'] {
  if (svar.kind === 'funnet' || svar.kind === 'ikkeFunnet' || svar.kind === 'avbrutt') return 'info';
  return svar.kind === 'ugyldigSvar' && svar.grunn === 'feilPerson' ? 'error' : 'warn';
}

function toKode(svar: FregSvar, feilkode: string | null): string {
  const grunn = 'grunn' in svar ? svar.grunn : null;
  return [svar.kind, grunn, feilkode].filter((ledd) => ledd !== null).join(':');
}

/** Logs how `kall` ended: `forsoek` 0 where no call was made, `ms` of this attempt alone. */
export function logKall(log: FregConfig['log'], kall: Loggbar, svar: FregSvar, hvordan: Hvordan): void {
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

/**
 * What the engine does about a call that gave no answer. One table, so that no place invents its own: what waiting may
 * heal is waited for, what only a person can mend stops (security.md R-03, section 8.3).
 */
import 'server-only';
import type { Motorfeil } from '#lib/domain/uttrekk/merknad.ts';
import type { FregFeil } from '#lib/server/freg/freg-svar.ts';

export type Reaksjon =
  /** The register asked us to wait, or the circuit is open: no try was spent. */
  | { kind: 'vent'; ms: number }
  /** A try was spent; another may end better. */
  | { kind: 'proevIgjen' }
  | { kind: 'stopp'; feil: Motorfeil };

/** How long to leave a register alone whose circuit is open. */
const KRETS_VENT_MS = 5_000;

export function toReaksjon(svar: FregFeil): Reaksjon {
  switch (svar.kind) {
    case 'opptatt':
      return { kind: 'vent', ms: svar.proevIgjenOmMs };
    case 'avbrutt':
      return { kind: 'vent', ms: 0 };
    case 'utilgjengelig':
      return svar.grunn === 'kretsAapen' ? { kind: 'vent', ms: KRETS_VENT_MS } : { kind: 'proevIgjen' };
    case 'tidsavbrudd':
    case 'ugyldigSvar':
    // Whole services have answered 404 for hours (freg-contract.md section 8 no 1).
    case 'ikkeFunnet':
      return { kind: 'proevIgjen' };
    case 'ugyldigForespoersel':
    case 'ugyldigDel':
      return { kind: 'stopp', feil: 'avvistAvRegisteret' };
    case 'ikkeAutentisert':
    case 'manglerTilgang':
    case 'sertifikat':
      return { kind: 'stopp', feil: svar.kind };
    case 'blokkertAvBrannmur':
      return { kind: 'stopp', feil: 'blokkertAvBrannmur' };
  }
}

/** The outcome as the revisjonslogg has it: kind, and why where there is a why. */
export function toUtfall(svar: { kind: string; grunn?: string }): string {
  return svar.grunn === undefined ? svar.kind : `${svar.kind}:${svar.grunn}`;
}

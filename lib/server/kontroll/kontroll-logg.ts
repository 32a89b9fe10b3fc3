/** The rows that kontroll itself leaves: who looked at whose act, and what she decided. The case names the rest. */
import 'server-only';
import type { Plan, Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { runHandling } from '#lib/server/revisjonslogg/run-handling.ts';
import type { Session } from '#lib/server/session/session-store.ts';

export type Kontrollhandling =
  | 'KONTROLL_LISTE'
  | 'KONTROLL_SAK'
  | 'KONTROLL_VURDERING'
  | 'KONTROLL_FORKLARING';

/** @param sakId null for what is about many */
function toPlan(aktoer: Session, handling: Kontrollhandling, sakId: string | null, kriterier: unknown): Plan {
  return {
    aktoer,
    handling,
    formaal: null,
    saksreferanse: null,
    pakke: null,
    deler: [],
    subjekter: [],
    kriterier,
    ...(sakId === null ? {} : { gjelder: { sak: sakId } }),
  };
}

type Rad = { handling: Kontrollhandling; sakId: string | null; utfall: string; kriterier?: unknown };

/**
 * Runs `work` between its two rows (`runHandling`), and gives what it gave.
 * @param rad `kriterier` is kept sealed
 */
export function withRad<T extends object>(
  revisjonslogg: Revisjonslogg,
  aktoer: Session,
  { handling, sakId, utfall, kriterier = null }: Rad,
  work: () => Promise<T>,
): Promise<Disclosed<T>> {
  const plan = toPlan(aktoer, handling, sakId, kriterier);

  return runHandling(revisjonslogg, { plan, utfall, work });
}

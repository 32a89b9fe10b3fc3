/** The rows that kontroll itself leaves: who looked at whose act, and what she decided. The case names the rest. */
import 'server-only';
import { isAppError } from '#lib/domain/feil.ts';
import type { Act, Plan, Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
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

async function endFailed(act: Act, error: unknown): Promise<void> {
  await act.fail(null, isAppError(error) && error.kode === 'KONFLIKT' ? 'konflikt' : 'internFeil');
}

/**
 * Runs `work` between its two rows, and gives what it gave as something that may leave. Throws
 * REVISJONSLOGG_UTILGJENGELIG, and then nothing was done or nothing is shown; and what `work` throws, which is a row too.
 * @param rad `kriterier` is kept sealed
 */
export async function withRad<T>(
  revisjonslogg: Revisjonslogg,
  aktoer: Session,
  { handling, sakId, utfall, kriterier = null }: Rad,
  work: () => Promise<T>,
): Promise<Disclosed<T>> {
  const act = await revisjonslogg.intend(toPlan(aktoer, handling, sakId, kriterier));
  let value: T;
  try {
    value = await work();
  } catch (error) {
    await endFailed(act, error);
    throw error;
  }

  return act.disclose(value, { utfall, subjekter: [], felter: [] });
}

/**
 * One act of the portal's own, between its two rows: the one that says what is about to be done and the one that says how
 * it went. For what asks the register of nobody; what does ends in more ways and says so itself.
 */
import 'server-only';
import { isAppError } from '#lib/domain/feil.ts';
import type { Plan, Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';

/** The log's words for what an act may be stopped by; all else is a fault of ours. */
const STOPPET: Readonly<Record<string, string>> = { KONFLIKT: 'konflikt', IKKE_FUNNET: 'ikkeFunnet' };

const toUtfall = (error: unknown): string => (isAppError(error) && STOPPET[error.kode]) || 'internFeil';

/** What leaves has a digest in its row, and nothing at all has none: an act that gives nothing gives null. */
type Svar = object | null;

type Handling<T extends Svar> = {
  plan: Plan;
  /** The log's word for an act that was done. */
  utfall: string;
  /** The act that this one is a part of; left out it is one of its own. */
  handlingId?: string;
  work: () => Promise<T>;
};

/**
 * Gives what `work` gave as something that may leave. Throws REVISJONSLOGG_UTILGJENGELIG, and then nothing was done or
 * nothing is shown; and what `work` throws, which is a row too.
 */
export async function runHandling<T extends Svar>(
  revisjonslogg: Revisjonslogg,
  { plan, utfall, handlingId, work }: Handling<T>,
): Promise<Disclosed<T>> {
  const act = await revisjonslogg.intend(plan, handlingId);
  let value: T;
  try {
    value = await work();
  } catch (error) {
    await act.fail(null, toUtfall(error));
    throw error;
  }

  return act.disclose(value, { utfall, subjekter: [], felter: [] });
}

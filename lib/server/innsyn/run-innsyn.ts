/**
 * Innsyn for one person. Searching the log for her is an act with a reason, committed before the log is read, and another
 * row before anything of it is shown (security.md A-15, P-01).
 */
import 'server-only';
import { isAppError } from '#lib/domain/feil.ts';
import type { Innsynskrav, Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Innsynsdeps } from '#lib/server/innsyn/deps.ts';
import { makeSvar } from '#lib/server/innsyn/make-svar.ts';
import type { Act, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';

/** Reads and discloses within an act that has begun. A fault of ours is its end. */
export async function discloseSvar(
  act: Act,
  subjekter: readonly string[],
  make: () => Promise<Innsynssvar>,
): Promise<Disclosed<Innsynssvar>> {
  try {
    const svar = await make();

    return await act.disclose(svar, { utfall: 'vist', subjekter, felter: [], antall: svar.linjer.length });
  } catch (error) {
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}

/** Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written, and then nothing is read or shown. */
export async function runInnsyn(
  deps: Innsynsdeps,
  { session, body }: Pick<Kall<Innsynskrav>, 'session' | 'body'>,
): Promise<Disclosed<Innsynssvar>> {
  const { saksreferanse, fra, til } = body;
  const numre = [...new Set(body.numre)];
  const laget = new Date().toISOString();
  const plan: Plan = {
    aktoer: session,
    handling: 'INNSYN',
    formaal: null,
    saksreferanse: saksreferanse || null,
    pakke: null,
    deler: [],
    subjekter: numre,
    kriterier: body,
  };
  const act = await deps.revisjonslogg.intend(plan);
  const svar = { handlingId: act.handlingId, numre, fra, til, laget, saksreferanse };

  return discloseSvar(act, numre, () => makeSvar(deps, session.brukerId, svar, null));
}

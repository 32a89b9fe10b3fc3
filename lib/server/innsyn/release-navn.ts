/**
 * The names of employees in one answer. Rule: withheld unless somebody decided otherwise for this very answer, with a
 * reason; the decision is an act of its own and its row names the answer (security.md P-02; C-579/21). Another answer has no names.
 */
import 'server-only';
import type { Innsynssvar, Navneavgjoerelse } from '#lib/domain/innsyn/innsyn.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Innsynsdeps } from '#lib/server/innsyn/deps.ts';
import { makeSvar } from '#lib/server/innsyn/make-svar.ts';
import { discloseSvar } from '#lib/server/innsyn/run-innsyn.ts';
import { readSvarId } from '#lib/server/innsyn/svar-id.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';

/** The same answer with the names. Throws UGYLDIG_INNHOLD for an answer that is not the user's. */
export async function releaseNavn(
  deps: Innsynsdeps,
  { session, body }: Pick<Kall<Navneavgjoerelse>, 'session' | 'body'>,
): Promise<Disclosed<Innsynssvar>> {
  const { begrunnelse, avgjoertAv } = body;
  const svar = readSvarId(deps.svarKey, session.brukerId, body.svarId);
  const act = await deps.revisjonslogg.intend({
    aktoer: session,
    handling: 'INNSYN_NAVN',
    formaal: null,
    saksreferanse: svar.saksreferanse || null,
    pakke: null,
    deler: [],
    subjekter: svar.numre,
    kriterier: { begrunnelse, avgjoertAv },
    gjelder: { svar: svar.handlingId },
  });
  const avgjoerelse = { avgjoertAv, tidspunkt: new Date().toISOString() };

  return discloseSvar(act, svar.numre, () => makeSvar(deps, session.brukerId, svar, avgjoerelse));
}

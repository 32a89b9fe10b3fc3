/**
 * Holds one access back from one person's letter for a time, or ends that. Rule: each is a decision with a reason and an
 * act of its own, it has a last day, and whoever makes the letter sees what is held back and why (security.md P-03).
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { isGyldigUtloep } from '#lib/domain/innsyn/grenser.ts';
import type { Innsynssvar, Tilbakeholdsvedtak } from '#lib/domain/innsyn/innsyn.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Innsynsdeps } from '#lib/server/innsyn/deps.ts';
import { makeSvar } from '#lib/server/innsyn/make-svar.ts';
import { discloseSvar } from '#lib/server/innsyn/run-innsyn.ts';
import { readSvarId, type Svar } from '#lib/server/innsyn/svar-id.ts';
import { endTilbakehold, getIdag, insertTilbakehold } from '#lib/server/innsyn/tilbakehold-store.ts';
import type { Act } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { listSubjektRefs } from '#lib/server/revisjonslogg/noekler.ts';

type Vedtakskall = Pick<Kall<Tilbakeholdsvedtak>, 'session' | 'body'>;

function intendVedtak({ revisjonslogg }: Innsynsdeps, { session, body }: Vedtakskall, svar: Svar) {
  const { begrunnelse, linjeId, vedtak } = body;

  return revisjonslogg.intend({
    aktoer: session,
    handling: 'INNSYN_TILBAKEHOLD',
    formaal: null,
    saksreferanse: svar.saksreferanse || null,
    pakke: null,
    deler: [],
    subjekter: svar.numre,
    kriterier: { begrunnelse },
    gjelder: { svar: svar.handlingId, linje: linjeId, ...vedtak },
  });
}

/** The line must be one of the answer's: nothing is held back that nobody has seen. */
async function checkLinje(
  deps: Innsynsdeps,
  { session, body }: Vedtakskall,
  svar: Svar,
  act: Act,
): Promise<void> {
  const { linjer } = await makeSvar(deps, session.brukerId, svar, null);
  if (linjer.some(({ id }) => id === body.linjeId)) return;
  await act.fail(null, 'ukjentLinje');
  throw new AppError('IKKE_FUNNET');
}

/**
 * The same answer with the decision in it, and without names.
 * @throws AppError UGYLDIG_INNHOLD for another user's answer, or a day that is past or too far ahead; IKKE_FUNNET for a
 *   line that the answer does not have
 */
export async function changeTilbakehold(
  deps: Innsynsdeps,
  kall: Vedtakskall,
): Promise<Disclosed<Innsynssvar>> {
  const { session, body } = kall;
  const { linjeId, vedtak } = body;
  const svar = readSvarId(deps.svarKey, session.brukerId, body.svarId);
  if (vedtak.slag === 'hold' && !isGyldigUtloep(vedtak.utloeper, await getIdag(deps.pool)))
    throw new AppError('UGYLDIG_INNHOLD');
  const act = await intendVedtak(deps, kall, svar);

  return discloseSvar(act, svar.numre, async () => {
    await checkLinje(deps, kall, svar, act);
    if (vedtak.slag === 'hold') {
      const refs = svar.numre.map((nummer) => deps.revisjonslogg.toSubjektRef(nummer));
      await insertTilbakehold(deps.pool, act.handlingId, refs, linjeId, vedtak);
    } else {
      const refs = svar.numre.flatMap((nummer) => listSubjektRefs(deps.noekler, nummer));
      await endTilbakehold(deps.pool, refs, linjeId);
    }

    return makeSvar(deps, session.brukerId, svar, null);
  });
}

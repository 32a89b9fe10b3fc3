/**
 * Gives a nødtilgang: the right to look up at all, a rule that can be put aside, a reason that is new, and a row that says so
 * before it holds. It opens nobody by itself; the next oppslag finds it.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError, isAppError } from '#lib/domain/feil.ts';
import { decideKontekst } from '#lib/domain/formaal/decide-kontekst.ts';
import type { NoedtilgangRequest, NoedtilgangResult } from '#lib/domain/noedtilgang/noedtilgang.ts';
import { isOverstyrbar } from '#lib/domain/personregel/personregel.ts';
import { getBegrunnelseStore } from '#lib/server/avdekking/get-begrunnelse-store.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { log } from '#lib/server/log/log.ts';
import { createNoedtilgang, type Gjelder, openNoekkel } from '#lib/server/personregel/noedtilgang-store.ts';
import type { Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

type Noedkall = Kall<NoedtilgangRequest> & { gjelder: Gjelder };

function toPlan({ session, body, gjelder: { regel, numre } }: Noedkall): Plan {
  const { pakke, formaal, saksreferanse, begrunnelse } = body;

  return {
    aktoer: session,
    handling: 'NOEDTILGANG',
    formaal,
    saksreferanse,
    pakke,
    deler: [],
    subjekter: numre,
    kriterier: { numre, begrunnelse },
    gjelder: { regel },
  };
}

/** INTENT, the row that opens, and the end of the act. */
async function giNoedtilgang(kall: Noedkall): Promise<Disclosed<NoedtilgangResult>> {
  const { session, gjelder } = kall;
  const { OPPSLAG_KEY, NOEDTILGANG_TIMER } = getEnv();
  const act = await getRevisjonslogg().intend(toPlan(kall));
  try {
    const utloeper = await createNoedtilgang(getPortalPool(), OPPSLAG_KEY, {
      id: randomUUID(),
      handlingId: act.handlingId,
      brukerId: session.brukerId,
      timer: NOEDTILGANG_TIMER,
      ...gjelder,
    });
    const utfall = { utfall: 'gitt', subjekter: gjelder.numre, felter: [] };

    return await act.disclose({ utfall: 'gitt', utloeper: utloeper.toISOString() }, utfall);
  } catch (error) {
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}

/**
 * Gives it, or says why not. Throws IKKE_FUNNET for a refusal that is another user's or too old, IKKE_TILGANG with a DENIED
 * row where the purpose may not be used or the rule cannot be put aside.
 */
export async function startNoedtilgang(
  kall: Kall<NoedtilgangRequest>,
): Promise<Disclosed<NoedtilgangResult>> {
  const { session, body, requestId: referanse } = kall;
  const gjelder = openNoekkel(getEnv().OPPSLAG_KEY, session.brukerId, body.noekkel);
  if (gjelder === null) throw new AppError('IKKE_FUNNET');
  const noedkall = { ...kall, gjelder };
  const { rettigheter } = session;
  const grunnlag = { rettigheter, kontekst: body, formaalskatalog: getFormaalskatalog() };
  const kontekst = decideKontekst('noedtilgang', grunnlag);
  const grunn = kontekst.kind === 'avvist' ? kontekst.grunn : gjelder.regel;
  if (kontekst.kind === 'avvist' || !isOverstyrbar(gjelder.regel)) {
    await getRevisjonslogg().deny(toPlan(noedkall), null, grunn);
    throw new AppError('IKKE_TILGANG');
  }
  const store = getBegrunnelseStore();
  if (!(await store.take(session.brukerId, body.begrunnelse))) {
    const result = { utfall: 'gjenbruktBegrunnelse', referanse } as const;

    return getRevisjonslogg().deny<NoedtilgangResult>(toPlan(noedkall), result, result.utfall);
  }
  try {
    return await giNoedtilgang(noedkall);
  } catch (error) {
    // A reason that stays spent must be worded anew, and that is all.
    await store
      .giveBack(session.brukerId, body.begrunnelse)
      .catch((cause: unknown) => log.error('begrunnelse.not-given-back', { error: cause }));
    throw error;
  }
}

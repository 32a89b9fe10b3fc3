/** One oppslag, one human act: decided first, and then one call (`make-call.ts`). */
import 'server-only';
import { type Avvist, decideOppslag } from '#lib/domain/oppslag/decide-oppslag.ts';
import { normalizeKriterier } from '#lib/domain/oppslag/kriterier.ts';
import type { OppslagRequest, OppslagResult } from '#lib/domain/oppslag/oppslag.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { makeCall, type Oppslag, toPlan } from '#lib/server/oppslag/make-call.ts';
import { openVakt } from '#lib/server/personregel/open-vakt.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

/** The request with its criteria in the register's form. */
export function toOppslag({ body, ...kall }: Kall<OppslagRequest>): Oppslag {
  return { ...kall, request: { ...body, kriterier: normalizeKriterier(body.kriterier, new Date()) } };
}

/** Commits DENIED and says why. */
export function denyOppslag(oppslag: Oppslag, { grunn, felt }: Avvist): Promise<Disclosed<OppslagResult>> {
  const result: OppslagResult = { utfall: 'avvist', grunn, felt, referanse: oppslag.requestId };

  return getRevisjonslogg().deny(toPlan(oppslag, []), result, grunn);
}

/** Makes the oppslag, or says why not. Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written. */
export async function runOppslag(kall: Kall<OppslagRequest>): Promise<Disclosed<OppslagResult>> {
  const oppslag = toOppslag(kall);
  const { rettigheter } = kall.session;
  const { request } = oppslag;
  const decision = decideOppslag({ rettigheter, request, formaalskatalog: getFormaalskatalog() });

  if (decision.kind === 'avvist') return denyOppslag(oppslag, decision);

  return makeCall({ oppslag, tillatt: decision, vakt: await openVakt(kall) });
}

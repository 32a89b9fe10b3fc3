/**
 * The søketrapp: one human act and as many calls as it takes until one gives a unique hit. Each rung is decided, logged
 * and answered as an oppslag of its own, and a register that fails ends the climb, since the rungs above would say less
 * than they seem to.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { decideOppslag } from '#lib/domain/oppslag/decide-oppslag.ts';
import type { OppslagRequest, OppslagResult } from '#lib/domain/oppslag/oppslag.ts';
import { listTrinn, toKriterier } from '#lib/domain/oppslag/soeketrapp.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { makeCall } from '#lib/server/oppslag/make-call.ts';
import { denyOppslag, toOppslag } from '#lib/server/oppslag/run-oppslag.ts';
import type { Vakt } from '#lib/server/personregel/create-vakt.ts';
import { openVakt } from '#lib/server/personregel/open-vakt.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';

/** Climbs, or says why not. Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written. */
export async function runSoeketrapp(kall: Kall<OppslagRequest>): Promise<Disclosed<OppslagResult>> {
  const oppslag = toOppslag(kall);
  const { request } = oppslag;
  const { rettigheter } = kall.session;
  const formaalskatalog = getFormaalskatalog();
  const trinn = listTrinn(request.pakke, request.kriterier);
  const handlingId = randomUUID();
  let svar: Disclosed<OppslagResult> | null = null;
  let vakt: Vakt | null = null;
  for (const [i, ett] of trinn.entries()) {
    const kriterier = toKriterier(ett, request.kriterier);
    const paaTrinnet = { ...oppslag, request: { ...request, kriterier }, forsoekt: trinn.slice(0, i + 1) };
    const decision = decideOppslag({ rettigheter, request: paaTrinnet.request, formaalskatalog });
    if (decision.kind === 'avvist') return denyOppslag(paaTrinnet, decision);
    vakt ??= await openVakt(kall);
    svar = await makeCall({ oppslag: paaTrinnet, tillatt: decision, vakt }, handlingId);
    if (svar.value.utfall !== 'ingenEntydigTreff') return svar;
  }

  return svar ?? denyOppslag(oppslag, { kind: 'avvist', grunn: 'manglerRettTilTreff', felt: null });
}

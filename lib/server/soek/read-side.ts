/** A further page of a hit list: a call of the same act, decided anew, since rights may have changed since the first. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { decideKontekst } from '#lib/domain/formaal/decide-kontekst.ts';
import { toRaddeler } from '#lib/domain/person/raddeler.ts';
import { SIDESTOERRELSE } from '#lib/domain/soek/grenser.ts';
import { type SideRequest, type SideResult, toTrefferside } from '#lib/domain/soek/soek.ts';
import { fetchRader } from '#lib/server/bulk/fetch-rader.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getSoekStore } from '#lib/server/soek/get-soek-store.ts';

/** Throws IKKE_FUNNET for a list that is unknown, expired or another's, and for a page past its end. */
export async function readSide({
  body: { side },
  params,
  session,
  requestId,
  signal,
}: Kall<SideRequest>): Promise<Disclosed<SideResult>> {
  const id = z.uuid().safeParse(params.soekId);
  const treffliste = id.success ? await getSoekStore().find(id.data, session.brukerId) : null;
  const numre = treffliste?.numre.slice(side * SIDESTOERRELSE, (side + 1) * SIDESTOERRELSE) ?? [];
  if (treffliste === null || numre.length === 0) throw new AppError('IKKE_FUNNET');
  const { handlingId, pakke, formaal, saksreferanse } = treffliste;
  const kontekst = { pakke, formaal, saksreferanse };
  const { rettigheter } = session;
  const decision = decideKontekst('soek', { rettigheter, kontekst, formaalskatalog: getFormaalskatalog() });
  if (decision.kind === 'avvist') throw new AppError('IKKE_TILGANG');
  const deler = toRaddeler(pakke, decision.formaal);
  const spoersmaal = { handling: 'SOEK', kontekst, deler, numre, handlingId } as const;

  return fetchRader(
    spoersmaal,
    { session, requestId, signal },
    (svar): SideResult =>
      svar.kind === 'rader'
        ? { utfall: 'side', side: toTrefferside(side, svar.rader) }
        : {
            utfall: 'kildefeil',
            grunn: svar.grunn,
            proevIgjenOmMs: svar.proevIgjenOmMs,
            referanse: requestId,
          },
  );
}

/**
 * One part of a bulkoppslag. All parts of one list are one act: its id travels with the browser, sealed and bound to the
 * user, so that nobody can add to another's act and the server keeps nothing between parts.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { BulkRequest, BulkResult } from '#lib/domain/bulk/bulk.ts';
import { decideBulk } from '#lib/domain/bulk/decide-bulk.ts';
import { AppError } from '#lib/domain/feil.ts';
import { fetchRader } from '#lib/server/bulk/fetch-rader.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import { open, seal } from '#lib/server/crypto.ts';
import { getEnv } from '#lib/server/env.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

const USE = 'bulk';

function toBulkId(handlingId: string, brukerId: string): string {
  return seal(getEnv().OPPSLAG_KEY, USE, brukerId, handlingId).toString('base64url');
}

/** The act that the id names. Throws UGYLDIG_INNHOLD for one that was not made for this user. */
function readBulkId(bulkId: string, brukerId: string): string {
  try {
    return open(getEnv().OPPSLAG_KEY, USE, brukerId, Buffer.from(bulkId, 'base64url'));
  } catch {
    throw new AppError('UGYLDIG_INNHOLD');
  }
}

/** Asks about one part, or says why not. Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written. */
export async function runBulk({
  body,
  session,
  requestId,
  signal,
}: Kall<BulkRequest>): Promise<Disclosed<BulkResult>> {
  const { pakke, formaal, saksreferanse, numre } = body;
  const kontekst = { pakke, formaal, saksreferanse };
  const handlingId = body.bulkId === null ? randomUUID() : readBulkId(body.bulkId, session.brukerId);
  const decision = decideBulk(body, session.rettigheter, getFormaalskatalog());
  if (decision.kind === 'avvist') {
    const { grunn } = decision;
    const plan = {
      aktoer: session,
      handling: 'BULK',
      ...kontekst,
      deler: [],
      subjekter: [],
      kriterier: { numre },
    };
    const result: BulkResult = { utfall: 'avvist', grunn, felt: null, referanse: requestId };

    return getRevisjonslogg().deny(plan, result, grunn);
  }
  const bulkId = body.bulkId ?? toBulkId(handlingId, session.brukerId);
  const spoersmaal = { handling: 'BULK', kontekst, deler: decision.deler, numre, handlingId } as const;

  return fetchRader(
    spoersmaal,
    { session, requestId, signal },
    (svar): BulkResult =>
      svar.kind === 'rader'
        ? { utfall: 'del', bulkId, rader: svar.rader }
        : {
            utfall: 'kildefeil',
            bulkId,
            grunn: svar.grunn,
            proevIgjenOmMs: svar.proevIgjenOmMs,
            referanse: requestId,
          },
  );
}

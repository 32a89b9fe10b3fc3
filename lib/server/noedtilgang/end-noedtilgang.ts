/** Gives a nødtilgang back before its time: the person is closed again at the next request, and what was kept of her too. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { Empty } from '#lib/server/http/empty.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { endNoedtilgang as endRad } from '#lib/server/personregel/noedtilgang-store.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

/** Throws IKKE_FUNNET, the same for unknown, over and somebody else's. */
export async function endNoedtilgang({ params, session }: Kall<undefined>): Promise<Empty> {
  const id = z.uuid().safeParse(params.noedtilgangId);
  const handlingId = id.success ? await endRad(getPortalPool(), id.data, session.brukerId) : null;
  if (!id.success || handlingId === null) throw new AppError('IKKE_FUNNET');
  // Closing needs nobody's leave, so the row comes after it; one that cannot be written leaves it closed.
  const plan = {
    aktoer: session,
    handling: 'NOEDTILGANG',
    formaal: null,
    saksreferanse: null,
    pakke: null,
    deler: [],
    subjekter: [],
    kriterier: null,
    gjelder: { noedtilgang: id.data },
  };
  const act = await getRevisjonslogg().intend(plan, handlingId);
  await act.disclose(null, { utfall: 'avsluttet', subjekter: [], felter: [] });

  return new Empty();
}

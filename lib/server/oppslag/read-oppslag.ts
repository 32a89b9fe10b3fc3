/**
 * Shows again what an oppslag showed, to the same user and within half an hour: the same act, so no new row. Who the person
 * is to the user is asked anew: a list or a nødtilgang may have changed since (security.md Z-07, Z-08, Z-10).
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';
import { openVakt } from '#lib/server/personregel/open-vakt.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';

/** Of a kept oppslag: whose it was; null in packages without numbers. */
const Vist = z.object({
  person: z.object({ hode: z.object({ identifikasjonsnummer: z.string().nullable() }) }),
});

/** The kept oppslag and the number on it. Throws IKKE_FUNNET, the same for unknown, expired, somebody else's and closed. */
export async function getVist({
  params,
  session,
  requestId,
  signal,
}: Kall<unknown>): Promise<{ kept: Disclosed<unknown>; nummer: string | null }> {
  const id = z.uuid().safeParse(params.oppslagId);
  const kept = id.success ? await getOppslagStore().find(id.data, session) : null;
  const vist = Vist.safeParse(kept?.value);
  if (!kept || !vist.success) throw new AppError('IKKE_FUNNET');
  const nummer = vist.data.person.hode.identifikasjonsnummer;
  if (nummer === null) return { kept, nummer };
  const vakt = await openVakt({ session, requestId, signal });
  const [dom] = await vakt.judge([{ nummer, dokument: {} }]);
  if (dom?.grunn !== null) throw new AppError('IKKE_FUNNET');

  return { kept, nummer };
}

/** Throws as `getVist`. */
export async function readOppslag(kall: Kall<undefined>): Promise<Disclosed<unknown>> {
  return (await getVist(kall)).kept;
}

/** Shows again what an oppslag showed, to the same user and within half an hour: the same act, so no new row. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';

/** Throws IKKE_FUNNET, the same for unknown, expired and somebody else's. */
export async function readOppslag({ params, session }: Kall<undefined>): Promise<Disclosed<unknown>> {
  const id = z.uuid().safeParse(params.oppslagId);
  const kept = id.success ? await getOppslagStore().find(id.data, session) : null;
  if (!kept) throw new AppError('IKKE_FUNNET');

  return kept;
}

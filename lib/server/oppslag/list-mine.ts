/** The user's own oppslag that can still be read, by receipt: nothing of a person, so no act and no row. */
import 'server-only';
import { Mine } from '#lib/server/http/mine.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';

export async function listMine({ session }: Kall<undefined>): Promise<Mine> {
  return new Mine(await getOppslagStore().list(session));
}

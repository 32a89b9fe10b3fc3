/** The user's own oppslag that can still be read, by receipt: nothing of a person, so no act and no row. */
import 'server-only';
import { MittOppslag } from '#lib/domain/oppslag/mitt-oppslag.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';

const MineOppslag = MittOppslag.array();

export async function listMine({ session }: Kall<undefined>): Promise<Egne<MittOppslag[]>> {
  return new Egne(MineOppslag, await getOppslagStore().list(session));
}

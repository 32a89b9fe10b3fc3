/** The page of one uttrekk: nothing of a person, so no act and no row. */
import 'server-only';
import { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { loadSide } from '#lib/server/uttrekk/portal/load-side.ts';
import { getUttrekk } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** Throws IKKE_FUNNET, the same for unknown and somebody else's. */
export async function showSide(
  deps: Pick<Uttrekksdeps, 'pool' | 'avFaa'>,
  session: Session,
  uttrekkId: string | undefined,
): Promise<Egne<Uttrekksside>> {
  const rad = await getUttrekk(deps.pool, session, uttrekkId);

  return new Egne(Uttrekksside, await loadSide(deps, session, rad));
}

export function readUttrekk(
  deps: Uttrekksdeps,
  { session, params }: Kall<undefined>,
): Promise<Egne<Uttrekksside>> {
  return showSide(deps, session, params.uttrekkId);
}

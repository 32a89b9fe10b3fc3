/** The check before an order, for the one who orders and for the leder who is to approve it. */
import 'server-only';
import { Forhaandskontroll } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { getEier } from '#lib/server/uttrekk/portal/eier.ts';
import { loadKontroll } from '#lib/server/uttrekk/portal/load-kontroll.ts';
import { getUttrekk } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** A leder is not told what else the orderer has. Throws IKKE_FUNNET. */
export async function runKontroll(
  deps: Uttrekksdeps,
  { session, params }: Kall<undefined>,
): Promise<Egne<Forhaandskontroll>> {
  const rad = await getUttrekk(deps.pool, session, params.uttrekkId);
  const { kontroll } = await loadKontroll(deps, rad, await getEier(deps, rad.grunnlag.eierId));
  const erEier = session.brukerId === rad.grunnlag.eierId;

  return new Egne(Forhaandskontroll, erEier ? kontroll : { ...kontroll, lignende: [] });
}

/** POST of an order by its owner. */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { Bestillingssvar } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import type { BestillRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { loadSide } from '#lib/server/uttrekk/portal/load-side.ts';
import { orderUttrekk } from '#lib/server/uttrekk/portal/order-uttrekk.ts';
import { getUttrekk, getUttrekkFor } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** Throws IKKE_FUNNET; KONFLIKT when it is no utkast any more, or not the order that the user saw. */
export async function bestillUttrekk(
  deps: Uttrekksdeps,
  { session, body, params }: Kall<BestillRequest>,
): Promise<Egne<Bestillingssvar>> {
  const rad = await getUttrekkFor(deps.pool, session, params.uttrekkId, 'bestill');
  if (rad.avtrykk !== body.avtrykk) throw new AppError('KONFLIKT');
  const utfall = await orderUttrekk(deps, rad, session, body.begrunnelse);
  if (utfall.kind === 'avvist') {
    const { konflikter, manglerBegrunnelse } = utfall;

    return new Egne(Bestillingssvar, { utfall: 'avvist', konflikter, manglerBegrunnelse });
  }
  const side = await loadSide(deps, session, await getUttrekk(deps.pool, session, rad.uttrekkId));

  return new Egne(Bestillingssvar, { utfall: 'bestilt', side });
}

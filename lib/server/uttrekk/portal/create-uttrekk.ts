/** The user's own utkast: made, made anew of an earlier order, and changed until it is ordered. */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { normalizeBestilling } from '#lib/domain/uttrekk/avtrykk.ts';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import type { EndringRequest, PaaNyttRequest, UtkastRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import type { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { createUtkast, toBestillingsavtrykk } from '#lib/server/uttrekk/portal/create-utkast.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { showSide } from '#lib/server/uttrekk/portal/read-uttrekk.ts';
import { getUttrekkFor } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** The utkast of this key: a new one, or the one that the same request made before. */
export async function createUttrekk(
  deps: Uttrekksdeps,
  { session, body }: Kall<UtkastRequest>,
): Promise<Egne<Uttrekksside>> {
  const nytt = { ...body, eierId: session.brukerId, planId: null };
  const uttrekkId = await createUtkast(deps.pool, nytt);

  return showSide(deps, session, uttrekkId);
}

/** A new utkast with the order of an uttrekk that the user has or was given. Throws IKKE_FUNNET, KONFLIKT. */
export async function bestillPaaNytt(
  deps: Uttrekksdeps,
  { session, body, params }: Kall<PaaNyttRequest>,
): Promise<Egne<Uttrekksside>> {
  const { bestilling } = await getUttrekkFor(deps.pool, session, params.uttrekkId, 'bestillPaaNytt');
  const nytt = { ...body, bestilling, eierId: session.brukerId, planId: null };
  const uttrekkId = await createUtkast(deps.pool, nytt);

  return showSide(deps, session, uttrekkId);
}

const UPDATE = `with endret as (
    update uttrekk.uttrekk set bestilling = $3, avtrykk = $4, tilstand = 'utkast', begrunnelse = null,
      godkjenningsgrunner = '{}', feil = null, versjon = versjon + 1
    where id = $1 and versjon = $2 returning id),
  linje as (insert into uttrekk.merknad (uttrekk_id, kode) select id, 'endret' from endret)
  select id from endret`;

/**
 * Replaces the order; one that waits for approval or was refused is an utkast again, and needs its own approval.
 * Throws KONFLIKT when the order is not the one that the user saw.
 */
export async function updateUtkast(
  deps: Uttrekksdeps,
  { session, body, params }: Kall<EndringRequest>,
): Promise<Egne<Uttrekksside>> {
  const rad = await getUttrekkFor(deps.pool, session, params.uttrekkId, 'endre');
  if (rad.avtrykk !== body.avtrykk) throw new AppError('KONFLIKT');
  const { rowCount } = await deps.pool.query(UPDATE, [
    rad.uttrekkId,
    rad.versjon,
    normalizeBestilling(body.bestilling),
    toBestillingsavtrykk(body.bestilling),
  ]);
  if (rowCount !== 1) throw new AppError('KONFLIKT');

  return showSide(deps, session, rad.uttrekkId);
}

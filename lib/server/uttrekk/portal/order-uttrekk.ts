/**
 * The order itself, by a person or by her plan: decided by the rights she has now, told to the revisjonslogg, and then
 * either in the queue or waiting for somebody else's approval (security.md Z-03, F-10).
 */
import 'server-only';
import type { Konflikt } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import type { Bestiller } from '#lib/server/uttrekk/portal/eier.ts';
import { loadKontroll } from '#lib/server/uttrekk/portal/load-kontroll.ts';
import { denyUttrekk, withRad } from '#lib/server/uttrekk/portal/logg.ts';
import { moveUttrekk } from '#lib/server/uttrekk/portal/move-uttrekk.ts';
import type { UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** `kind` says where it went; `avvist` that nothing was ordered. */
export type Ordreutfall =
  | { kind: 'iKoe' | 'venterPaaGodkjenning' }
  | { kind: 'avvist'; konflikter: Konflikt[]; manglerBegrunnelse: boolean };

/** Whether somebody has approved this very order as a run of the same plan: once is enough for a plan. */
async function hasPlangodkjenning({ pool }: Uttrekksdeps, rad: UttrekkRad): Promise<boolean> {
  if (rad.planId === null) return false;
  const { rowCount } = await pool.query(
    `select from uttrekk.godkjenning g join uttrekk.uttrekk u on u.id = g.uttrekk_id
     where u.plan_id = $1 and g.avtrykk = $2 and g.utfall = 'godkjent' limit 1`,
    [rad.planId, Buffer.from(rad.avtrykk, 'hex')],
  );

  return rowCount === 1;
}

/** Orders an utkast. Throws KONFLIKT when it was changed meanwhile, REVISJONSLOGG_UTILGJENGELIG when it may not be. */
export async function orderUttrekk(
  deps: Uttrekksdeps,
  rad: UttrekkRad,
  bestiller: Bestiller,
  begrunnelse: string | null,
): Promise<Ordreutfall> {
  const { kontroll, deler } = await loadKontroll(deps, rad, bestiller);
  const gjelder = { ...rad, deler };
  const logg = {
    handling: 'UTTREKK',
    gjelder,
    kriterier: { bestilling: rad.bestilling, begrunnelse },
  } as const;
  const [konflikt] = kontroll.konflikter;
  // What a plan orders has been thought of once, when it was made.
  const manglerBegrunnelse = kontroll.forsiktighet.length > 0 && begrunnelse === null && rad.planId === null;
  if (konflikt || manglerBegrunnelse) {
    await denyUttrekk(deps.revisjonslogg, bestiller, {
      ...logg,
      grunn: konflikt?.kode ?? 'manglerBegrunnelse',
    });

    return { kind: 'avvist', konflikter: kontroll.konflikter, manglerBegrunnelse };
  }
  const godkjenningsgrunner = kontroll.godkjenningsgrunner;
  const gaarRett = godkjenningsgrunner.length === 0 || (await hasPlangodkjenning(deps, rad));
  const tilstand = gaarRett ? 'iKoe' : 'venterPaaGodkjenning';
  await withRad(
    deps.revisjonslogg,
    bestiller,
    { ...logg, utfall: gaarRett ? 'bestilt' : 'sendtTilGodkjenning' },
    () =>
      moveUttrekk(
        deps.pool,
        rad,
        { tilstand, begrunnelse, deler, godkjenningsgrunner },
        { kode: gaarRett ? 'sattIKoe' : 'sendtTilGodkjenning' },
      ),
  );

  return { kind: tilstand };
}

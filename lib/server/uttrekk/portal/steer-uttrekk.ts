/** What its owner wants of an uttrekk that is under way: pause, go on, cancel, clear up, remove its files. */
import 'server-only';
import { I_ARBEID } from '#lib/domain/uttrekk/tilstand.ts';
import type { Uttrekksside, Uttrekksvalg } from '#lib/domain/uttrekk/uttrekk.ts';
import type { AvklaringRequest, OenskeRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import type { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { withRad } from '#lib/server/uttrekk/portal/logg.ts';
import { moveUttrekk } from '#lib/server/uttrekk/portal/move-uttrekk.ts';
import { showSide } from '#lib/server/uttrekk/portal/read-uttrekk.ts';
import { getUttrekkFor, type UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

const VALG_FOR_OENSKE: Record<OenskeRequest['oenske'], Uttrekksvalg> = {
  kjoer: 'fortsett',
  pause: 'pause',
  avbryt: 'avbryt',
};

/** What nobody works on is cancelled at once; what a worker has in hand it cancels itself, within one chunk. */
function cancel({ pool }: Uttrekksdeps, rad: UttrekkRad): Promise<void> {
  return I_ARBEID.includes(rad.grunnlag.tilstand)
    ? moveUttrekk(pool, rad, { oenske: 'avbryt' }, { kode: 'avbrytes' })
    : moveUttrekk(pool, rad, { tilstand: 'avbrutt' }, { kode: 'avbrutt' });
}

/** Throws IKKE_FUNNET, and KONFLIKT when it cannot be asked of the uttrekk as it is now. */
export async function setOenske(
  deps: Uttrekksdeps,
  { session, body, params }: Kall<OenskeRequest>,
): Promise<Egne<Uttrekksside>> {
  const { oenske } = body;
  const rad = await getUttrekkFor(deps.pool, session, params.uttrekkId, VALG_FOR_OENSKE[oenske]);
  if (oenske === 'avbryt') await cancel(deps, rad);
  else if (oenske === 'pause') await moveUttrekk(deps.pool, rad, { oenske }, { kode: 'pauset' });
  else {
    const endring = rad.grunnlag.tilstand === 'feilet' ? ({ oenske, tilstand: 'iKoe' } as const) : { oenske };
    await moveUttrekk(deps.pool, rad, endring, { kode: 'fortsatt' });
  }

  return showSide(deps, session, rad.uttrekkId);
}

/**
 * A person decides about an order that may or may not have reached the register: order it again, with the risk of a job
 * too many there, or let it go. Throws IKKE_FUNNET, KONFLIKT.
 */
export async function avklarUttrekk(
  deps: Uttrekksdeps,
  { session, body, params }: Kall<AvklaringRequest>,
): Promise<Egne<Uttrekksside>> {
  const rad = await getUttrekkFor(deps.pool, session, params.uttrekkId, 'avklar');
  const { valg, begrunnelse } = body;
  const logg = {
    handling: 'UTTREKK_AVKLARING',
    gjelder: rad,
    kriterier: { begrunnelse },
    utfall: valg,
  } as const;
  await withRad(deps.revisjonslogg, session, logg, () =>
    valg === 'bestillIgjen'
      ? moveUttrekk(deps.pool, rad, { tilstand: 'iKoe', oenske: 'kjoer' }, { kode: 'avklartBestillIgjen' })
      : moveUttrekk(deps.pool, rad, { tilstand: 'avbrutt', utloeper: 'naa' }, { kode: 'avklartAvbryt' }),
  );

  return showSide(deps, session, rad.uttrekkId);
}

/** Lets its files run out now; a worker removes them and leaves the proof. Throws IKKE_FUNNET, KONFLIKT. */
export async function slettFiler(
  deps: Uttrekksdeps,
  { session, params }: Kall<undefined>,
): Promise<Egne<Uttrekksside>> {
  const rad = await getUttrekkFor(deps.pool, session, params.uttrekkId, 'slett');
  await moveUttrekk(deps.pool, rad, { utloeper: 'naa' }, { kode: 'slettesNaa' });

  return showSide(deps, session, rad.uttrekkId);
}

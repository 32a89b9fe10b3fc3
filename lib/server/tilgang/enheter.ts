/** The units of the organisation: made, and ended when nobody is in them. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { Enhetsliste } from '#lib/domain/tilgang/bruker.ts';
import type { Enhetsendring } from '#lib/domain/tilgang/tilgang-request.ts';
import { query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { withRad } from '#lib/server/tilgang/logg.ts';

const Row = z.object({
  id: z.uuid(),
  navn: z.string(),
  overordnet_id: z.uuid().nullable(),
  brukere: z.coerce.number(),
  avsluttet: z.date().nullable(),
});
const SELECT = `select e.id, e.navn, e.overordnet_id, e.avsluttet,
    (select count(*) from portal.bruker b where b.enhet_id = e.id) as brukere
  from portal.enhet e order by e.avsluttet is not null, lower(e.navn), e.id`;

/** All of them. */
export async function listEnheter({ pool }: Tilgangsdeps): Promise<Egne<Enhetsliste>> {
  const rader = await query(pool, Row, SELECT);

  return new Egne(Enhetsliste, {
    enheter: rader.map(({ id, navn, overordnet_id: overordnetId, brukere, avsluttet }) => ({
      enhetId: id,
      navn,
      overordnetId,
      antallBrukere: brukere,
      avsluttet: avsluttet?.toISOString() ?? null,
    })),
  });
}

/** A name is one unit's; the one above must be in use. */
const OPPRETT = `insert into portal.enhet (navn, overordnet_id)
  select $1, $2 where $2::uuid is null or exists (select from portal.enhet where id = $2 and avsluttet is null)
  on conflict do nothing`;
const AVSLUTT = `update portal.enhet e set avsluttet = now() where id = $1 and avsluttet is null
  and not exists (select from portal.bruker where enhet_id = e.id)
  and not exists (select from portal.enhet u where u.overordnet_id = e.id and u.avsluttet is null)`;

/** Makes or ends a unit. Throws KONFLIKT for a name in use, and for a unit that somebody is in. */
export async function changeEnhet(
  deps: Tilgangsdeps,
  { session, body: endring }: Kall<Enhetsendring>,
): Promise<Egne<Enhetsliste>> {
  const gjelder = endring.slag === 'opprett' ? { opprettet: endring.navn } : { avsluttet: endring.enhetId };
  const rad = { handling: 'TILGANG_ENHET', gjelder, begrunnelse: null } as const;
  await withRad(deps.revisjonslogg, session, rad, async () => {
    const { rowCount } =
      endring.slag === 'opprett'
        ? await deps.pool.query(OPPRETT, [endring.navn, endring.overordnetId])
        : await deps.pool.query(AVSLUTT, [endring.enhetId]);
    if (!rowCount) throw new AppError('KONFLIKT');
  });

  return listEnheter(deps);
}

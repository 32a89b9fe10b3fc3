/**
 * The second pair of eyes. The approval is of the order that the leder saw, by somebody who did not order it, and the
 * statement that writes it asks for both again (security.md F-10, Z-12).
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import type { Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import type { GodkjenningRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { Empty } from '#lib/server/http/empty.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { getEier } from '#lib/server/uttrekk/portal/eier.ts';
import { loadKontroll } from '#lib/server/uttrekk/portal/load-kontroll.ts';
import { denyUttrekk, withRad } from '#lib/server/uttrekk/portal/logg.ts';
import { getUttrekkFor, type UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

const DECIDE = `with flyttet as (
    update uttrekk.uttrekk set tilstand = $3, versjon = versjon + 1
    where id = $1 and versjon = $2 and eier_id <> $4 and avtrykk = $5 and tilstand = 'venterPaaGodkjenning'
    returning id, avtrykk),
  vedtak as (insert into uttrekk.godkjenning (uttrekk_id, bruker_id, avtrykk, utfall, begrunnelse)
    select id, $4, avtrykk, $6, $7 from flyttet),
  linje as (insert into uttrekk.merknad (uttrekk_id, kode, verdier)
    select id, $6, jsonb_build_object('av', $8::text) from flyttet)
  select id, pg_notify('uttrekk', id::text) from flyttet`;

async function saveVedtak(
  { pool }: Uttrekksdeps,
  { uttrekkId, versjon, avtrykk }: UttrekkRad,
  { brukerId, navn }: Session,
  { utfall, begrunnelse }: GodkjenningRequest,
): Promise<void> {
  const tilstand: Tilstand = utfall === 'godkjent' ? 'iKoe' : 'avslaatt';
  const { rowCount } = await pool.query(DECIDE, [
    uttrekkId,
    versjon,
    tilstand,
    brukerId,
    Buffer.from(avtrykk, 'hex'),
    utfall,
    begrunnelse,
    navn,
  ]);
  if (rowCount !== 1) throw new AppError('KONFLIKT');
}

/**
 * Approves or refuses what waits. An order whose owner has lost the right to it is not approved.
 * Throws IKKE_FUNNET for who may not approve it; KONFLIKT when it no longer waits, or is not what she saw.
 */
export async function decideUttrekk(
  deps: Uttrekksdeps,
  { session, body, params }: Kall<GodkjenningRequest>,
): Promise<Empty> {
  const rad = await getUttrekkFor(deps.pool, session, params.uttrekkId, 'godkjenn');
  if (rad.avtrykk !== body.avtrykk) throw new AppError('KONFLIKT');
  const { avtrykk, begrunnelse, utfall } = body;
  const logg = {
    handling: 'UTTREKK_GODKJENNING',
    gjelder: rad,
    kriterier: { avtrykk, begrunnelse },
  } as const;
  if (utfall === 'godkjent') {
    const { kontroll } = await loadKontroll(deps, rad, await getEier(deps, rad.grunnlag.eierId));
    const [konflikt] = kontroll.konflikter;
    if (konflikt) {
      await denyUttrekk(deps.revisjonslogg, session, { ...logg, grunn: konflikt.kode });
      throw new AppError('KONFLIKT');
    }
  }
  await withRad(deps.revisjonslogg, session, { ...logg, utfall }, () => saveVedtak(deps, rad, session, body));

  return new Empty();
}

/**
 * Lets a user download one file once. The row that says that these persons were disclosed to her is committed before the
 * grant exists, so no byte can leave before it (security.md F-04, F-05, 7.7).
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '#lib/domain/feil.ts';
import type { Nedlastingsgrant } from '#lib/domain/uttrekk/nedlasting.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { getUttrekkFor } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';
import { toNedlastingsplan } from './logg.ts';
import { createGrant, findKlarFil } from './nedlasting-store.ts';

/** Throws IKKE_FUNNET, the same for unknown, deleted and somebody else's; KONFLIKT when it is not done or has expired. */
export async function grantNedlasting(
  { pool, revisjonslogg }: Pick<Uttrekksdeps, 'pool' | 'revisjonslogg'>,
  { session, params }: Pick<Kall<undefined>, 'session' | 'params'>,
): Promise<Disclosed<Nedlastingsgrant>> {
  const rad = await getUttrekkFor(pool, session, params.uttrekkId, 'lastNed');
  const fil = await findKlarFil(pool, params.filId);
  if (fil === null || fil.uttrekk_id !== rad.uttrekkId) throw new AppError('IKKE_FUNNET');
  const nedlastingId = randomUUID();
  const act = await revisjonslogg.intend(toNedlastingsplan(session, rad, fil, nedlastingId), rad.handlingId);
  const utfall = { utfall: 'nedlasting', subjekter: [], felter: [], antall: fil.rader };
  const grant = await act.disclose({ nedlastingId }, utfall);
  await createGrant(pool, nedlastingId, fil.id, session);

  return grant;
}

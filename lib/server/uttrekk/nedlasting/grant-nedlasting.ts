/**
 * Lets a user download one file once. The row that says that these persons were disclosed to her is committed before the
 * grant exists, so no byte can leave before it (security.md F-04, F-05, 7.7).
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '#lib/domain/feil.ts';
import type { NedlastingRequest, Nedlastingsgrant } from '#lib/domain/uttrekk/nedlasting.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getUttrekkFor } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';
import { findFraFor } from './fra-uttrekk.ts';
import { listUtleveringer, toNedlastingsplan, type Utlevering } from './logg.ts';
import { createGrant, findKlarFil, getManifest } from './nedlasting-store.ts';
import { sealPassord } from './passord.ts';
import type { Nedlastingsdeps } from './start-nedlasting.ts';
import { createPassord } from './zip-kryptering.ts';

/** Throws IKKE_FUNNET, the same for unknown, deleted and somebody else's; KONFLIKT when it is not done or has expired. */
export async function grantNedlasting(
  { pool, revisjonslogg, filKey }: Nedlastingsdeps,
  { session, body, params }: Pick<Kall<NedlastingRequest>, 'session' | 'body' | 'params'>,
): Promise<Disclosed<Nedlastingsgrant>> {
  const rad = await getUttrekkFor(pool, session, params.uttrekkId, 'lastNed');
  const fil = await findKlarFil(pool, params.filId);
  if (fil === null || fil.uttrekk_id !== rad.uttrekkId) throw new AppError('IKKE_FUNNET');
  const fra = await findFraFor(pool, session, fil);
  const nedlastingId = randomUUID();
  const { form } = body;
  if (form === 'manifest') await getManifest(pool, fil.id);
  const passord = form === 'zip' ? createPassord() : null;
  const discloseOf = async ({ rad: av, antall }: Utlevering): Promise<Disclosed<Nedlastingsgrant>> => {
    const plan = toNedlastingsplan(session, av, fil, { nedlastingId, form });
    const act = await revisjonslogg.intend(plan, av.handlingId);

    return act.disclose(
      { nedlastingId, passord },
      { utfall: 'nedlasting', subjekter: [], felter: [], antall },
    );
  };
  let grant: Disclosed<Nedlastingsgrant> | null = null;
  for (const utlevering of listUtleveringer(rad, fra, fil, form)) grant = await discloseOf(utlevering);
  if (grant === null) throw new AppError('IKKE_FUNNET');
  const forseglet = passord === null ? null : sealPassord(filKey, nedlastingId, passord);
  await createGrant(pool, nedlastingId, fil.id, session, { form, passord: forseglet });

  return grant;
}

/**
 * The notice that a nødtilgang was given, for the personvernombud, and for the leder of the unit it was given in. Names
 * colleagues and rules and nobody in the register, so it has no row of its own.
 */
import 'server-only';
import { z } from 'zod';
import type { Noedtilgangvarsel } from '#lib/domain/noedtilgang/noedtilgang.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { query } from '#lib/server/db/pool.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { ENHET } from '#lib/server/session/rettigheter.ts';
import { findCurrentSession } from '#lib/server/session.ts';

const MAKS = 50;

const Rad = z.object({
  id: z.string(),
  handling_id: z.string(),
  navn: z.string(),
  enhet: z.string().nullable(),
  regel: z.string(),
  opprettet: z.date(),
  utloeper: z.date(),
  avsluttet: z.date().nullable(),
});

const SOEK = `select n.id, n.handling_id, b.navn, ${ENHET} as enhet, n.regel, n.opprettet, n.utloeper, n.avsluttet
  from portal.noedtilgang n join portal.bruker b on b.id = n.bruker_id
  where n.opprettet > now() - interval '30 days' and ($1 or ${ENHET} = $2) and b.id <> $3
  order by n.opprettet desc limit ${MAKS}`;

/** Those of the last thirty days, the newest first; none for who may not be told, and never the user's own. */
export async function listVarsler(): Promise<Noedtilgangvarsel[]> {
  const session = await findCurrentSession();
  const roller = session?.rettigheter.roller ?? [];
  if (session === null || !isAllowed(roller, 'noedtilgangVarsel')) return [];
  const seesAlle = roller.includes('personvernombud');
  const rader = await query(getPortalPool(), Rad, SOEK, [seesAlle, session.enhet, session.brukerId]);

  return rader.map(({ handling_id, opprettet, utloeper, avsluttet, ...rad }) => ({
    ...rad,
    handlingId: handling_id,
    opprettet: opprettet.toISOString(),
    utloeper: utloeper.toISOString(),
    avsluttet: avsluttet?.toISOString() ?? null,
  }));
}

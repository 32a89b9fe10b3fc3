/** The rights that users have had for long and not used: what the user list and a round mark. */
import 'server-only';
import { z } from 'zod';
import { listUbrukte, type SistBrukt } from '#lib/domain/tilgang/bruk.ts';
import { findStatus, listFraGrupper } from '#lib/domain/tilgang/gjeldende.ts';
import type { Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import { type Database, query } from '#lib/server/db/pool.ts';
import type { Tilgangsrad } from '#lib/server/session/rettigheter.ts';

const Row = z.object({ bruker_id: z.uuid(), handling: z.string(), pakke: z.string(), dag: z.date() });

/** When each user last did what, for these users. */
export async function loadBruk(db: Database, ider: readonly string[]): Promise<Map<string, SistBrukt[]>> {
  const sql = `select bruker_id, handling, pakke, dag::timestamp at time zone 'UTC' as dag
    from portal.sist_brukt where bruker_id = any($1)`;
  const bruk = new Map<string, SistBrukt[]>();
  for (const { bruker_id: id, ...en } of await query(db, Row, sql, [ider]))
    bruk.set(id, [...(bruk.get(id) ?? []), en]);

  return bruk;
}

/** Her unused rights. A group's count from when she was first known, a grant from its start. */
export function findUbrukte(
  bruker: Tilgangsrad & { opprettet: Date },
  bruk: readonly SistBrukt[],
  tilgang: Tilgang,
): Rettighet[] {
  if (bruker.sperret) return [];
  const gitt = bruker.tildelinger.filter((tildeling) => findStatus(tildeling, bruker.naa) === 'gjelder');
  const holdt = [
    ...listFraGrupper(bruker, tilgang, bruker.naa).map((rettighet) => ({
      rettighet,
      siden: bruker.opprettet,
    })),
    ...gitt.map(({ rettighet, fra }) => ({ rettighet, siden: fra })),
  ];

  return listUbrukte(holdt, bruk, bruker.naa);
}

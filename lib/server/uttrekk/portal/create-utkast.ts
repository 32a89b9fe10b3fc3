/** A new utkast, made once for each key of the client's own, however often it is sent (security.md F-13). */
import 'server-only';
import { hash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { normalizeBestilling, toKanoniskTekst } from '#lib/domain/uttrekk/avtrykk.ts';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';

/** SHA-256 of the order's canonical text: what an approval is bound to. */
export function toBestillingsavtrykk(bestilling: Bestilling): Buffer {
  return hash('sha256', toKanoniskTekst(bestilling), 'buffer');
}

const INSERT = `with ny as (
    insert into uttrekk.uttrekk (eier_id, bestilling, avtrykk, deler, handling_id, klientnoekkel, plan_id)
    values ($1, $2, $3, '{}', $4, $5, $6) on conflict (eier_id, klientnoekkel) do nothing returning id),
  linje as (insert into uttrekk.merknad (uttrekk_id, kode) select id, 'opprettet' from ny)
  select id from ny`;

export type NyttUtkast = {
  eierId: string;
  klientnoekkel: string;
  bestilling: Bestilling;
  planId: string | null;
};

/** The id of the uttrekk of this key: a new utkast, or the one that is there, whatever it has become since. */
export async function createUtkast(
  pool: Pool,
  { eierId, klientnoekkel, bestilling, planId }: NyttUtkast,
): Promise<string> {
  const Id = z.object({ id: z.uuid() });
  const [ny] = await query(pool, Id, INSERT, [
    eierId,
    normalizeBestilling(bestilling),
    toBestillingsavtrykk(bestilling),
    randomUUID(),
    klientnoekkel,
    planId,
  ]);
  if (ny) return ny.id;
  const sql = 'select id from uttrekk.uttrekk where eier_id = $1 and klientnoekkel = $2';
  const [kjent] = await query(pool, Id, sql, [eierId, klientnoekkel]);

  return Id.parse(kjent).id;
}

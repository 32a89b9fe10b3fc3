/** Takes one right from one user wherever it comes from, in the transaction that holds her row. */
import 'server-only';
import { listFraGrupper } from '#lib/domain/tilgang/gjeldende.ts';
import type { Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import type { Database } from '#lib/server/db/pool.ts';
import type { Bruker } from '#lib/server/tilgang/read-bruker.ts';

/** @param av null for the portal itself, which no grant names */
export async function removeRettighet(
  tx: Database,
  bruker: Bruker,
  { rettighet, av, tilgang }: { rettighet: Rettighet; av: string | null; tilgang: Tilgang },
): Promise<void> {
  if (listFraGrupper(bruker, tilgang, bruker.naa).includes(rettighet))
    await tx.query('update portal.bruker set fratatt = array_append(fratatt, $2) where id = $1', [
      bruker.id,
      rettighet,
    ]);
  const trukket = 'where bruker_id = $1 and rettighet = $2 and trukket is null';
  if (av === null)
    await tx.query(`update portal.tildeling set trukket = now() ${trukket}`, [bruker.id, rettighet]);
  else
    await tx.query(`update portal.tildeling set trukket = now(), trukket_av = $3 ${trukket}`, [
      bruker.id,
      rettighet,
      av,
    ]);
}

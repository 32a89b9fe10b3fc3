/**
 * Files have a last day. Rule: an uttrekk is `utloept` only after its files are deleted with proof; what was cancelled
 * loses its parts at once and stays cancelled (security.md F-09, P-06). Run again it goes on where it stopped.
 */
import 'server-only';
import { z } from 'zod';
import { type Pool, query, transact } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import type { Aktoer } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { deleteFiler, type Sletting } from '#lib/server/uttrekk/filer/slett.ts';
import { Forbikjoert, getUttrekk, moveUttrekk } from './leie.ts';

/** Nobody asked for it: the time was up. */
const ARBEIDEREN: Aktoer = { brukerId: null, brukernavn: 'arbeideren', enhet: null, sessionRef: null };

const Utloept = z.object({ id: z.uuid() });

/** What failed keeps its parts as long as a finished one its files: until then a person can send it on. */
function listUtloepte(pool: Pool, levetidDager: number): Promise<{ id: string }[]> {
  return query(
    pool,
    Utloept,
    `select id from uttrekk.uttrekk
     where (tilstand in ('klar', 'ufullstendig', 'feilet')
         and coalesce(utloeper, ferdig + $1 * interval '1 day') <= now())
       or (tilstand = 'avbrutt' and delnoekkel is not null)
     order by utloeper nulls last`,
    [levetidDager],
  );
}

async function deleteUtloept(deps: Sletting, id: string): Promise<void> {
  await deleteFiler(deps, id, ARBEIDEREN);
  const uttrekk = await getUttrekk(deps.pool, id);
  if (uttrekk.tilstand === 'avbrutt') return;
  await transact(deps.pool, (tx) => moveUttrekk(tx, uttrekk, 'utloept', { kode: 'utloept', verdier: {} }));
}

/**
 * Deletes what has had its time. One that cannot be deleted does not keep the others.
 * @throws the last error, after all have been tried, so that the duty is tried again
 */
export async function slettUtloepte(deps: Sletting, levetidDager: number): Promise<void> {
  let feil: unknown = null;
  for (const { id } of await listUtloepte(deps.pool, levetidDager)) {
    await deleteUtloept(deps, id).catch((error: unknown) => {
      // Somebody moved it meanwhile: the next round sees it as it is.
      if (error instanceof Forbikjoert) return;
      log.error('uttrekk.sletting-feilet', { requestId: id, error });
      feil = error;
    });
  }
  if (feil !== null) throw feil;
}

/**
 * Files have a last day, and go sooner when everybody has them (docs/adr/0033). Rule: an uttrekk is `utloept` only after
 * its files are deleted with proof; what was cancelled loses its parts at once and stays cancelled; a download under way is
 * waited for, and none for long (security.md F-09, P-06). Run again it goes on where it stopped.
 */
import 'server-only';
import { z } from 'zod';
import type { Motormerknad } from '#lib/domain/uttrekk/merknad.ts';
import { type Pool, query, transact } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import type { Aktoer } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { deleteFiler, type Sletting } from '#lib/server/uttrekk/filer/slett.ts';
import { Forbikjoert, getUttrekk, moveUttrekk } from './leie.ts';

/** Nobody asked for it: the time was up. */
const ARBEIDEREN: Aktoer = { brukerId: null, brukernavn: 'arbeideren', enhet: null, sessionRef: null };

/** `timer` where it is because everybody has downloaded them. */
const Utloept = z.object({ id: z.uuid(), timer: z.int().nullable() });
type Utloept = z.infer<typeof Utloept>;

/** How long a stream may hold back what should be gone: nothing outlives its time by a day (P-06). */
const LENGST_STROEM_TIMER = 12;

/** Whether somebody is fetching a file of the uttrekk `u`, or the one of what has changed since it. */
const LASTES_NED = `exists (select from uttrekk.nedlasting n join uttrekk.fil f on f.id = n.fil_id
  where (f.uttrekk_id = u.id or f.fra_id = u.id) and n.aktiv_til > now())`;

/** Its orderer has asked for them to go before their last day: nobody is waited for then. */
const SLETTES_NAA = "coalesce(u.utloeper < u.ferdig + $1 * interval '1 day', false)";

/** What failed keeps its parts as long as a finished one its files: until then a person can send it on. */
function listUtloepte(pool: Pool, levetidDager: number): Promise<Utloept[]> {
  return query(
    pool,
    Utloept,
    `select u.id, case when frist.tid < u.utloeper then u.slett_timer end as timer
     from uttrekk.uttrekk u
       cross join lateral (select coalesce(uttrekk.slettes(u), u.ferdig + $1 * interval '1 day') as tid) frist
     where (u.tilstand in ('klar', 'ufullstendig', 'feilet') and frist.tid <= now()
         and (${SLETTES_NAA} or frist.tid <= now() - interval '${LENGST_STROEM_TIMER} hours' or not ${LASTES_NED}))
       or (u.tilstand = 'avbrutt' and u.delnoekkel is not null)
     order by frist.tid nulls last`,
    [levetidDager],
  );
}

async function deleteUtloept(deps: Sletting, { id, timer }: Utloept): Promise<void> {
  await deleteFiler(deps, id, ARBEIDEREN);
  const uttrekk = await getUttrekk(deps.pool, id);
  if (uttrekk.tilstand === 'avbrutt') return;
  const merknad: Motormerknad =
    timer === null
      ? { kode: 'utloept', verdier: {} }
      : { kode: 'slettetEtterNedlasting', verdier: { timer } };
  await transact(deps.pool, (tx) => moveUttrekk(tx, uttrekk, 'utloept', merknad));
}

/**
 * Deletes what has had its time. One that cannot be deleted does not keep the others.
 * @throws the last error, after all have been tried, so that the duty is tried again
 */
export async function slettUtloepte(deps: Sletting, levetidDager: number): Promise<void> {
  let feil: unknown = null;
  for (const utloept of await listUtloepte(deps.pool, levetidDager)) {
    await deleteUtloept(deps, utloept).catch((error: unknown) => {
      // Somebody moved it meanwhile: the next round sees it as it is.
      if (error instanceof Forbikjoert) return;
      log.error('uttrekk.sletting-feilet', { requestId: utloept.id, error });
      feil = error;
    });
  }
  if (feil !== null) throw feil;
}

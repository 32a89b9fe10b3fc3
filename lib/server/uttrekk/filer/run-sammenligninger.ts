/**
 * Does the comparisons that users have asked for, oldest first. Each is taken before it is tried, for a time that doubles:
 * one that ends badly, has no room, or takes its worker with it keeps none of the others. One that cannot be made, because a
 * run's files are gone or it was tried often enough, is said to have failed. Where two do the same the first to end is
 * believed. Rule: no file of changes has a key after either run is deleted.
 */
import 'server-only';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { type Database, type Pool, query, transact } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import type { Signeringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { signManifest } from '#lib/server/uttrekk/manifest/sign-manifest.ts';
import { unwrapNoekkel } from './container.ts';
import { compareUttrekk, type Sammenlignet } from './endringsfil.ts';
import { Filfeil } from './filfeil.ts';
import { toFilplass, toMappesti, type Uttrekksmappe } from './mappe.ts';

/** `manifestnoekkel` signs what the file is checked by. */
export type Sammenlikner = {
  pool: Pool;
  filKey: string;
  filMappe: string;
  manifestnoekkel: Signeringsnoekkel;
};

const Noekkel = z.instanceof(Buffer).nullable();
const Ventende = z.object({
  id: z.uuid(),
  fra_id: z.uuid(),
  til_id: z.uuid(),
  fra_noekkel: Noekkel,
  til_noekkel: Noekkel,
  forsoek: z.int(),
});
type Ventende = z.infer<typeof Ventende>;

/** Tries at one comparison, an hour of them in all, before it is taken for a fault that trying again does not mend. */
const MAKS_FORSOEK = 6;

/** Nobody takes it again for a minute after the first try, and twice as long after each. */
const TAKE = `update uttrekk.sammenligning s
  set forsoek = s.forsoek + 1, tidligst = now() + 2 ^ s.forsoek * interval '1 minute'
  from uttrekk.uttrekk fra, uttrekk.uttrekk til
  where s.id = (select id from uttrekk.sammenligning where tilstand = 'venter' and tidligst <= now()
      order by opprettet, id limit 1 for update skip locked)
    and fra.id = s.fra_id and til.id = s.til_id
  returning s.id, s.fra_id, s.til_id, s.forsoek, fra.delnoekkel as fra_noekkel, til.delnoekkel as til_noekkel`;

/** Waiting for room is no try. */
const WITHOUT_TRY = 'update uttrekk.sammenligning set forsoek = 0 where id = $1';

/** Throws FIL_MANGLER when the key is destroyed: the run is deleted. */
function openMappe(
  { filKey, filMappe }: Sammenlikner,
  uttrekkId: string,
  noekkel: Buffer | null,
): Uttrekksmappe {
  if (noekkel === null) throw new Filfeil('FIL_MANGLER');

  return {
    uttrekkId,
    sti: toMappesti(filMappe, uttrekkId),
    noekkel: unwrapNoekkel(filKey, uttrekkId, noekkel),
  };
}

async function compare(
  deps: Sammenlikner,
  { fra_id, til_id, fra_noekkel, til_noekkel }: Ventende,
  signal: AbortSignal,
): Promise<Sammenlignet | null> {
  try {
    return await compareUttrekk(
      deps.filKey,
      openMappe(deps, fra_id, fra_noekkel),
      openMappe(deps, til_id, til_noekkel),
      signal,
    );
  } catch (error) {
    if (!(error instanceof Filfeil) || error.kode === 'DISK_FULL') throw error;
    log.warn('uttrekk.sammenligning-feilet', { kode: error.kode });

    return null;
  }
}

const Id = z.object({ id: z.uuid() });

const LEVENDE = `select id from uttrekk.uttrekk where id = any($1) and delnoekkel is not null order by id for share`;
const SAVE = `update uttrekk.sammenligning set tilstand = $2, nye = $3, borte = $4, endret = $5
  where id = $1 and tilstand = 'venter' returning id`;

async function insertFil(
  tx: Database,
  manifestnoekkel: Signeringsnoekkel,
  { fra_id, til_id }: Ventende,
  fil: NonNullable<Sammenlignet['fil']>,
): Promise<void> {
  const { filId, format, bytes, rader, sjekksum, noekkel } = fil;
  const manifest = await signManifest(tx, manifestnoekkel, { uttrekkId: til_id, fraId: fra_id }, fil);
  await tx.query(
    `insert into uttrekk.fil (id, uttrekk_id, fra_id, format, tilstand, bytes, rader, sjekksum, noekkel, manifest)
     values ($1, $2, $3, $4, 'klar', $5, $6, $7, $8, $9)`,
    [filId, til_id, fra_id, format, bytes, rader, sjekksum, noekkel, manifest],
  );
}

/** Whether the file has its row now. Deletion takes the key of a run before it looks for files, and waits for this. */
async function saveSammenligning(
  { pool, manifestnoekkel }: Sammenlikner,
  ventende: Ventende,
  funnet: Sammenlignet | null,
): Promise<boolean> {
  return transact(pool, async (tx) => {
    const levende = await query(tx, Id, LEVENDE, [[ventende.fra_id, ventende.til_id]]);
    const svar = levende.length === new Set([ventende.fra_id, ventende.til_id]).size ? funnet : null;
    const { nye = null, borte = null, endret = null } = svar?.forskjell ?? {};
    const tilstand = svar === null ? 'feilet' : 'klar';
    const lagret = await query(tx, Id, SAVE, [ventende.id, tilstand, nye, borte, endret]);
    if (lagret.length === 0 || !svar?.fil) return false;
    await insertFil(tx, manifestnoekkel, ventende, svar.fil);

    return true;
  });
}

async function runEn(deps: Sammenlikner, ventende: Ventende, signal: AbortSignal): Promise<void> {
  const erOppgitt = ventende.forsoek > MAKS_FORSOEK;
  const funnet = erOppgitt ? null : await compare(deps, ventende, signal);
  const erLagret = await saveSammenligning(deps, ventende, funnet);
  if (erLagret || !funnet?.fil) return;
  const mappe = { uttrekkId: ventende.til_id, sti: toMappesti(deps.filMappe, ventende.til_id) };
  await rm(toFilplass(mappe, funnet.fil.filId).sti, { force: true });
}

/**
 * Until none is due. Throws the signal's reason when it is raised, and the last error (Filfeil DISK_FULL where there was no
 * room) after all have been tried: what was under way still waits, and is done again in its time.
 */
export async function runSammenligninger(deps: Sammenlikner, signal: AbortSignal): Promise<void> {
  let feil: unknown = null;
  for (;;) {
    signal.throwIfAborted();
    const [neste] = await query(deps.pool, Ventende, TAKE);
    if (neste === undefined) break;
    await runEn(deps, neste, signal).catch(async (error: unknown) => {
      feil = error;
      if (error instanceof Filfeil) await deps.pool.query(WITHOUT_TRY, [neste.id]);
      log.error('uttrekk.sammenligning-stanset', { forsoek: neste.forsoek, error });
    });
  }
  if (feil !== null) throw feil;
}

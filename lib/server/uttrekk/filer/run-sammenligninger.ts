/**
 * Does the comparisons that users have asked for, oldest first. Two workers at once do the same and the first to end is
 * believed; one that cannot be made, because a run's files are gone, is said to have failed, and where there is no room it
 * waits. Rule: no file of changes has a key after either run is deleted.
 */
import 'server-only';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { type Database, type Pool, query, transact } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { unwrapNoekkel } from './container.ts';
import { compareUttrekk, type Sammenlignet } from './endringsfil.ts';
import { Filfeil } from './filfeil.ts';
import { toFilplass, toMappesti, type Uttrekksmappe } from './mappe.ts';

export type Sammenlikner = { pool: Pool; filKey: string; filMappe: string };

const Noekkel = z.instanceof(Buffer).nullable();
const Ventende = z.object({
  id: z.uuid(),
  fra_id: z.uuid(),
  til_id: z.uuid(),
  fra_noekkel: Noekkel,
  til_noekkel: Noekkel,
});

const NESTE = `select s.id, s.fra_id, s.til_id, fra.delnoekkel as fra_noekkel, til.delnoekkel as til_noekkel
  from uttrekk.sammenligning s join uttrekk.uttrekk fra on fra.id = s.fra_id join uttrekk.uttrekk til on til.id = s.til_id
  where s.tilstand = 'venter' order by s.opprettet, s.id limit 1`;

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
  { fra_id, til_id, fra_noekkel, til_noekkel }: z.infer<typeof Ventende>,
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
  { fra_id, til_id }: z.infer<typeof Ventende>,
  { filId, format, bytes, rader, sjekksum, noekkel }: NonNullable<Sammenlignet['fil']>,
): Promise<void> {
  await tx.query(
    `insert into uttrekk.fil (id, uttrekk_id, fra_id, format, tilstand, bytes, rader, sjekksum, noekkel)
     values ($1, $2, $3, $4, 'klar', $5, $6, $7, $8)`,
    [filId, til_id, fra_id, format, bytes, rader, sjekksum, noekkel],
  );
}

/** Whether the file has its row now. Deletion takes the key of a run before it looks for files, and waits for this. */
async function saveSammenligning(
  pool: Pool,
  ventende: z.infer<typeof Ventende>,
  funnet: Sammenlignet | null,
): Promise<boolean> {
  return transact(pool, async (tx) => {
    const levende = await query(tx, Id, LEVENDE, [[ventende.fra_id, ventende.til_id]]);
    const svar = levende.length === new Set([ventende.fra_id, ventende.til_id]).size ? funnet : null;
    const { nye = null, borte = null, endret = null } = svar?.forskjell ?? {};
    const tilstand = svar === null ? 'feilet' : 'klar';
    const lagret = await query(tx, Id, SAVE, [ventende.id, tilstand, nye, borte, endret]);
    if (lagret.length === 0 || !svar?.fil) return false;
    await insertFil(tx, ventende, svar.fil);

    return true;
  });
}

/**
 * Until none waits. Throws the signal's reason when it is raised, and Filfeil DISK_FULL: what was under way still waits and
 * is done again.
 */
export async function runSammenligninger(deps: Sammenlikner, signal: AbortSignal): Promise<void> {
  for (;;) {
    const [neste] = await query(deps.pool, Ventende, NESTE);
    if (neste === undefined) return;
    const funnet = await compare(deps, neste, signal);
    const erLagret = await saveSammenligning(deps.pool, neste, funnet);
    if (erLagret || !funnet?.fil) continue;
    const mappe = { uttrekkId: neste.til_id, sti: toMappesti(deps.filMappe, neste.til_id) };
    await rm(toFilplass(mappe, funnet.fil.filId).sti, { force: true });
  }
}

/**
 * Does the comparisons that users have asked for, oldest first. Two workers at once do the same and write the same; one
 * that cannot be made, because a run's files are gone, is said to have failed.
 */
import 'server-only';
import { z } from 'zod';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { unwrapNoekkel } from './container.ts';
import { Filfeil } from './filfeil.ts';
import { toMappesti, type Uttrekksmappe } from './mappe.ts';
import { compareUttrekk, type Forskjell } from './sammenlign.ts';

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
): Promise<Forskjell | null> {
  try {
    return await compareUttrekk(
      openMappe(deps, fra_id, fra_noekkel),
      openMappe(deps, til_id, til_noekkel),
      signal,
    );
  } catch (error) {
    if (!(error instanceof Filfeil)) throw error;
    log.warn('uttrekk.sammenligning-feilet', { kode: error.kode });

    return null;
  }
}

/** Until none waits. Throws the signal's reason when it is raised: what was under way is done again. */
export async function runSammenligninger(deps: Sammenlikner, signal: AbortSignal): Promise<void> {
  for (;;) {
    const [neste] = await query(deps.pool, Ventende, NESTE);
    if (neste === undefined) return;
    const forskjell = await compare(deps, neste, signal);
    await deps.pool.query({
      text: `update uttrekk.sammenligning set tilstand = $2, nye = $3, borte = $4, endret = $5
        where id = $1 and tilstand = 'venter'`,
      values: [
        neste.id,
        forskjell === null ? 'feilet' : 'klar',
        forskjell?.nye ?? null,
        forskjell?.borte ?? null,
        forskjell?.endret ?? null,
      ],
    });
  }
}

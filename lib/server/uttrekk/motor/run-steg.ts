/**
 * One visit to an uttrekk by whoever has its lease: does everything that can be done now, each thing in a transaction of
 * its own, and says when to come back. All it knows it reads from the rows, so any worker can make the next visit.
 */
import 'server-only';
import { z } from 'zod';
import { type Database, query } from '#lib/server/db/pool.ts';
import { createFilnoekkel, wrapNoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { avbrytUttrekk } from './avbryt.ts';
import { bestillJobb, markUkjent } from './bestill-jobb.ts';
import { ferdigstillUttrekk } from './ferdigstill-uttrekk.ts';
import { hentBatch } from './hent-batch.ts';
import { ensureJobber, type Jobb, listJobber, resetStansede } from './jobber.ts';
import { getUttrekk, type Leie, moveUttrekk, type Uttrekk, withLeie } from './leie.ts';
import type { Motordeps } from './motor.ts';

/** An uttrekk that has stopped and that a person sent on: what the register has given already is not asked for again. */
async function resume(tx: Database, uttrekk: Uttrekk): Promise<void> {
  const [funnet] = await query(
    tx,
    z.object({ jobber: z.boolean(), batcher: z.boolean() }),
    `select exists (select from uttrekk.jobb where uttrekk_id = $1 and tilstand in ('bestilt', 'hentet')) as jobber,
       exists (select from uttrekk.batch where uttrekk_id = $1 and tilstand = 'hentet') as batcher`,
    [uttrekk.id],
  );
  if (!funnet?.jobber) return;
  const fortsetter = { kode: 'fortsetter', verdier: {} } as const;
  await moveUttrekk(tx, uttrekk, 'bestilt', fortsetter);
  const bestilt = { ...uttrekk, tilstand: 'bestilt', versjon: uttrekk.versjon + 1 } as const;
  if (funnet.batcher) await moveUttrekk(tx, bestilt, 'henter', fortsetter);
}

/** The rows and the key that the work needs. */
async function prepare({ pool, filKey }: Motordeps, leie: Leie, uttrekk: Uttrekk): Promise<void> {
  await withLeie(pool, leie, async (tx) => {
    await ensureJobber(tx, uttrekk.id, uttrekk.bestilling);
    await resetStansede(tx, uttrekk.id);
    await tx.query('update uttrekk.uttrekk set delnoekkel = coalesce(delnoekkel, $2) where id = $1', [
      uttrekk.id,
      wrapNoekkel(filKey, uttrekk.id, createFilnoekkel()),
    ]);
    await resume(tx, uttrekk);
  });
}

/** Its chunks that are not done, and the persons of those that are. */
async function countDeler({ pool }: Motordeps, uttrekkId: string) {
  const [rad] = await query(
    pool,
    z.object({ uferdige: z.int(), levert: z.int() }),
    `select (count(*) filter (where tilstand in ('venter', 'hentes')))::int as uferdige,
       coalesce(sum(levert), 0)::int as levert
     from uttrekk.del where uttrekk_id = $1`,
    [uttrekkId],
  );

  return rad ?? { uferdige: 0, levert: 0 };
}

/** All batches are there: when all chunks are too, the files can be made. */
async function finishHenting(deps: Motordeps, leie: Leie, uttrekk: Uttrekk): Promise<number> {
  const { uferdige, levert } = await countDeler(deps, uttrekk.id);
  if (uferdige > 0) return deps.valg.ventPaaAndreMs;
  await withLeie(deps.pool, leie, async (tx) => {
    const merknad = { kode: 'ferdigstiller', verdier: { antall: levert } } as const;
    if (uttrekk.tilstand === 'henter') return moveUttrekk(tx, uttrekk, 'ferdigstiller', merknad);
    // Nobody was found, so there was no batch to fetch.
    await moveUttrekk(tx, uttrekk, 'henter', { kode: 'ingenTreff', verdier: {} });
    const henter = { ...uttrekk, tilstand: 'henter', versjon: uttrekk.versjon + 1 } as const;
    await moveUttrekk(tx, henter, 'ferdigstiller', merknad);
  });

  return 0;
}

/** Does one thing with the jobs. @returns milliseconds until there may be another; 0 for at once */
async function runHenting(deps: Motordeps, leie: Leie, uttrekk: Uttrekk): Promise<number> {
  const jobber = await listJobber(deps.pool, uttrekk.id);
  const sendes = jobber.find(({ tilstand }) => tilstand === 'sendes');
  // Only who has the lease sends, and it is not in the middle of it: whoever was, is gone.
  if (sendes) {
    await markUkjent(deps, leie, uttrekk, sendes.nr);
    return 0;
  }
  const is = (tilstand: Jobb['tilstand']) => (jobb: Jobb) => jobb.tilstand === tilstand && jobb.moden;
  const klarTilBestilling = jobber.find(is('venter'));
  if (klarTilBestilling && (await bestillJobb(deps, leie, uttrekk, klarTilBestilling, jobber.length)))
    return 0;
  // The one that has waited longest, so that one job with many batches does not keep the others.
  const [klarTilHenting] = jobber.filter(is('bestilt')).sort((a, b) => a.om_ms - b.om_ms);
  if (klarTilHenting) {
    await hentBatch(deps, leie, uttrekk, klarTilHenting);
    return 0;
  }
  if (jobber.every(({ tilstand }) => tilstand === 'hentet')) return finishHenting(deps, leie, uttrekk);
  const venter = jobber.filter(({ tilstand, moden }) => ['venter', 'bestilt'].includes(tilstand) && !moden);

  return Math.min(
    ...venter.map(({ om_ms }) => om_ms),
    klarTilBestilling ? deps.valg.ventPaaAndreMs : Number.POSITIVE_INFINITY,
  );
}

/**
 * Visits the uttrekk until there is nothing more to do now.
 * @returns milliseconds until somebody should look again
 * @throws Forbikjoert, Kvotefull, AppError REVISJONSLOGG_UTILGJENGELIG and the driver's errors: all mean later
 */
export async function runSteg(deps: Motordeps, leie: Leie, signal: AbortSignal): Promise<number> {
  for (;;) {
    if (signal.aborted) return 0;
    const uttrekk = await getUttrekk(deps.pool, leie.uttrekkId);
    if (uttrekk.oenske === 'avbryt') {
      await avbrytUttrekk(deps, leie, uttrekk);
      return 0;
    }
    if (uttrekk.oenske === 'pause') return 0;
    if (uttrekk.tilstand === 'ferdigstiller') {
      await ferdigstillUttrekk(deps, leie, uttrekk, signal);
      return 0;
    }
    if (!['iKoe', 'bestilt', 'venterPaaRegisteret', 'henter'].includes(uttrekk.tilstand)) return 0;
    if (uttrekk.tilstand === 'iKoe') await prepare(deps, leie, uttrekk);
    const omMs = await runHenting(deps, leie, await getUttrekk(deps.pool, leie.uttrekkId));
    if (omMs > 0) return omMs;
  }
}

/**
 * One chunk: its identifiers are looked up, what came is sealed, and the row says so. Rule: each call has its INTENT
 * before and its end after; the sealed file is whole before the row counts it; a fault leaves the chunk to be tried again
 * and never the uttrekk as failed (security.md R-10, section 8.3).
 */
import 'server-only';
import { rm } from 'node:fs/promises';
import { type Database, transact } from '#lib/server/db/pool.ts';
import type { Arkivsvar, Bulksvar, FregFeil } from '#lib/server/freg/freg-svar.ts';
import { log } from '#lib/server/log/log.ts';
import { writeDelfil } from '#lib/server/uttrekk/filer/deler.ts';
import { Filfeil } from '#lib/server/uttrekk/filer/filfeil.ts';
import { toDelplass, type Uttrekksmappe } from '#lib/server/uttrekk/filer/mappe.ts';
import type { Batchleser } from './batchleser.ts';
import { type Delrad, delayDel, saveFerdigDel, toAdresse } from './delrad.ts';
import { hentPoster, type Poster } from './hent-poster.ts';
import { addMerknad, Forbikjoert, getUttrekk, pauseUttrekk, type Uttrekk } from './leie.ts';
import type { Lesetur } from './lesetur.ts';
import { openMappe } from './mappe.ts';
import { createVentMs, isEgenFeil, type Motordeps } from './motor.ts';
import { stopForBatch } from './oedelagt.ts';
import { toReaksjon, toUtfall } from './reaksjon.ts';
import { intendFor, runKall } from './run-kall.ts';

/** What a chunk tells the pump: how the register took it, and whether all calls should wait. */
export type Delutfall = { last: 'ok' | 'overlast' | 'annet'; ventMs: number };

/** One bulk call with its acts. What the register gives is kept by us: it ends as such, with the digest of the ids. */
function createCall(deps: Motordeps, uttrekk: Uttrekk, del: Delrad, { take }: Lesetur, signal: AbortSignal) {
  const { freg, revisjonslogg } = deps;
  const { pakke, kilde } = uttrekk.bestilling;
  const felles = { pakke, deler: uttrekk.deler, signal, requestId: uttrekk.id, foerLesing: take };
  const gjelder = { uttrekk: uttrekk.id, jobb: del.jobbNr, batch: del.batchNr, del: del.nr };

  return (ider: readonly string[]): Promise<Bulksvar | Arkivsvar | FregFeil> =>
    runKall<Bulksvar | Arkivsvar | FregFeil, Bulksvar | Arkivsvar | FregFeil>(
      deps,
      () => intendFor(deps, uttrekk, 'UTTREKK_OPPSLAG', { ...gjelder, antall: ider.length }, null),
      () =>
        kilde.slag === 'komplett'
          ? freg.hentArkiv({ ...felles, ider })
          : freg.hentMange({ ...felles, numre: ider }),
      async (svar, act) => {
        if (svar.kind === 'bulk' || svar.kind === 'arkiv')
          await act.keep({
            utfall: 'hentet',
            antall: svar.poster.length,
            avtrykk: revisjonslogg.toAvtrykk(ider.join('\n')),
          });
        else await act.fail(null, toUtfall(svar));

        return svar;
      },
    );
}

/** The chunk's fault in the rows: another try later, or the uttrekk on pause with a reason. */
async function saveFeil(deps: Motordeps, del: Delrad, svar: FregFeil): Promise<Delutfall> {
  const { pool, valg, random } = deps;
  const reaksjon = toReaksjon(svar);
  if (reaksjon.kind === 'vent') {
    await delayDel(pool, del, reaksjon.ms, del.forsoek);
    return { last: svar.kind === 'opptatt' ? 'overlast' : 'annet', ventMs: reaksjon.ms };
  }
  const isUsed = del.forsoek + 1 >= valg.maksForsoek;
  const grunn = reaksjon.kind === 'stopp' ? reaksjon.feil : isUsed ? 'registeretSvarerIkke' : null;
  if (grunn !== null) {
    log.error('uttrekk.pause', { kode: grunn, requestId: del.uttrekkId });
    // A person resumes it: the chunk then has all its tries again.
    await transact(pool, async (tx) => {
      await pauseUttrekk(tx, del.uttrekkId, grunn);
      await delayDel(tx, del, 0, 0);
    });
    return { last: 'annet', ventMs: 0 };
  }
  await delayDel(pool, del, createVentMs(valg.nyttForsoek, del.forsoek, random), del.forsoek + 1);

  return { last: 'overlast', ventMs: 0 };
}

async function saveDel(
  deps: Motordeps,
  uttrekk: Uttrekk,
  mappe: Uttrekksmappe,
  del: Delrad,
  { poster, uteblitt, stoppet }: Poster,
): Promise<void> {
  const adresse = toAdresse(del);
  const resultat = await writeDelfil(
    mappe,
    uttrekk.bestilling,
    adresse,
    poster,
    deps.revisjonslogg.toSubjektRef,
  );
  const merknader = [
    { kode: 'stoppetAvBrannmur', verdier: { antall: stoppet } },
    { kode: 'uteblitt', verdier: { antall: uteblitt } },
  ] as const;
  await saveFerdigDel(deps.pool, del, resultat, uteblitt + stoppet, async (tx: Database) => {
    for (const merknad of merknader) {
      if (merknad.verdier.antall > 0) await addMerknad(tx, del.uttrekkId, merknad);
    }
  }).catch(async (error: unknown) => {
    // Nobody will look for a file whose turn was not counted.
    if (error instanceof Forbikjoert) await rm(toDelplass(mappe, adresse).sti, { force: true });
    throw error;
  });
}

async function runDel(
  deps: Motordeps,
  batchleser: Batchleser,
  del: Delrad,
  tur: Lesetur,
  signal: AbortSignal,
): Promise<Delutfall> {
  const { pool, filKey, filMappe, valg, random } = deps;
  const uttrekk = await getUttrekk(pool, del.uttrekkId);
  const mappe = openMappe(filKey, filMappe, uttrekk);
  const ider = await batchleser.read(mappe, del, valg.delstoerrelse);
  const svar = await hentPoster(ider, createCall(deps, uttrekk, del, tur, signal));
  if (svar.kind !== 'poster') return saveFeil(deps, del, svar);
  // The register is asked again about those its answer forgot, some times.
  if (svar.uteblitt > 0 && del.forsoek + 1 < valg.maksUteblitt) {
    log.warn('uttrekk.uteblitt', { antall: svar.uteblitt, requestId: del.uttrekkId });
    await delayDel(pool, del, createVentMs(valg.nyttForsoek, del.forsoek, random), del.forsoek + 1);
    return { last: 'ok', ventMs: 0 };
  }
  await saveDel(deps, uttrekk, mappe, del, svar);

  return { last: 'ok', ventMs: 0 };
}

/** What stopped a chunk on our own side, in the rows. */
async function saveEgenFeil(deps: Motordeps, del: Delrad, error: unknown): Promise<void> {
  const { pool, valg } = deps;
  log.error('uttrekk.del-egen-feil', { requestId: del.uttrekkId, error });
  const isFull = error instanceof Filfeil && error.kode === 'DISK_FULL';
  // The one file that a chunk reads is its batch's.
  if (error instanceof Filfeil && !isFull)
    return stopForBatch(deps, await getUttrekk(pool, del.uttrekkId), del.jobbNr);
  const isUsed = isFull || del.forsoek + 1 >= valg.maksForsoek;
  await transact(pool, async (tx) => {
    if (isUsed) await pauseUttrekk(tx, del.uttrekkId, isFull ? 'diskFull' : 'internFeil');
    const omMs = createVentMs(valg.nyttForsoek, del.forsoek, deps.random);
    await delayDel(tx, del, omMs, isUsed ? 0 : del.forsoek + 1);
  });
}

/**
 * Does one chunk that was taken. Never throws for what the register, the disk or another worker does.
 * @throws Kvotefull; the driver's errors and AppError REVISJONSLOGG_UTILGJENGELIG: the chunk is then free again
 */
export async function hentDel(
  deps: Motordeps,
  batchleser: Batchleser,
  del: Delrad,
  tur: Lesetur,
  signal: AbortSignal,
): Promise<Delutfall> {
  try {
    return await runDel(deps, batchleser, del, tur, signal);
  } catch (error) {
    if (error instanceof Filfeil || isEgenFeil(error)) {
      // Somebody else may have moved it meanwhile, and then there is nothing to say.
      await saveEgenFeil(deps, del, error).catch((nyFeil: unknown) => {
        if (!(nyFeil instanceof Forbikjoert)) throw nyFeil;
      });
    } else if (!(error instanceof Forbikjoert)) throw error;

    return { last: 'annet', ventMs: 0 };
  } finally {
    tur.end();
  }
}

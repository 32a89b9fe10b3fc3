/**
 * Asks the register for the next batch of a job. Rule: 404 is a wait and never an end; only an empty 200 ends a job; a
 * batch is a sealed file and its chunks are rows before the next one is asked for (security.md ).
 */
import 'server-only';
import { z } from 'zod';
import type { Motorfeil } from '#lib/domain/uttrekk/merknad.ts';
import { type Database, query } from '#lib/server/db/pool.ts';
import type { Batchsvar, FregFeil } from '#lib/server/freg/freg-svar.ts';
import { log } from '#lib/server/log/log.ts';
import type { Act } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { writeBatchfil } from '#lib/server/uttrekk/filer/deler.ts';
import { Filfeil } from '#lib/server/uttrekk/filer/filfeil.ts';
import { delayJobb, endJobb, type Jobb } from './jobber.ts';
import { addMerknad, type Leie, moveUttrekk, pauseUttrekk, type Uttrekk, withLeie } from './leie.ts';
import { openMappe } from './mappe.ts';
import { createVentMs, type Motordeps } from './motor.ts';
import { toReaksjon, toUtfall } from './reaksjon.ts';
import { intendFor, runKall } from './run-kall.ts';

/** The batch that is next, with how often it was asked for. Its row is made the first time. */
async function getNesteBatch(db: Database, uttrekkId: string, jobbNr: number) {
  const [rad] = await query(
    db,
    z.object({ nr: z.int(), forsoek: z.int() }),
    `insert into uttrekk.batch as b (uttrekk_id, jobb_nr, nr)
     select $1::uuid, $2::int, count(*) from uttrekk.batch where uttrekk_id = $1 and jobb_nr = $2 and tilstand = 'hentet'
     on conflict (uttrekk_id, jobb_nr, nr) do update set forsoek = b.forsoek + 1
     returning nr, forsoek`,
    [uttrekkId, jobbNr],
  );
  if (rad === undefined) throw new Error('no batch row');

  return rad;
}

/** First a short wait, then from `minst` doubled to `mest`. */
function createPollMs({ poll }: Motordeps['valg'], forsoek: number): number {
  if (forsoek === 0) return poll.foersteMs;

  return Math.min(poll.mestMs, poll.minstMs * 2 ** Math.min(forsoek - 1, 20));
}

async function endMedFeil(tx: Database, uttrekk: Uttrekk, nr: number, feil: Motorfeil): Promise<void> {
  await endJobb(tx, uttrekk.id, nr, 'feilet');
  await moveUttrekk(tx, uttrekk, 'feilet', { kode: 'stoppet', verdier: { grunn: feil } }, feil);
  log.error('uttrekk.feilet', { kode: feil, requestId: uttrekk.id });
}

/** Not ready: asked for again later, until its time is out. */
function saveIkkeKlar(deps: Motordeps, leie: Leie, uttrekk: Uttrekk, jobb: Jobb, forsoek: number) {
  return withLeie(deps.pool, leie, async (tx) => {
    if (jobb.utgaatt) return endMedFeil(tx, uttrekk, jobb.nr, 'fristUtloept');
    await delayJobb(tx, uttrekk.id, jobb, 'bestilt', createPollMs(deps.valg, forsoek), 0);
    if (uttrekk.tilstand === 'bestilt')
      await moveUttrekk(tx, uttrekk, 'venterPaaRegisteret', { kode: 'venterPaaRegisteret', verdier: {} });
  });
}

/** Everything that a batch leaves in the database, together: its row, its chunks, and when to ask for the next. */
async function saveBatch(
  deps: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
  jobb: Jobb,
  nr: number,
  ider: readonly string[],
  act: Act,
): Promise<void> {
  const { pool, filKey, filMappe, valg } = deps;
  const fil = await writeBatchfil(openMappe(filKey, filMappe, uttrekk), jobb.nr, nr, ider);
  // Kept, so in the log, before it counts: without the row nobody looks into the file.
  await act.keep({ utfall: 'hentet', antall: ider.length, avtrykk: fil.sjekksum.toString('hex') });
  const deler = Math.ceil(ider.length / valg.delstoerrelse);
  await withLeie(pool, leie, async (tx) => {
    const { rowCount } = await tx.query(
      `update uttrekk.batch set tilstand = 'hentet', antall = $4, bytes = $5, sjekksum = $6, hentet = now()
       where uttrekk_id = $1 and jobb_nr = $2 and nr = $3 and tilstand = 'venter'`,
      [uttrekk.id, jobb.nr, nr, ider.length, fil.bytes, fil.sjekksum],
    );
    if (rowCount === 0) throw new Error('the batch was fetched twice');
    await tx.query(
      `insert into uttrekk.del (uttrekk_id, jobb_nr, batch_nr, nr, antall)
       select $1::uuid, $2::int, $3::int, d, least($5::int, $6::int - d * $5::int) from generate_series(0, $4::int - 1) as d`,
      [uttrekk.id, jobb.nr, nr, deler, valg.delstoerrelse, ider.length],
    );
    await tx.query(
      `update uttrekk.jobb set forsoek = 0, neste = now(), frist = now() + $3 * interval '1 millisecond'
       where uttrekk_id = $1 and nr = $2`,
      [uttrekk.id, jobb.nr, valg.fristMs],
    );
    const verdier = { jobb: jobb.nr + 1, batch: nr, antall: ider.length };
    const merknad = { kode: 'batchHentet', verdier } as const;
    if (uttrekk.tilstand === 'henter') await addMerknad(tx, uttrekk.id, merknad);
    else await moveUttrekk(tx, uttrekk, 'henter', merknad);
  });
}

function saveSlutt({ pool }: Motordeps, leie: Leie, uttrekk: Uttrekk, jobb: Jobb, nr: number): Promise<void> {
  return withLeie(pool, leie, async (tx) => {
    await tx.query(
      `update uttrekk.batch set tilstand = 'tom', hentet = now() where uttrekk_id = $1 and jobb_nr = $2 and nr = $3`,
      [uttrekk.id, jobb.nr, nr],
    );
    await endJobb(tx, uttrekk.id, jobb.nr, 'hentet');
    await addMerknad(tx, uttrekk.id, { kode: 'sisteBatch', verdier: { jobb: jobb.nr + 1, batcher: nr } });
  });
}

async function saveFeil(deps: Motordeps, leie: Leie, uttrekk: Uttrekk, jobb: Jobb, svar: FregFeil) {
  const { pool, valg, random } = deps;
  const reaksjon = toReaksjon(svar);
  await withLeie(pool, leie, async (tx) => {
    if (jobb.utgaatt) return endMedFeil(tx, uttrekk, jobb.nr, 'fristUtloept');
    const erTomt = reaksjon.kind === 'proevIgjen' && jobb.forsoek + 1 >= valg.maksForsoek;
    const ms = reaksjon.kind === 'vent' ? reaksjon.ms : createVentMs(valg.nyttForsoek, jobb.forsoek, random);
    await delayJobb(tx, uttrekk.id, jobb, 'bestilt', ms, reaksjon.kind === 'proevIgjen' ? 1 : 0);
    if (erTomt) {
      await tx.query('update uttrekk.jobb set forsoek = 0 where uttrekk_id = $1 and nr = $2', [
        uttrekk.id,
        jobb.nr,
      ]);
      await pauseUttrekk(tx, uttrekk.id, 'registeretSvarerIkke');
    }
    if (reaksjon.kind === 'stopp') await pauseUttrekk(tx, uttrekk.id, reaksjon.feil);
  });
}

async function saveSvar(
  deps: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
  jobb: Jobb,
  batch: { nr: number; forsoek: number },
  svar: Batchsvar | FregFeil,
  act: Act,
): Promise<void> {
  switch (svar.kind) {
    case 'batch':
      return saveBatch(deps, leie, uttrekk, jobb, batch.nr, svar.ider, act);
    case 'slutt':
      await act.keep({ utfall: 'slutt', antall: 0, avtrykk: deps.revisjonslogg.toAvtrykk('') });
      return saveSlutt(deps, leie, uttrekk, jobb, batch.nr);
    case 'ikkeKlar':
      await act.fail(null, 'ikkeKlar');
      return saveIkkeKlar(deps, leie, uttrekk, jobb, batch.forsoek);
    case 'borte':
      await act.fail(null, 'borte');
      return withLeie(deps.pool, leie, (tx) => endMedFeil(tx, uttrekk, jobb.nr, 'jobbBorte'));
    default:
      await act.fail(null, toUtfall(svar));
      return saveFeil(deps, leie, uttrekk, jobb, svar);
  }
}

/** Asks for the next batch of a job that the register has, and leaves what came of it in rows: also that there is no room. */
export async function hentBatch(deps: Motordeps, leie: Leie, uttrekk: Uttrekk, jobb: Jobb): Promise<void> {
  const { pool, freg } = deps;
  const { pakke, kilde } = uttrekk.bestilling;
  const jobbId = jobb.register_jobb ?? '';
  const batch = await withLeie(pool, leie, (tx) => getNesteBatch(tx, uttrekk.id, jobb.nr));
  const gjelder = { uttrekk: uttrekk.id, jobb: jobb.nr, batch: batch.nr };
  try {
    await runKall(
      deps,
      () => intendFor(deps, uttrekk, 'UTTREKK_BATCH', gjelder, null),
      () => freg.getBatch({ pakke, slag: kilde.slag, jobbId, batchNr: batch.nr, requestId: uttrekk.id }),
      (svar, act) => saveSvar(deps, leie, uttrekk, jobb, batch, svar, act),
    );
  } catch (error) {
    if (!(error instanceof Filfeil) || error.kode !== 'DISK_FULL') throw error;
    log.error('uttrekk.pause', { kode: 'diskFull', requestId: uttrekk.id });
    await withLeie(pool, leie, (tx) => pauseUttrekk(tx, uttrekk.id, 'diskFull'));
  }
}

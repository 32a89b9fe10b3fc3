/**
 * Orders one job at the register. Rule: `sendes` is committed before anything is sent, and only a job that waits is ever
 * sent, so that no job is ordered twice; what happened to one whose answer is lost a person decides (security.md R-03).
 * The register takes ten jobs at a time, counted in the database over all uttrekk.
 */
import 'server-only';
import { MAKS_JOBBER } from '#lib/domain/uttrekk/grenser.ts';
import type { Bestilt, FregFeil } from '#lib/server/freg/freg-svar.ts';
import type { Act } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { ensureFeedplass } from './ensure-feedplass.ts';
import { delayJobb, endJobb, type Jobb } from './jobber.ts';
import { addMerknad, type Leie, moveUttrekk, pauseUttrekk, type Uttrekk, withLeie } from './leie.ts';
import { createVentMs, type Motordeps } from './motor.ts';
import { toReaksjon, toUtfall } from './reaksjon.ts';
import { intendFor, runKall } from './run-kall.ts';

/** Any number that nothing else in the database locks by. */
const PLASSER_LOCK = 7_261_002;

/**
 * Jobs that hold a place: those of an uttrekk that was cancelled may still hold one at the register, which then says so
 * itself. An uttrekk with none may take any place that is free; one that has some leaves one for each that has none.
 */
const PLASS = `
  with opptatt as (
    select j.uttrekk_id from uttrekk.jobb j join uttrekk.uttrekk u on u.id = j.uttrekk_id
    where j.tilstand in ('sendes', 'bestilt', 'ukjent')
      and u.tilstand in ('iKoe', 'bestilt', 'venterPaaRegisteret', 'henter', 'ukjent')),
  trenger as (
    select count(*) as antall from uttrekk.uttrekk u
    where u.id <> $1 and u.oenske = 'kjoer' and u.tilstand in ('iKoe', 'bestilt', 'venterPaaRegisteret', 'henter')
      and not exists (select from opptatt o where o.uttrekk_id = u.id)
      and (u.tilstand = 'iKoe' or exists (
        select from uttrekk.jobb j where j.uttrekk_id = u.id and j.tilstand = 'venter')))
  select from opptatt having count(*) + case when bool_or(uttrekk_id = $1)
    then (select antall from trenger) else 0 end < ${MAKS_JOBBER}`;

/** Whether there is a place, without taking it: saves an act that would come to nothing. */
async function hasPlass({ pool }: Motordeps, uttrekkId: string): Promise<boolean> {
  return ((await pool.query(PLASS, [uttrekkId])).rowCount ?? 0) > 0;
}

/** Takes a place and marks the job as being sent, committed together. */
function takePlass({ pool }: Motordeps, leie: Leie, nr: number): Promise<boolean> {
  return withLeie(pool, leie, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [PLASSER_LOCK]);
    const { rowCount } = await tx.query(
      `update uttrekk.jobb set tilstand = 'sendes', sendt = now()
       where uttrekk_id = $1 and nr = $2 and tilstand = 'venter' and exists (${PLASS})`,
      [leie.uttrekkId, nr],
    );

    return rowCount === 1;
  });
}

function sendBestilling(
  { freg }: Motordeps,
  { id, bestilling }: Uttrekk,
  jobb: Jobb,
  feedplass: number | null,
): Promise<Bestilt | FregFeil> {
  const { pakke, kilde } = bestilling;
  const { kriterier } = jobb;
  if (kilde.slag === 'komplett') {
    // The latest, said in so many words, so that the feed goes on where the files end (freg-contract.md section 9 no 19).
    const sekvensnummer = kilde.sekvensnummer ?? feedplass?.toString() ?? null;
    return freg.bestillKomplett({ pakke, sekvensnummer, requestId: id });
  }
  const { sted, ...utvalg } = kilde.utvalg;
  const kommune = kriterier.slag === 'tilpasset' ? kriterier.kommune : null;

  return freg.bestillTilpasset({
    pakke,
    utvalg,
    sted: sted === null || kommune === null ? null : { slag: sted.slag, kommune },
    requestId: id,
  });
}

async function saveBestilt(
  { pool, revisjonslogg, valg }: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
  { nr }: Jobb,
  av: number,
  jobbId: string,
  act: Act,
): Promise<void> {
  await withLeie(pool, leie, async (tx) => {
    await tx.query(
      `update uttrekk.jobb set tilstand = 'bestilt', register_jobb = $3, forsoek = 0,
         neste = now() + $4 * interval '1 millisecond', frist = now() + $5 * interval '1 millisecond'
       where uttrekk_id = $1 and nr = $2`,
      [uttrekk.id, nr, jobbId, valg.poll.foersteMs, valg.fristMs],
    );
    const merknad = { kode: 'bestilt', verdier: { jobb: nr + 1, av } } as const;
    if (uttrekk.tilstand !== 'iKoe') return addMerknad(tx, uttrekk.id, merknad);
    await moveUttrekk(tx, uttrekk, 'bestilt', merknad);
    await tx.query('update uttrekk.uttrekk set bestilt = coalesce(bestilt, now()) where id = $1', [
      uttrekk.id,
    ]);
  });
  await act.keep({ utfall: 'bestilt', antall: 0, avtrykk: revisjonslogg.toAvtrykk(jobbId) });
}

/** The order was refused or never left: the job keeps its place in the queue, or the uttrekk stops. */
async function saveAvvist(
  { pool, valg, random }: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
  jobb: Jobb,
  av: number,
  svar: FregFeil,
): Promise<void> {
  const reaksjon = toReaksjon(svar);
  await withLeie(pool, leie, async (tx) => {
    if (reaksjon.kind === 'stopp' && reaksjon.feil === 'avvistAvRegisteret') {
      await endJobb(tx, uttrekk.id, jobb.nr, 'feilet');
      const stoppet = { kode: 'stoppet', verdier: { grunn: reaksjon.feil } } as const;
      return moveUttrekk(tx, uttrekk, 'feilet', stoppet, reaksjon.feil);
    }
    const venter = createVentMs(valg.nyttForsoek, jobb.forsoek, random);
    const ms = reaksjon.kind === 'vent' ? Math.max(reaksjon.ms, venter) : venter;
    await delayJobb(tx, uttrekk.id, jobb, 'venter', ms, 1);
    if (reaksjon.kind === 'stopp') return pauseUttrekk(tx, uttrekk.id, reaksjon.feil);
    if (reaksjon.kind === 'proevIgjen' && jobb.forsoek + 1 >= valg.maksForsoek) {
      await tx.query('update uttrekk.jobb set forsoek = 0 where uttrekk_id = $1 and nr = $2', [
        uttrekk.id,
        jobb.nr,
      ]);
      return pauseUttrekk(tx, uttrekk.id, 'registeretSvarerIkke');
    }
    if (svar.kind === 'opptatt' && jobb.forsoek === 0)
      await addMerknad(tx, uttrekk.id, { kode: 'registeretFullt', verdier: { jobb: jobb.nr + 1, av } });
  });
}

/** Nobody knows whether the register has the order: a person decides. */
export function markUkjent({ pool }: Motordeps, leie: Leie, uttrekk: Uttrekk, nr: number): Promise<void> {
  return withLeie(pool, leie, async (tx) => {
    await endJobb(tx, uttrekk.id, nr, 'ukjent');
    const stoppet = { kode: 'stoppet', verdier: { grunn: 'bestillingUkjent' } } as const;
    await moveUttrekk(tx, uttrekk, 'ukjent', stoppet, 'bestillingUkjent');
  });
}

/**
 * Orders a job that waits, if the register has room for it.
 * @param av how many jobs the uttrekk has
 * @returns false when there was no room
 */
export async function bestillJobb(
  deps: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
  jobb: Jobb,
  av: number,
): Promise<boolean> {
  if (!(await hasPlass(deps, uttrekk.id))) return false;
  const feedplass = await ensureFeedplass(deps, leie, uttrekk);
  if (feedplass !== null && typeof feedplass === 'object') {
    await saveAvvist(deps, leie, uttrekk, jobb, av, feedplass);
    return true;
  }
  const { kilde } = uttrekk.bestilling;
  const kriterier = { kilde, jobb: jobb.kriterier, feedplass };
  const gjelder = { uttrekk: uttrekk.id, jobb: jobb.nr };

  return runKall(
    deps,
    () => intendFor(deps, uttrekk, 'UTTREKK_BESTILLING', gjelder, kriterier),
    async () =>
      (await takePlass(deps, leie, jobb.nr))
        ? await sendBestilling(deps, uttrekk, jobb, feedplass)
        : ({ kind: 'ingenPlass' } as const),
    async (svar, act) => {
      if (svar.kind === 'bestilt') {
        await saveBestilt(deps, leie, uttrekk, jobb, av, svar.jobbId, act);
        return true;
      }
      if (svar.kind === 'ukjentUtfall') await markUkjent(deps, leie, uttrekk, jobb.nr);
      else if (svar.kind !== 'ingenPlass') await saveAvvist(deps, leie, uttrekk, jobb, av, svar);
      await act.fail(null, toUtfall(svar));

      return svar.kind !== 'ingenPlass';
    },
  );
}

/**
 * From all chunks done to files that can be downloaded. Rule: whom the files are about is in the revisjonslogg before
 * the uttrekk is `klar`, and the files, the membership and the state are one transaction. Killed at any point it is run
 * again from the start and gives the same clear text (security.md R-10, section 7.7).
 */
import 'server-only';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Motorfeil } from '#lib/domain/uttrekk/merknad.ts';
import { type Database, query } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import type { Signeringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { type Ferdig, ferdigstill } from '#lib/server/uttrekk/filer/ferdigstill.ts';
import { Filfeil } from '#lib/server/uttrekk/filer/filfeil.ts';
import { toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { signManifest } from '#lib/server/uttrekk/manifest/sign-manifest.ts';
import { avslaaFaa } from './avbryt.ts';
import { addMerknad, type Leie, moveUttrekk, pauseUttrekk, type Uttrekk, withLeie } from './leie.ts';
import { openMappe } from './mappe.ts';
import { isEgenFeil, type Motordeps } from './motor.ts';
import { stopForDeler } from './oedelagt.ts';
import { intendFor } from './run-kall.ts';

const Del = z.object({ jobbNr: z.int(), batchNr: z.int(), nr: z.int(), leieNr: z.int() });

/** Where each chunk's file lies, in the order of the register. */
function listDeler(db: Database, uttrekkId: string) {
  return query(
    db,
    Del,
    `select jobb_nr as "jobbNr", batch_nr as "batchNr", nr, leie_nr::int as "leieNr"
     from uttrekk.del where uttrekk_id = $1 order by jobb_nr, batch_nr, nr`,
    [uttrekkId],
  );
}

async function countUteblitt(db: Database, uttrekkId: string): Promise<number> {
  const [rad] = await query(
    db,
    z.object({ antall: z.int() }),
    'select coalesce(sum(uteblitt), 0)::int as antall from uttrekk.del where uttrekk_id = $1',
    [uttrekkId],
  );

  return rad?.antall ?? 0;
}

async function insertFiler(
  tx: Database,
  manifestnoekkel: Signeringsnoekkel,
  uttrekkId: string,
  { filer, medlemskap }: Ferdig,
): Promise<void> {
  for (const fil of filer) {
    const { filId, format, bytes, rader, sjekksum, noekkel } = fil;
    const manifest = await signManifest(tx, manifestnoekkel, { uttrekkId, fraId: null }, fil);
    await tx.query(
      `insert into uttrekk.fil (id, uttrekk_id, format, tilstand, bytes, rader, sjekksum, noekkel, manifest)
       values ($1, $2, $3, 'klar', $4, $5, $6, $7, $8)`,
      [filId, uttrekkId, format, bytes, rader, sjekksum, noekkel, manifest],
    );
  }
  const { antall, bytes, sjekksum, noekkel } = medlemskap;
  await tx.query(
    'insert into uttrekk.medlemskap (uttrekk_id, antall, bytes, sjekksum, noekkel) values ($1, $2, $3, $4, $5)',
    [uttrekkId, antall, bytes, sjekksum, noekkel],
  );
}

/** Ends the uttrekk with what was made of it. */
async function saveFerdig(
  { pool, valg, manifestnoekkel }: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
  ferdig: Ferdig | null,
): Promise<void> {
  const { id } = uttrekk;
  await withLeie(pool, leie, async (tx) => {
    const uteblitt = await countUteblitt(tx, id);
    const antall = ferdig?.rader ?? 0;
    if (ferdig !== null) await insertFiler(tx, manifestnoekkel, id, ferdig);
    if (uteblitt > 0)
      await moveUttrekk(tx, uttrekk, 'ufullstendig', { kode: 'ufullstendig', verdier: { antall, uteblitt } });
    else if (ferdig === null) await moveUttrekk(tx, uttrekk, 'klar', { kode: 'ingenTreff', verdier: {} });
    else await moveUttrekk(tx, uttrekk, 'klar', { kode: 'klar', verdier: { antall } });
    for (const format of ferdig?.utelatt ?? [])
      await addMerknad(tx, id, { kode: 'formatUtelatt', verdier: { format } });
    await tx.query(
      `update uttrekk.uttrekk set ferdig = now(), utloeper = now() + $2 * interval '1 day',
         slett_timer = nullif($5::int, 0), dubletter = $3, fordelinger = $4, leie_til = null where id = $1`,
      [
        id,
        valg.levetidDager,
        ferdig?.dubletter ?? 0,
        JSON.stringify(ferdig?.fordelinger ?? []),
        valg.slettTimer,
      ],
    );
    if (uteblitt > 0) log.error('uttrekk.ufullstendig', { antall: uteblitt, requestId: id });
  });
}

async function discloseFerdig(
  deps: Motordeps,
  uttrekk: Uttrekk,
  { rader, medlemskap }: Ferdig,
): Promise<void> {
  const gjelder = { uttrekk: uttrekk.id };
  const act = await intendFor(deps, uttrekk, 'UTTREKK_KLAR', gjelder, null);
  const avtrykk = medlemskap.sjekksum.toString('hex');
  await act.keep({ utfall: 'klar', antall: rader, avtrykk });
}

/** Tries at finishing before it is taken for a fault of ours that trying again does not mend. */
const MAKS_FORSOEK = 5;

async function countForsoek(tx: Database, uttrekkId: string): Promise<number> {
  const [rad] = await query(
    tx,
    z.object({ forsoek: z.int() }),
    'update uttrekk.uttrekk set forsoek = forsoek + 1 where id = $1 returning forsoek',
    [uttrekkId],
  );

  return rad?.forsoek ?? 0;
}

/** A full disk waits for a person; what cannot be made by trying again ends. Other faults are tried again. */
async function stopFor(deps: Motordeps, leie: Leie, uttrekk: Uttrekk, error: unknown): Promise<void> {
  const { pool } = deps;
  const fail = (tx: Database, grunn: Motorfeil) =>
    moveUttrekk(tx, uttrekk, 'feilet', { kode: 'stoppet', verdier: { grunn } }, grunn);
  if (isEgenFeil(error)) {
    await withLeie(pool, leie, async (tx) => {
      if ((await countForsoek(tx, uttrekk.id)) >= MAKS_FORSOEK) await fail(tx, 'internFeil');
    });
    log.error('uttrekk.intern-feil', { requestId: uttrekk.id, error });
    return;
  }
  if (!(error instanceof Filfeil)) throw error;
  if (error.kode === 'FOR_FAA_PERSONER') return avslaaFaa(deps, leie, uttrekk);
  log.error('uttrekk.filfeil', { kode: error.kode, requestId: uttrekk.id });
  if (error.kode === 'DISK_FULL')
    return withLeie(pool, leie, (tx) => pauseUttrekk(tx, uttrekk.id, 'diskFull'));
  if (error.kode === 'FOR_MANGE_RADER') return withLeie(pool, leie, (tx) => fail(tx, 'forMangeRader'));
  await stopForDeler(deps, leie, uttrekk);
}

/** Makes the files of an uttrekk whose chunks are all done. `signal` aborts when the lease is lost or the worker stops. */
export async function ferdigstillUttrekk(
  deps: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
  signal: AbortSignal,
): Promise<void> {
  const { pool, revisjonslogg, filKey, filMappe, valg } = deps;
  const sti = toMappesti(filMappe, uttrekk.id);
  const deler = await listDeler(pool, uttrekk.id);
  try {
    // What an earlier run had begun has no row and no key.
    await rm(path.join(sti, 'fil'), { recursive: true, force: true });
    const ferdig =
      deler.length === 0
        ? null
        : await ferdigstill(
            { filKey, refKey: revisjonslogg.toSubjektRef, signal, meld: () => undefined, avFaa: valg.avFaa },
            openMappe(filKey, filMappe, uttrekk),
            uttrekk.bestilling,
            deler,
          );
    if (ferdig !== null) await discloseFerdig(deps, uttrekk, ferdig);
    await saveFerdig(deps, leie, uttrekk, ferdig);
  } catch (error) {
    return await stopFor(deps, leie, uttrekk, error);
  }
  for (const navn of ['batch', 'del']) await rm(path.join(sti, navn), { recursive: true, force: true });
}

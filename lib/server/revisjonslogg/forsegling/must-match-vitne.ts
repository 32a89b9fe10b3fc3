/**
 * Nobody is served over a log that is older than what was sealed of it: a restored backup lacks rows of those who looked.
 * The newest checkpoint of the witness must stand in the database, byte for byte.
 */
import 'server-only';
import { z } from 'zod';
import type { Pool } from '#lib/server/db/pool.ts';
import { ForseglingsFeil } from '#lib/server/revisjonslogg/forsegling/forseglings-feil.ts';
import { parseKontrollnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { openSjekkpunkt } from '#lib/server/revisjonslogg/forsegling/sjekkpunkt.ts';
import { findSisteNote } from '#lib/server/revisjonslogg/forsegling/vitne.ts';

const Rows = z.array(z.object({ note: z.string() }));

/**
 * @param pool of a role that may read checkpoints
 * @param offentlig FORSEGLING_OFFENTLIG
 * @throws ForseglingsFeil. A witness that holds nothing yet holds nothing against the log.
 */
export async function mustMatchVitne(pool: Pool, mappe: string, offentlig: string): Promise<void> {
  const note = await findSisteNote(mappe);
  if (note === null) return;
  const siste = openSjekkpunkt(note, [parseKontrollnoekkel(offentlig)]);
  if (!siste) throw new ForseglingsFeil('UGYLDIG_SJEKKPUNKT');
  const { rows } = await pool.query('select note from revisjonslogg.sjekkpunkt where nummer = $1', [
    siste.nummer,
  ]);
  if (Rows.parse(rows)[0]?.note !== note) throw new ForseglingsFeil('BASE_ELDRE_ENN_VITNE');
}

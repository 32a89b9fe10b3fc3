/** What is held back from whom, and until when. Whom it is about is a keyed reference, under the key of the day it was written. */
import 'server-only';
import { z } from 'zod';
import { TILBAKEHOLDSGRUNNER } from '#lib/domain/innsyn/grenser.ts';
import type { Tilbakehold } from '#lib/domain/innsyn/innsyn.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';

/** A day begins in Norway. */
const IDAG = "(now() at time zone 'Europe/Oslo')::date";

const Rad = z.object({ linje_id: z.string(), grunn: z.enum(TILBAKEHOLDSGRUNNER), utloeper: z.string() });

/** The lines that are held back from this person today. @param refs of all her numbers, under every key */
export async function listTilbakehold(
  pool: Pool,
  refs: readonly Buffer[],
): Promise<ReadonlyMap<string, Tilbakehold>> {
  const rader = await query(
    pool,
    Rad,
    `select linje_id, grunn, to_char(utloeper, 'YYYY-MM-DD') as utloeper from portal.tilbakehold
     where subjekt_ref = any($1) and opphevet is null and utloeper > ${IDAG}
     order by utloeper`,
    [refs],
  );

  // Of two decisions about one line the longer one holds: it comes last.
  return new Map(rader.map(({ linje_id, grunn, utloeper }) => [linje_id, { grunn, utloeper }]));
}

/** Today in Norway as the database has it, `yyyy-MM-dd`. */
export async function getIdag(pool: Pool): Promise<string> {
  const [rad] = await query(
    pool,
    z.object({ idag: z.string() }),
    `select to_char(${IDAG}, 'YYYY-MM-DD') as idag`,
  );

  return rad?.idag ?? '';
}

/** @param handlingId the act of the decision, under which its reason stands */
export async function insertTilbakehold(
  pool: Pool,
  handlingId: string,
  refs: readonly Buffer[],
  linjeId: string,
  { grunn, utloeper }: Tilbakehold,
): Promise<void> {
  await pool.query({
    text: `insert into portal.tilbakehold (handling_id, subjekt_ref, linje_id, grunn, utloeper)
      select distinct $1::uuid, ref, $3::uuid, $4, $5::date from unnest($2::bytea[]) as ref`,
    values: [handlingId, refs, linjeId, grunn, utloeper],
  });
}

/** Ends everything that holds the line back from her. */
export async function endTilbakehold(pool: Pool, refs: readonly Buffer[], linjeId: string): Promise<void> {
  await pool.query({
    text: `update portal.tilbakehold set opphevet = now()
      where subjekt_ref = any($1) and linje_id = $2 and opphevet is null`,
    values: [refs, linjeId],
  });
}

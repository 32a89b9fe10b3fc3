/**
 * Where the acts of one page of the revisjonslogg are, newest first. An act stands at its newest row that fits the filter,
 * so that it is listed once; what a reader has begun to page through does not move, since nothing after `topp` counts.
 * Rows of one act that lie more than a month apart are listed apart: so that no question leads through every month.
 */
import 'server-only';
import { z } from 'zod';
import { type Pool, query } from '#lib/server/db/pool.ts';
import {
  createParametre,
  listFaste,
  listSkiftende,
  type Sidesoek,
  toKilde,
} from '#lib/server/logglesing/betingelser.ts';

/** Which act, and the row that it is listed by. `tidspunkt` is the database's own text, to the microsecond. */
export const Posisjon = z.object({
  handling_id: z.string(),
  handling: z.string(),
  bruker: z.string(),
  tidspunkt: z.string(),
  rad_id: z.string(),
});
export type Posisjon = z.infer<typeof Posisjon>;

const SAMMEN = "interval '31 days'";

function toSql(soek: Sidesoek, antall: number): { sql: string; verdier: unknown[] } {
  const parametre = createParametre();
  const { toLike, refs } = listSkiftende(soek, parametre);
  const faste = listFaste(soek, parametre);
  const topp = parametre.add(soek.topp, 'timestamptz');
  const gjelderPersonen = refs
    ? [
        `exists (select from revisjonslogg.subjekt s
          where s.subjekt_ref = any(${refs}) and s.tidspunkt = e.tidspunkt and s.rad_id = e.rad_id)`,
      ]
    : [];
  // A question of its own for each row and never a join: it is asked of the act's few rows, and only until the page is full.
  // They are found by the act, whatever else they could be found by; what comes after the fence is asked of those alone.
  const iHandlingen = [
    'n.handling_id = r.handling_id and n.tidspunkt >= r.tidspunkt',
    `n.tidspunkt < r.tidspunkt + ${SAMMEN} and n.tidspunkt <= ${topp}`,
  ].join(' and ');
  const nyere = [
    'e.handling = r.handling and e.bruker = r.bruker',
    '(e.tidspunkt, e.rad_id) > (r.tidspunkt, r.rad_id)',
    ...toLike('e'),
    ...gjelderPersonen,
  ].join(' and ');
  const sql = `select r.handling_id, r.handling, r.bruker, r.tidspunkt::text as tidspunkt, r.rad_id
    from ${toKilde(refs)}
    where ${[...faste, ...toLike('r')].join(' and ')}
      and (select true from (select n.handling, n.bruker, n.tidspunkt, n.rad_id, n.slag from revisjonslogg.rad n where ${iHandlingen} offset 0) e
           where ${nyere} limit 1) is not true
    order by r.tidspunkt desc, r.rad_id desc limit ${antall}`;

  return { sql, verdier: parametre.verdier };
}

/** @param pool of role `revisjonsleser` */
export function listPosisjoner(pool: Pool, soek: Sidesoek, antall: number): Promise<Posisjon[]> {
  const { sql, verdier } = toSql(soek, antall);

  return query(pool, Posisjon, sql, verdier);
}

/**
 * Rows of the log in the form that is hashed, many at a time. Whom they concern is asked for all of them in one question:
 * one for each row costs more than everything else that is done with it.
 */
import 'server-only';
import { z } from 'zod';
import type { Database } from '#lib/server/db/pool.ts';
import { parseRadform, type Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';

const TIDSPUNKT = 1;
const RAD_ID = 3;

// The range lets the database pass the months that no row is in.
const SUBJEKTER = `select k.nr::int, string_agg(encode(s.subjekt_ref, 'hex'), ',')
  from unnest($1::timestamptz[], $2::uuid[]) with ordinality k (tidspunkt, rad_id, nr)
  join revisjonslogg.subjekt s on s.tidspunkt = k.tidspunkt and s.rad_id = k.rad_id
  where s.tidspunkt between $3::timestamptz and $4::timestamptz
  group by k.nr`;
/** The database's own writing of a list of numbers, ids or times, which hold nothing that must be escaped. */
export const toListe = (values: readonly unknown[]): string => `{${values.join(',')}}`;

const Subjekter = z.array(z.tuple([z.int(), z.string()]));

/** The references of each row, in order: hexadecimal sorts as the bytes do. */
async function listSubjekter(db: Database, rows: readonly unknown[][]): Promise<Map<number, string[]>> {
  const times = rows.map((row) => row[TIDSPUNKT]);
  const sorted = [...times].sort();
  const ids = rows.map((row) => row[RAD_ID]);
  const values = [toListe(times), toListe(ids), sorted.at(0), sorted.at(-1)];
  const found = Subjekter.parse((await db.query({ text: SUBJEKTER, values, rowMode: 'array' })).rows);

  return new Map(found.map(([nr, refs]) => [nr - 1, refs.split(',').sort()]));
}

/**
 * @param rows as `RADFORM_SQL` selects them, read with `rowMode: 'array'`
 * @param db where they were read, in the same snapshot
 */
export async function toRadformer(db: Database, rows: readonly unknown[][]): Promise<Radform[]> {
  if (rows.length === 0) return [];
  const subjekter = await listSubjekter(db, rows);

  return rows.map((row, at) => parseRadform([...row, subjekter.get(at) ?? []]));
}

/** @param text a statement that selects `RADFORM_SQL` */
export async function readRadformer(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<Radform[]> {
  const { rows } = await db.query({ text, values: [...values], rowMode: 'array' });

  return toRadformer(db, rows);
}

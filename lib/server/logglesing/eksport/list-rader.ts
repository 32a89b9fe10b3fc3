/** The rows that fit a filter, newest first, some hundred at a time: the log is large and nobody's memory is. */
import 'server-only';
import { z } from 'zod';
import type { Pool } from '#lib/server/db/pool.ts';
import {
  createParametre,
  listFaste,
  listSkiftende,
  type Sidesoek,
  toKilde,
} from '#lib/server/logglesing/betingelser.ts';
import { LESBAR_RADFORM_SQL, type Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { toRadformer } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';

const BIT = 500;

/** A row, and its leaf; null for one that is not sealed yet. */
export type Loggrad = { rad: Radform; blad: number | null };

const Blad = z.string().nullable();

async function readBit(pool: Pool, soek: Sidesoek): Promise<Loggrad[]> {
  const parametre = createParametre();
  const { toLike, refs } = listSkiftende(soek, parametre);
  const betingelser = [...listFaste(soek, parametre), ...toLike('r')].join(' and ');
  const text = `select (select b.indeks::text from revisjonslogg.blad b where b.id = r.id), ${LESBAR_RADFORM_SQL}
    from ${toKilde(refs)} where ${betingelser} order by r.tidspunkt desc, r.rad_id desc limit ${BIT}`;
  const { rows } = await pool.query<unknown[]>({ text, values: parametre.verdier, rowMode: 'array' });
  const rader = await toRadformer(
    pool,
    rows.map((row) => row.slice(1)),
  );

  return rader.map((rad, at) => {
    const blad = Blad.parse(rows[at]?.[0]);

    return { rad, blad: blad === null ? null : Number(blad) };
  });
}

/** @param pool of role `revisjonsleser` */
export async function* listRader(pool: Pool, soek: Sidesoek): AsyncGenerator<Loggrad> {
  let etter = soek.etter;
  for (;;) {
    const bit = await readBit(pool, { ...soek, etter });
    yield* bit;
    const siste = bit.at(-1);
    if (bit.length < BIT || siste === undefined) return;
    etter = { tidspunkt: siste.rad[1], radId: siste.rad[3] };
  }
}

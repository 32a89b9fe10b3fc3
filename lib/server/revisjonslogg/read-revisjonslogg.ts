/**
 * Reading the revisjonslogg is an act like any other: it has its INTENT before the rows are read and its DISCLOSED
 * before they are shown (security.md I9, A-15). Persons stand as pseudonyms; the filter takes a number and turns it
 * into the same keyed reference.
 */
import 'server-only';
import { z } from 'zod';
import {
  HENDELSESSLAG,
  type RevisjonsloggFilter,
  type RevisjonsloggRad,
  type RevisjonsloggSide,
} from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { getLeserPool } from '#lib/server/db/pools.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import {
  getRevisjonsnoekler,
  listSubjektRefs,
  type Revisjonsnoekler,
} from '#lib/server/revisjonslogg/noekler.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

const PAGE = 100;

const SELECT = `select r.id::text as id, r.tidspunkt, r.slag, r.handling, r.handling_id, r.bruker, r.formaal,
    r.saksreferanse, r.pakke, r.utfall, r.innhold,
    coalesce((select array_agg(encode(s.subjekt_ref, 'hex') order by s.subjekt_ref)
              from revisjonslogg.subjekt s where s.tidspunkt = r.tidspunkt and s.rad_id = r.rad_id), '{}') as subjekter
  from revisjonslogg.rad r
  where ($1::text is null or r.bruker = $1)
    and ($2::bytea[] is null or (r.tidspunkt, r.rad_id) in (select tidspunkt, rad_id from revisjonslogg.subjekt where subjekt_ref = any($2)))
    and ($3::timestamptz is null or r.tidspunkt >= $3)
    and ($4::timestamptz is null or r.tidspunkt < $4)
    and ($5::bigint is null or r.id < $5)
  order by r.id desc limit ${PAGE + 1}`;

const Row = z.object({
  id: z.string(),
  tidspunkt: z.date(),
  slag: z.enum(HENDELSESSLAG),
  handling: z.string(),
  handling_id: z.string(),
  bruker: z.string(),
  formaal: z.string().nullable(),
  saksreferanse: z.string().nullable(),
  pakke: z.string().nullable(),
  utfall: z.string().nullable(),
  innhold: z.object({ deler: z.array(z.string()).default([]), felter: z.array(z.string()).default([]) }),
  subjekter: z.array(z.string()),
});

function toRad(row: z.infer<typeof Row>): RevisjonsloggRad {
  return {
    id: row.id,
    tidspunkt: row.tidspunkt.toISOString(),
    slag: row.slag,
    handling: row.handling,
    handlingId: row.handling_id,
    bruker: row.bruker,
    formaal: row.formaal,
    saksreferanse: row.saksreferanse,
    pakke: row.pakke,
    utfall: row.utfall,
    deler: row.innhold.deler,
    felter: row.innhold.felter,
    subjekter: row.subjekter,
  };
}

/** One page of rows, newest first, of whichever key they are under. `pool` is of role `revisjonsleser`. */
export async function listRader(
  pool: Pool,
  noekler: Revisjonsnoekler,
  filter: RevisjonsloggFilter,
): Promise<RevisjonsloggSide> {
  const { bruker, personidentifikator, fra, til, foer } = filter;
  const subjektRefs = personidentifikator ? listSubjektRefs(noekler, personidentifikator) : null;
  const result = await pool.query(SELECT, [
    bruker || null,
    subjektRefs,
    fra ?? null,
    til ?? null,
    foer ?? null,
  ]);
  const rader = result.rows.map((row) => toRad(Row.parse(row)));
  const shown = rader.slice(0, PAGE);

  return { rader: shown, neste: rader.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** One page of the log, newest first, for the roles that may read it. */
export async function readRevisjonslogg({
  session,
  body,
}: Kall<RevisjonsloggFilter>): Promise<Disclosed<RevisjonsloggSide>> {
  const subjekter = body.personidentifikator ? [body.personidentifikator] : [];
  const act = await getRevisjonslogg().intend({
    aktoer: session,
    handling: 'LES_REVISJONSLOGG',
    formaal: null,
    saksreferanse: null,
    pakke: null,
    deler: [],
    subjekter,
    kriterier: body,
  });
  const side = await listRader(getLeserPool(), getRevisjonsnoekler(), body);

  return act.disclose(side, { utfall: 'vist', subjekter, felter: [], antall: side.rader.length });
}

/**
 * The pictures of a finished uttrekk, counted by DuckDB from the few cells that every part file has for it, while the parts
 * are read to find who stands there twice: the rows that are left out are counted back when that is known. Rule: what is
 * kept has its small groups hidden already (`hide-smaa.ts`); the true counts leave this file nowhere.
 */
import 'server-only';
import { z } from 'zod';
import { FORDELINGSFELTER } from '#lib/domain/uttrekk/felter/fordelingsfelter.ts';
import { hideSmaa, type Telling } from '#lib/domain/uttrekk/hide-smaa.ts';
import type { Fordeling } from '#lib/domain/uttrekk/uttrekk.ts';
import { askDuckdb } from './duckdb.ts';
import { toTabellSql } from './parquet.ts';

const NAVN = ['alderKjoenn', 'kommune', 'status', 'sivilstand', 'kjoenn'] as const;

/** Five years in a group; the oldest together. */
const ELDSTE = 100;

const Rader = z.array(z.tuple([z.enum(NAVN), z.string(), z.string().nullable(), z.coerce.number()]));

const [FOEDSELSAAR, KJOENN, KOMMUNE, STATUS, SIVILSTAND] = FORDELINGSFELTER.map((felt) => `"${felt}"`);

/** Parts in one pipe to DuckDB. */
const DELER_I_ROER = 50;

/**
 * One statement for all of them: the rows are read once. Those of the last pipe are counted back. Numbers go as text, so
 * that nothing is rounded on the way.
 */
function toSql(inn: readonly string[], aar: number): string {
  const alder = `least(${ELDSTE}, 5 * ((${aar} - try_cast(${FOEDSELSAAR} as integer)) // 5))`;

  return `with rader as (
      select case when ${alder} between 0 and ${ELDSTE} then ${alder}::varchar end as alder, ${KJOENN} as kjoenn,
        ${KOMMUNE} as kommune, ${STATUS} as status, ${SIVILSTAND} as sivilstand,
        case when filename = ${inn.at(-1)} then -1 else 1 end as vekt
      from ${toTabellSql(inn, FORDELINGSFELTER, false)}),
    talt as (
      select grouping(alder) as a, grouping(kommune) as k, grouping(status) as st, grouping(sivilstand) as si,
        alder, kjoenn, kommune, status, sivilstand, sum(vekt) as antall
      from rader group by grouping sets ((alder, kjoenn), (kommune), (status), (sivilstand), (kjoenn)) having sum(vekt) > 0)
    select case when a = 0 then 'alderKjoenn' when k = 0 then 'kommune' when st = 0 then 'status'
        when si = 0 then 'sivilstand' else 'kjoenn' end as navn,
      case when a = 0 then alder else coalesce(kommune, status, sivilstand, kjoenn) end as noekkel,
      case when a = 0 then kjoenn end as undergruppe, antall::varchar
    from talt where noekkel is not null and (a = 1 or kjoenn is not null)
    order by navn, try_cast(noekkel as integer), noekkel, undergruppe`;
}

/** As many pieces as there are for one pipe; the last one takes what is left. */
async function* listBiter(
  leser: ReadableStreamDefaultReader<Uint8Array>,
  antall: number,
): AsyncGenerator<Uint8Array> {
  for (let nr = 0; nr < antall; nr += 1) {
    const { value, done } = await leser.read();
    if (done) return;
    if (value.length > 0) yield value;
  }
}

/** The counts, as rows of `toSql`. */
async function askFordelinger(
  leser: ReadableStreamDefaultReader<Uint8Array>,
  deler: number,
  aar: number,
  signal: AbortSignal,
) {
  const inn = Array.from(
    { length: Math.ceil(deler / DELER_I_ROER) },
    (_, nr) => () => listBiter(leser, Math.min(DELER_I_ROER, deler - nr * DELER_I_ROER)),
  );
  const utelatte = () => listBiter(leser, Number.POSITIVE_INFINITY);
  const spoerring = askDuckdb({ inn: [...inn, utelatte], sql: (fra) => toSql(fra, aar), signal });
  let steg = await spoerring.next();
  while (!steg.done) steg = await spoerring.next();

  return Rader.parse(steg.value);
}

/**
 * @param rader rows of the form `fordeling`: one piece for each part, and then those of them that are left out. Cancelled
 *   with the fault when it goes wrong, so that whoever writes them does not wait.
 * @param deler how many parts there are
 * @param aar the year that ages are counted in
 * @returns one for each picture that the order fetched anything for
 */
export async function countFordelinger(
  rader: ReadableStream<Uint8Array>,
  deler: number,
  aar: number,
  signal: AbortSignal,
): Promise<Fordeling[]> {
  const leser = rader.getReader();
  const talt = await askFordelinger(leser, deler, aar, signal).catch(async (error: unknown) => {
    await leser.cancel(error);
    throw error;
  });

  return NAVN.flatMap((navn): Fordeling[] => {
    const tellinger = talt
      .filter(([fordeling]) => fordeling === navn)
      .map(([, noekkel, undergruppe, antall]): Telling => ({ noekkel, undergruppe, antall }));
    const grupper = hideSmaa(tellinger);

    return grupper.length === 0 ? [] : [{ navn, grupper }];
  });
}

/**
 * The pictures of a finished uttrekk, counted by DuckDB from the few cells that every part file has for it. Rule: what
 * is kept has its small groups hidden already (`hide-smaa.ts`); the true counts leave this file nowhere.
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

/** One statement for all of them: the rows are read once. Numbers go as text, so that nothing is rounded on the way. */
function toSql(inn: string, aar: number): string {
  const alder = `least(${ELDSTE}, 5 * ((${aar} - try_cast(${FOEDSELSAAR} as integer)) // 5))`;

  return `with rader as (
      select case when ${alder} between 0 and ${ELDSTE} then ${alder}::varchar end as alder, ${KJOENN} as kjoenn,
        ${KOMMUNE} as kommune, ${STATUS} as status, ${SIVILSTAND} as sivilstand
      from ${toTabellSql(inn, FORDELINGSFELTER, false)}),
    talt as (
      select grouping(alder) as a, grouping(kommune) as k, grouping(status) as st, grouping(sivilstand) as si,
        alder, kjoenn, kommune, status, sivilstand, count(*) as antall
      from rader group by grouping sets ((alder, kjoenn), (kommune), (status), (sivilstand), (kjoenn)))
    select case when a = 0 then 'alderKjoenn' when k = 0 then 'kommune' when st = 0 then 'status'
        when si = 0 then 'sivilstand' else 'kjoenn' end as navn,
      case when a = 0 then alder else coalesce(kommune, status, sivilstand, kjoenn) end as noekkel,
      case when a = 0 then kjoenn end as undergruppe, antall::varchar
    from talt where noekkel is not null and (a = 1 or kjoenn is not null)
    order by navn, try_cast(noekkel as integer), noekkel, undergruppe`;
}

/**
 * @param inn rows of the form `fordeling`, as `askDuckdb` takes them
 * @param aar the year that ages are counted in
 * @returns one for each picture that the order fetched anything for
 */
export async function countFordelinger(
  inn: readonly (() => AsyncIterable<Uint8Array>)[],
  aar: number,
  signal: AbortSignal,
): Promise<Fordeling[]> {
  const spoerring = askDuckdb({ inn, sql: (fra) => toSql(fra, aar), signal });
  let steg = await spoerring.next();
  while (!steg.done) steg = await spoerring.next();
  const rader = Rader.parse(steg.value);

  return NAVN.flatMap((navn): Fordeling[] => {
    const tellinger = rader
      .filter(([fordeling]) => fordeling === navn)
      .map(([, noekkel, undergruppe, antall]): Telling => ({ noekkel, undergruppe, antall }));
    const grupper = hideSmaa(tellinger);

    return grupper.length === 0 ? [] : [{ navn, grupper }];
  });
}

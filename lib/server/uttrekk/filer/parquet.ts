/** Rows as Parquet, made by DuckDB. Rule: cells are what the register has, untouched; a `dato` that is no day is null. */
import 'server-only';
import { findUttrekksfelt } from '#lib/domain/uttrekk/felter/uttrekksfelter.ts';
import { askDuckdb } from './duckdb.ts';

/** Small groups keep DuckDB's memory small; readers join them as they like. */
const RADER_I_GRUPPE = 20_480;
/** The longest row there is room for: a whole document in one cell. */
const MAKS_RAD_BYTES = 16 * 1024 * 1024;
const BUFFER_BYTES = 2 * MAKS_RAD_BYTES;
const RADTABELL_BYTES = 2 * 1024 * 1024;

const toNavn = (kolonne: string): string => `"${kolonne.replaceAll('"', '""')}"`;

/** The table that DuckDB reads from pipes, as SQL: every column as text, nothing guessed. */
export function toTabellSql(inn: readonly string[], kolonner: readonly string[], lange: boolean): string {
  const typer = kolonner.map((kolonne) => `'${kolonne.replaceAll("'", "''")}': 'VARCHAR'`).join(', ');
  const [linje, buffer] = lange ? [MAKS_RAD_BYTES, BUFFER_BYTES] : [RADTABELL_BYTES / 2, RADTABELL_BYTES];

  return `read_csv([${inn.join(', ')}], columns = {${typer}}, delim = '\t', quote = '"', escape = '"', new_line = '\\n',
    header = false, auto_detect = false, nullstr = '', parallel = false, buffer_size = ${buffer}, max_line_size = ${linje})`;
}

function toKolonne(kolonne: string): string {
  const type = findUttrekksfelt(kolonne)?.type;
  if (type === 'dato') return `try_cast(${toNavn(kolonne)} as date) as ${toNavn(kolonne)}`;
  if (type === 'heltall') return `try_cast(${toNavn(kolonne)} as bigint) as ${toNavn(kolonne)}`;

  return toNavn(kolonne);
}

/** The file, as a stream. The same rows give the same bytes. */
export async function* toParquet(
  kolonner: readonly string[],
  inn: readonly (() => AsyncIterable<Uint8Array>)[],
  lange: boolean,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  yield* askDuckdb({
    inn,
    signal,
    sql: (fra, ut) =>
      `copy (select ${kolonner.map(toKolonne).join(', ')} from ${toTabellSql(fra, kolonner, lange)})
       to ${ut} (format parquet, compression snappy, row_group_size ${RADER_I_GRUPPE}, use_tmp_file false)`,
  });
}

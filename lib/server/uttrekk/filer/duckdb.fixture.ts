/** Asks DuckDB about rows of which the second never comes, and says so when the first has been asked for. */
import 'server-only';
import { askDuckdb } from './duckdb.ts';

async function* stopEtterEn(): AsyncGenerator<Buffer> {
  process.stdout.write('spurt\n');
  yield Buffer.from('navn\n');
  await new Promise(() => undefined);
}

const svar = askDuckdb({
  inn: [stopEtterEn],
  sql: ([inn], ut) => `copy (select * from read_csv(${inn})) to ${ut}`,
  signal: new AbortController().signal,
});
await svar.next();

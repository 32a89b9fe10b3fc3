/** A process that does the comparisons there are, once, and says on a line of its own `gjort` or the code of what stopped it. */
import 'server-only';
import { createPool } from '#lib/server/db/pool.ts';
import { Filfeil } from './filfeil.ts';
import { runSammenligninger } from './run-sammenligninger.ts';
import { FIL_KEY, MANIFESTNOEKKEL } from './test-uttrekk.ts';

const [, , url = '', filMappe = ''] = process.argv;
const pool = createPool(url, { max: 1 });
try {
  await runSammenligninger(
    { pool, filKey: FIL_KEY, filMappe, manifestnoekkel: MANIFESTNOEKKEL },
    new AbortController().signal,
  );
  process.stdout.write('\ngjort\n');
} catch (error) {
  if (!(error instanceof Filfeil)) throw error;
  process.stdout.write(`\n${error.kode}\n`);
} finally {
  await pool.end();
}

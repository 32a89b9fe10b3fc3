/**
 * The process that DuckDB runs in: one statement, then it ends. It gets no settings and no keys, reaches no file but the
 * pipes of one folder, loads no extension and writes nothing to disk; what goes wrong in it ends it and nothing else.
 */
import 'server-only';
import { text } from 'node:stream/consumers';
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';

/** What it is asked to do, on its standard input. */
const Oppdrag = z.strictObject({ mappe: z.string(), sql: z.string(), minneMb: z.int().positive() });

// Whoever asked is gone: nothing comes through the pipes any more, and DuckDB would wait for it for ever. The hard way, for
// a thread that waits for a pipe ends by no other.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();

const { mappe, sql, minneMb } = Oppdrag.parse(JSON.parse(await text(process.stdin)));
const instance = await DuckDBInstance.create(':memory:', {
  memory_limit: `${minneMb}MB`,
  // One thread: rows keep their order and the same rows give the same bytes.
  threads: '1',
  temp_directory: '',
  max_temp_directory_size: '0B',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
});
const connection = await instance.connect();
await connection.run(`set allowed_directories=['${mappe.replaceAll("'", "''")}/']`);
await connection.run('set enable_external_access=false');
await connection.run('set lock_configuration=true');
const svar = await connection.runAndReadAll(sql);
process.stdout.write(JSON.stringify(svar.getRowsJson()));

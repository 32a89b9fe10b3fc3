/** A process that starts PostgreSQL in the folder it is given, says how it went, and lives until it is killed. */
import 'server-only';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';

const { ownerUrl } = await startPostgres({ dataDir: process.argv[2] ?? '' });
process.stdout.write(`${ownerUrl}\n`);
process.stdin.resume();

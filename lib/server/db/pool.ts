/** The one door to the database driver. Rows are parsed where they are read: what a query returns is checked, not assumed. */
import 'server-only';
import { Pool, type PoolClient } from 'pg';

export type { Pool, PoolClient } from 'pg';

/** Whatever a statement can be run on: the pool, or one transaction of it. */
export type Database = Pick<PoolClient, 'query'>;

/** A database that is away or slow must become an answer within two seconds (security.md A-01). */
const CONNECT_WITHIN_MS = 1_500;
const STATEMENT_WITHIN_MS = 1_800;
/** Longer than between two oppslag of one who works: a new connection costs more than all that is asked over it. */
const IDLE_MS = 5 * 60_000;

/**
 * @param url connection string of the role that the caller acts as
 * @param max connections at most
 * @param withinMs how long a statement may take; what nobody waits for may take longer
 */
export function createPool(
  url: string,
  { max, withinMs = STATEMENT_WITHIN_MS }: { max: number; withinMs?: number },
): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: IDLE_MS,
    // So that what lies between does not forget a connection that nothing is said over.
    keepAlive: true,
    // Both ends give up: the server cancels the statement, the client stops waiting for a server that went silent.
    statement_timeout: withinMs,
    query_timeout: withinMs + 200,
  });
  // An idle connection may break at any time. The pool replaces it; without a listener the process would end.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Runs one statement and parses every row. `row` is a zod schema, of which only that is asked for: to hold whole schemas
 * against each other took a fifth of all the time that types took.
 * @throws ZodError when a row is not what the caller's schema says; the driver's error otherwise
 */
export async function query<Row>(
  pool: Database,
  row: { parse(rad: unknown): Row },
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await pool.query({ text: sql, values: [...parameters] });
  return result.rows.map((found) => row.parse(found));
}

/**
 * Runs `work` in one transaction: all of it is committed, or nothing.
 * @throws whatever `work` throws, after rolling back; the driver's error when the commit is not known to have been made
 */
export async function transact<T>(pool: Pool, work: (tx: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // Between two statements nobody else hears that the connection broke, and the process would end; the next one fails.
  const ignore = () => undefined;
  client.on('error', ignore);
  let isUsable = true;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    isUsable = await client.query('rollback').then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(!isUsable);
  }
}

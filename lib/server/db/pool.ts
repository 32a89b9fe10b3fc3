/** The one door to the database driver. Rows are parsed where they are read: what a query returns is checked, not assumed. */
import 'server-only';
import { Pool } from 'pg';
import type { z } from 'zod';

export type { Pool } from 'pg';

/** A database that is away or slow must become an answer within two seconds (security.md A-01). */
const CONNECT_WITHIN_MS = 1_500;
const STATEMENT_WITHIN_MS = 1_800;

/**
 * @param url connection string of the role that the caller acts as
 * @param max connections at most
 */
export function createPool(url: string, { max }: { max: number }): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    // Both ends give up: the server cancels the statement, the client stops waiting for a server that went silent.
    statement_timeout: STATEMENT_WITHIN_MS,
    query_timeout: STATEMENT_WITHIN_MS + 200,
  });
  // An idle connection may break at any time. The pool replaces it; without a listener the process would end.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Runs one statement and parses every row.
 * @throws ZodError when a row is not what the caller's schema says; the driver's error otherwise
 */
export async function query<Row>(
  pool: Pool,
  row: z.ZodType<Row>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await pool.query({ text: sql, values: [...parameters] });
  return result.rows.map((found) => row.parse(found));
}

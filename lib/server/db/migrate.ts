/**
 * The database's shape is the migrations applied in order, each once, each whole. An applied file never changes:
 * what must be different comes in a new file. Two processes that start together apply them once.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client, DatabaseError, escapeLiteral } from 'pg';
import { z } from 'zod';
import { PostgresFeil } from '#lib/server/db/postgres-feil.ts';

/** The password of each role of the database; what a role may do is granted by the migrations. */
export type Rollepassord = { portal: string; revisjonsleser: string; worker: string; forsegler: string };

type Migration = { navn: string; sql: string; sha256: string };

/** The key of the advisory lock: any number that nothing else in the database uses. */
const LOCK_KEY = 7_218_404_116;
const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;
const Applied = z.array(z.object({ navn: z.string(), sha256: z.string() }));

function listMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((navn, index) => {
    const previous = names[index - 1];
    if (!FILE_NAME.test(navn) || previous?.slice(0, 4) === navn.slice(0, 4)) {
      throw new PostgresFeil(`Migreringen ${navn} må hete NNNN-navn.sql med et eget nummer.`);
    }
    const sql = readFileSync(path.join(folder, navn), 'utf8');
    return { navn, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Our roles get a login here and nothing more. */
async function ensureRoles(client: Client, roles: Rollepassord): Promise<void> {
  for (const [role, password] of Object.entries(roles)) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!rowCount) await client.query(`create role ${role} noinherit`);
    await client.query(`alter role ${role} login password ${escapeLiteral(password)}`);
  }
}

async function applyMissing(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query('create schema if not exists drift');
  await client.query(`create table if not exists drift.migrering (
    navn text primary key, sha256 text not null, utfoert timestamptz not null default now())`);
  const { rows } = await client.query('select navn, sha256 from drift.migrering');
  const applied = new Map(Applied.parse(rows).map(({ navn, sha256 }) => [navn, sha256]));
  const done: string[] = [];
  for (const { navn, sql, sha256 } of migrations) {
    const known = applied.get(navn);
    if (known === sha256) continue;
    if (known)
      throw new PostgresFeil(
        `Migreringen ${navn} er endret etter at den ble kjørt: legg endringen i en ny fil.`,
      );
    await client.query('begin');
    await client.query(sql).catch((error: unknown) => {
      throw new PostgresFeil(
        `Migreringen ${navn} feilet: ${error instanceof Error ? error.message : 'ukjent feil'}`,
      );
    });
    await client.query('insert into drift.migrering (navn, sha256) values ($1, $2)', [navn, sha256]);
    await client.query('commit');
    done.push(navn);
  }
  return done;
}

/**
 * As `migrate`, with the migrations of another folder.
 * @returns the names of the files that were applied now
 */
export async function applyMigrations(
  ownerUrl: string,
  roller: Rollepassord,
  folder: string,
): Promise<string[]> {
  const migrations = listMigrations(folder);
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    // Held by the connection: a process that dies lets go of it, and an open transaction is rolled back.
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await ensureRoles(client, roller);
    return await applyMissing(client, migrations);
  } catch (error) {
    if (error instanceof PostgresFeil) throw error;
    const reason = error instanceof Error ? error.message : 'ukjent feil';
    if (error instanceof DatabaseError) throw new PostgresFeil(`Databasen kunne ikke klargjøres: ${reason}`);
    throw new PostgresFeil(`Databasen svarer ikke: ${reason}`);
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to the shape this version needs: the roles with these passwords, and
 * every file of `lib/server/db/migrations`.
 * @param ownerUrl connection string of the database's owner
 * @returns the names of the files that were applied now
 * @throws PostgresFeil one sentence in Norwegian
 */
export function migrate(ownerUrl: string, roller: Rollepassord): Promise<string[]> {
  return applyMigrations(ownerUrl, roller, path.join(import.meta.dirname, 'migrations'));
}

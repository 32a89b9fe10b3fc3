/** The revisjonslogg as only the database's owner sees it, to hold what was shown against what was written. */
import pg from 'pg';
import { skrivHandlinger } from '../../scripts/skriv-handlinger.ts';
import { office } from './office.ts';

export type Rad = {
  slag: string;
  handling: string;
  bruker: string;
  utfall: string | null;
  handling_id: string;
  kall_id: string;
};

/** Runs one statement as the database's owner. */
export async function runAsOwner<T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: office.ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The newest id of the log: rows after it belong to what a test does next. */
export async function getLastId(): Promise<string> {
  const [row] = await runAsOwner<{ id: string }>(
    'select coalesce(max(id), 0)::text as id from revisjonslogg.rad',
  );

  return row?.id ?? '0';
}

/**
 * The rows written after `id`, oldest first, but for those that come by themselves at any time: what the worker does on its
 * own, and the ends of acts that got none in two minutes, as those of a test that took the database or the register away.
 */
export function listRaderAfter(id: string): Promise<Rad[]> {
  return runAsOwner<Rad>(
    `select slag, handling, bruker, utfall, handling_id, kall_id from revisjonslogg.rad
     where id > $1 and bruker <> 'arbeideren' and slag <> 'UNRESOLVED' order by id`,
    [id],
  );
}

/** So many acts in the log at once, of the demo user `saksbehandler` or another, none of which showed anything. */
export async function writeHandlinger(
  antall: number,
  handling: string,
  saksreferanse: string,
  brukernavn = 'saksbehandler',
): Promise<void> {
  const [bruker] = await runAsOwner<{ id: string }>('select id from portal.bruker where brukernavn = $1', [
    brukernavn,
  ]);
  const brukerId = bruker?.id ?? null;
  await skrivHandlinger(office, { antall, handling, saksreferanse, brukernavn, brukerId });
}

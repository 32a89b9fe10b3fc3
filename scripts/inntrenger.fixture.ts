/**
 * Whoever runs code of her own in the place of a process: what she reads of its environment and of every file that the
 * environment names, and what the database lets each of its roles do. It uses nothing of ours, and tells all that it
 * found on its output. For tests only.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';

/** Each privilege on a table that the role has: whole, or by column. */
const RETTIGHETER = `select nspname || '.' || relname as tabell, r.rett
  from pg_class c join pg_namespace n on n.oid = relnamespace, lateral (
    select string_agg(case when has_table_privilege(c.oid, p) then p else p || kolonner end, ', ' order by nr) as rett
    from unnest(array['select', 'insert', 'update', 'references', 'delete', 'truncate', 'trigger', 'maintain'])
      with ordinality as alle (p, nr), lateral (
      select ' (' || string_agg(attname, ' ' order by attname) || ')' as kolonner from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and nr <= 4
        and has_column_privilege(c.oid, attnum, case when nr <= 4 then p else 'select' end)) k
    where has_table_privilege(c.oid, p) or kolonner is not null) r
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and nspname <> 'information_schema' and nspname not like 'pg\\_%'
    and r.rett is not null order by 1`;
const SEKVENSER = `select oid::regclass::text as navn from pg_class
  where case relkind when 'S' then has_sequence_privilege(oid, 'usage, select, update') end`;
/** Of those that are ours; the ones of the server are what every role may call. */
const FUNKSJONER = `select nspname || '.' || proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' || case when prosecdef then ' as its owner' else '' end as navn
  from pg_proc p join pg_namespace n on n.oid = pronamespace
  where nspname not in ('pg_catalog', 'information_schema') and has_function_privilege(p.oid, 'execute')
    and has_schema_privilege(n.oid, 'usage') order by 1`;
/** What a role is or may make besides: each is a way past what is granted. */
const MAKT = `select navn from (
    select 'attribute of the role' as navn from pg_roles where rolname = current_user
      and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
    union all select 'member of ' || roleid::regrole from pg_auth_members where member = current_user::regrole
    union all select 'owner of ' || oid::regclass from pg_class where relowner = current_user::regrole
    union all select 'may make things in ' || nspname from pg_namespace
      where nspname not like 'pg\\_%' and has_schema_privilege(oid, 'create')
    union all select 'may make schemas' from pg_database where datname = current_database() and has_database_privilege(oid, 'create')
  ) alt order by 1`;

async function run(client: Client, sql: string): Promise<unknown[]> {
  return (await client.query({ text: sql, rowMode: 'array' })).rows.map(([first, ...rest]) =>
    rest.length === 0 ? first : [first, ...rest].join(': '),
  );
}

/** How a statement ended: SQLSTATE, or `done`. */
const attempt = (client: Client, sql: string): Promise<string> =>
  client.query(sql).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'failed',
  );

async function lookAround(url: string, forsoek: readonly string[]): Promise<Rolle> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const [tabeller, sekvenser, funksjoner, makt] = [
      await run(client, RETTIGHETER),
      await run(client, SEKVENSER),
      await run(client, FUNKSJONER),
      await run(client, MAKT),
    ];
    const utfall: Record<string, string> = {};
    for (const sql of forsoek) utfall[sql] = await attempt(client, sql);

    return { tabeller, sekvenser, funksjoner, makt, utfall };
  } finally {
    await client.end();
  }
}

/** Everything in a file or below a folder. */
function readAll(place: string): string[] {
  if (!statSync(place, { throwIfNoEntry: false })) return [];
  if (statSync(place).isDirectory())
    return readdirSync(place).flatMap((navn) => readAll(path.join(place, navn)));

  return [readFileSync(place, 'latin1')];
}

/** Signs in as other roles with every password that the environment holds, and with none. */
async function signInAs(
  url: string,
  roller: readonly string[],
  passord: readonly string[],
): Promise<string[]> {
  const inne: string[] = [];
  for (const rolle of roller)
    for (const password of passord) {
      const client = new Client({ connectionString: url.replace(/\/\/[^@]*@/, `//${rolle}:${password}@`) });
      const isIn = await client.connect().then(
        () => true,
        () => false,
      );
      if (isIn) inne.push(rolle);
      await client.end();
    }

  return inne;
}

type Rolle = {
  tabeller: unknown[];
  sekvenser: unknown[];
  funksjoner: unknown[];
  makt: unknown[];
  utfall: Record<string, string>;
};
export type Funnet = {
  /** Name and value of each setting, and the text of every file that one names. */
  lest: { miljoe: Record<string, string | undefined>; filer: string[] };
  /** By the setting that holds the address. */
  roller: Record<string, Rolle>;
  inne: string[];
};

const { forsoek, andre }: { forsoek: string[]; andre: string[] } = JSON.parse(process.argv[2] ?? '{}');
const addresses = Object.entries(process.env).filter(([navn]) => /^DATABASE_\w+_URL$/.test(navn));
const roller: Record<string, Rolle> = {};
for (const [navn, url = ''] of addresses) roller[navn] = await lookAround(url, forsoek);
const passord = addresses.map(([, url = '']) => /:\/\/[^:]*:([^@]*)@/.exec(url)?.[1] ?? '');
const named = Object.entries(process.env).filter(([navn]) => /_(FILE|MAPPE)$/.test(navn));
const funnet: Funnet = {
  lest: { miljoe: process.env, filer: named.flatMap(([, place = '']) => readAll(place)) },
  roller,
  inne: await signInAs(addresses[0]?.[1] ?? '', andre, [...passord, '']),
};
process.stdout.write(JSON.stringify(funnet));

/** The log in the database, as it was at one moment: everything is read in one snapshot, however long it takes (I12). */
import 'server-only';
import { z } from 'zod';
import type { Pool, PoolClient } from '#lib/server/db/pool.ts';
import { readBladhasher } from '#lib/server/revisjonslogg/forsegling/blader.ts';
import { describeRad, RADFORM_SQL, type Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { readRadformer, toListe } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';
import type { Bladrad, Kilde } from '#lib/server/revisjonslogg/verifisering/kilde.ts';

/** Few enough that what is read of them is gone again before it counts as old. */
const BLADER = 1_000;
const NUMMER = 50_000;
const NOTER = 500;

const showTime = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const LEAVES = `select indeks, id::text, ${showTime('tidspunkt')} as tidspunkt, hash from revisjonslogg.blad
  where indeks >= $1 order by indeks limit $2`;
const ROWS_AT = `select ${RADFORM_SQL} from revisjonslogg.rad r
  where r.tidspunkt between $1::timestamptz and $2::timestamptz and r.id = any($3::bigint[])`;
const ROWS_ANYWHERE = `select ${RADFORM_SQL} from revisjonslogg.rad r where r.id = any($1::bigint[])`;
const UNSEALED = `select ${RADFORM_SQL} from revisjonslogg.rad r
  where r.id >= $1 and r.id < $2 and r.xid < $3::xid8 and r.tidspunkt >= coalesce($4::timestamptz, '-infinity')
    and not exists (select from revisjonslogg.blad b where b.id = r.id and b.tidspunkt = r.tidspunkt)
  order by r.id`;
const NOTES = 'select nummer, note from revisjonslogg.sjekkpunkt where nummer >= $1 order by nummer limit $2';
const LAST_NOTES =
  'select nummer, note from revisjonslogg.sjekkpunkt where nummer < $1 order by nummer desc limit $2';
const LOOSE = `select distinct s.rad_id, ${showTime('s.tidspunkt')} as tidspunkt from revisjonslogg.subjekt s
  where not exists (select from revisjonslogg.rad r where r.tidspunkt = s.tidspunkt and r.rad_id = s.rad_id)`;
const TWICE = `select kall_id from revisjonslogg.rad where slag in ('DISCLOSED', 'DENIED', 'FAILED')
  group by kall_id having count(*) > 1`;

const DELETIONS = `select ${RADFORM_SQL} from revisjonslogg.rad r where r.slag = 'RETENTION' order by r.id`;

const Leaf = z.object({
  indeks: z.coerce.number(),
  id: z.string(),
  tidspunkt: z.string(),
  hash: z.instanceof(Buffer),
});
type Leaf = z.infer<typeof Leaf>;
const Note = z.object({ nummer: z.coerce.number(), note: z.string() });
const Loose = z.object({ rad_id: z.string(), tidspunkt: z.string() });
const Twice = z.object({ kall_id: z.string() });
const Range = z.object({ fra: z.coerce.number(), til: z.coerce.number() });

/** The rows that leaves point at: at the leaf's time, and where there is none at any other time. */
async function readBladrader(client: PoolClient, leaves: readonly Leaf[]): Promise<Bladrad[]> {
  const times = leaves.map(({ tidspunkt }) => tidspunkt).sort();
  const ids = toListe(leaves.map(({ id }) => id));
  const found = await readRadformer(client, ROWS_AT, [times.at(0), times.at(-1), ids]);
  const byId = Map.groupBy(found, ([id]) => id);
  const findHere = ({ id, tidspunkt }: Leaf) => {
    const here = byId.get(id)?.filter((rad) => describeRad(rad).tidspunkt === tidspunkt);

    return here?.length ? here : null;
  };
  const lost = leaves.filter((leaf) => findHere(leaf) === null).map(({ id }) => id);
  const moved = lost.length > 0 ? await readRadformer(client, ROWS_ANYWHERE, [toListe(lost)]) : [];
  const movedById = Map.groupBy(moved, ([id]) => id);

  return leaves.map((leaf) => ({ ...leaf, rader: findHere(leaf) ?? movedById.get(leaf.id) ?? [] }));
}

async function* listBlader(client: PoolClient, fra: number): AsyncGenerator<Bladrad> {
  for (let next = fra; ; ) {
    const { rows } = await client.query(LEAVES, [next, BLADER]);
    const leaves = rows.map((row) => Leaf.parse(row));
    if (leaves.length > 0) yield* await readBladrader(client, leaves);
    if (leaves.length < BLADER) return;
    next = (leaves.at(-1)?.indeks ?? next) + 1;
  }
}

async function findBlad(client: PoolClient, indeks: number): Promise<Bladrad | null> {
  const { rows } = await client.query(LEAVES, [indeks, 1]);
  const leaves = rows.map((row) => Leaf.parse(row)).filter((leaf) => leaf.indeks === indeks);

  return leaves.length === 0 ? null : ((await readBladrader(client, leaves))[0] ?? null);
}

async function* listSjekkpunkter(client: PoolClient): AsyncGenerator<z.infer<typeof Note>> {
  for (let next = 0; ; ) {
    const { rows } = await client.query(NOTES, [next, NOTER]);
    const notes = rows.map((row) => Note.parse(row));
    yield* notes;
    if (notes.length < NOTER) return;
    next = (notes.at(-1)?.nummer ?? next) + 1;
  }
}

async function* listSisteSjekkpunkter(client: PoolClient): AsyncGenerator<z.infer<typeof Note>> {
  for (let next = Number.MAX_SAFE_INTEGER; ; ) {
    const { rows } = await client.query(LAST_NOTES, [next, NOTER]);
    const notes = rows.map((row) => Note.parse(row));
    yield* notes;
    if (notes.length < NOTER) return;
    next = notes.at(-1)?.nummer ?? next;
  }
}

async function* listUforseglede(
  client: PoolClient,
  vannmerke: bigint,
  siden: string | null,
): AsyncGenerator<Radform> {
  const { rows } = await client.query(
    'select coalesce(min(id), 0) as fra, coalesce(max(id), 0) as til from revisjonslogg.rad',
  );
  const { fra, til } = Range.parse(rows[0]);
  for (let at = fra; at <= til; at += NUMMER) {
    yield* await readRadformer(client, UNSEALED, [at, at + NUMMER, `${vannmerke}`, siden]);
  }
}

async function* listLoeseSubjekter(client: PoolClient) {
  for (const row of (await client.query(LOOSE)).rows) {
    const { rad_id, tidspunkt } = Loose.parse(row);
    yield { radId: rad_id, tidspunkt };
  }
}

async function* listDobleUtfall(client: PoolClient) {
  for (const row of (await client.query(TWICE)).rows) yield { kallId: Twice.parse(row).kall_id };
}

async function* listSlettingsrader(client: PoolClient): AsyncGenerator<Radform> {
  yield* await readRadformer(client, DELETIONS, []);
}

async function findIndeks(client: PoolClient, id: string): Promise<number | null> {
  const { rows } = await client.query('select indeks from revisjonslogg.blad where id = $1', [id]);

  return rows[0] === undefined ? null : Leaf.shape.indeks.parse(rows[0].indeks);
}

/** Lets `work` read the log as it is at the first question. `pool` is of role `forsegler`. */
export async function withDatabasekilde<T>(pool: Pool, work: (kilde: Kilde) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('begin isolation level repeatable read read only');
    const result = await work({
      listSjekkpunkter: () => listSjekkpunkter(client),
      listSisteSjekkpunkter: () => listSisteSjekkpunkter(client),
      listBlader: (fra) => listBlader(client, fra),
      findBlad: (indeks) => findBlad(client, indeks),
      listHasher: (fra, til) => readBladhasher(client, fra, til),
      listUforseglede: (vannmerke, siden) => listUforseglede(client, vannmerke, siden),
      listLoeseSubjekter: () => listLoeseSubjekter(client),
      listDobleUtfall: () => listDobleUtfall(client),
      listSlettingsrader: () => listSlettingsrader(client),
      findIndeks: (id) => findIndeks(client, id),
    });
    await client.query('commit');
    failed = false;

    return result;
  } finally {
    client.release(failed);
  }
}

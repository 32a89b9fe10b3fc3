/**
 * Who follows the feed: uttrekk that are held up to date, and the index of hendelser, one row a package. Rule: a place in the feed moves by one transaction with what was found on
 * the way, and only from the place that was read from: whoever comes second, or after it was switched off, changes nothing.
 */
import 'server-only';
import { z } from 'zod';
import { PAKKER, type Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Framgang } from '#lib/domain/uttrekk/apply-feedside.ts';
import { type Database, type Pool, query, transact } from '#lib/server/db/pool.ts';

const Plass = z.object({
  id: z.uuid(),
  pakke: z.enum(PAKKER),
  neste: z.number().nullable(),
  sett: z.number().nullable(),
  etag: z.string().nullable(),
  forsoek: z.int(),
});
/** The index of a package. */
const Indeks = Plass.extend({ uttrekkId: z.null() });
/** An uttrekk, with where its membership file lies. */
const Holdt = Plass.extend({
  uttrekkId: z.uuid(),
  eierId: z.uuid(),
  sjekksum: z.instanceof(Buffer),
  noekkel: z.instanceof(Buffer),
});
export type Holdt = z.infer<typeof Holdt>;
const Venter = z.union([Holdt, Indeks]);
/** One that is due. */
export type Venter = z.infer<typeof Venter>;
/** The same, once the register has said how far the feed has come. */
export type Foelger = Venter & { neste: number };

/** How far the index may be behind: nobody is told at once, and each reading is two rows in the log. */
const INDEKS_MINUTTER = 5;

const HOLDTE = `select o.id, u.id as "uttrekkId", u.eier_id as "eierId", coalesce(o.pakke, u.bestilling->>'pakke') as pakke,
    o.neste::float8 as neste, o.sett::float8 as sett, o.etag, o.forsoek, m.sjekksum, m.noekkel
  from uttrekk.oppdatering o left join uttrekk.uttrekk u on u.id = o.uttrekk_id
    left join uttrekk.medlemskap m on m.uttrekk_id = u.id
  where (coalesce(o.ajour < now() - interval '${INDEKS_MINUTTER} minutes', true) and o.pakke is not null
      or (u.tilstand = 'klar' and uttrekk.slettes(u) > now() and m.uttrekk_id is not null))
    and not o.for_gammel and o.tidligst <= now()
  order by o.id`;

/** The indexes are those of these packages, and no others. */
export async function setFulgte(pool: Pool, pakker: readonly Pakke[]): Promise<void> {
  await pool.query(
    `with borte as (delete from uttrekk.oppdatering where pakke is not null and pakke <> all($1))
     insert into uttrekk.oppdatering (pakke) select unnest($1::text[]) on conflict do nothing`,
    [pakker],
  );
}

/** All that are due; uttrekk as long as their files are there. */
export function listHoldte(pool: Pool): Promise<Venter[]> {
  return query(pool, Venter, HOLDTE);
}

/** Those of a package that have a place in its feed. */
export async function listFoelgere(pool: Pool, pakke: Pakke): Promise<Foelger[]> {
  const holdte = await listHoldte(pool);

  return holdte.flatMap((holdt) =>
    holdt.pakke === pakke && holdt.neste !== null ? [{ ...holdt, neste: holdt.neste }] : [],
  );
}

/** References removed in one statement, which nobody waits for. */
const RYDDES_AV_GANGEN = 20_000;
const RYDD = `delete from uttrekk.endret where ctid = any(array(
  select e.ctid from uttrekk.endret e
  where not exists (select from uttrekk.oppdatering o where o.id = e.oppdatering_id) limit ${RYDDES_AV_GANGEN}))`;

/** Removes what was found for those that are held no longer. */
export async function deleteLoese(pool: Pool): Promise<void> {
  for (let antall = RYDDES_AV_GANGEN; antall === RYDDES_AV_GANGEN; )
    antall = (await pool.query(RYDD)).rowCount ?? 0;
}

/** Nobody who may have it held up to date is left: it is held no longer. */
export async function deleteHoldt(pool: Pool, { id }: Holdt): Promise<void> {
  await pool.query('delete from uttrekk.oppdatering where id = $1', [id]);
}

/**
 * Those whose place was asked for before they were ordered begin there: nothing that has happened since is lost, and no
 * call is made for it.
 */
export async function startFraBestilling(pool: Pool): Promise<void> {
  await pool.query(
    `update uttrekk.oppdatering o set neste = u.feed_siste + 1, siden = u.feed_lest
     from uttrekk.uttrekk u where u.id = o.uttrekk_id and o.neste is null and u.feed_siste is not null`,
  );
}

/**
 * Where nobody asked: after the last entry there is now. What happened between the order and this is lost. An index that is
 * new begins `tilbake` entries before, and is not up to date until those are read; one that the feed has left behind begins
 * at the end, or it would be left behind again.
 */
export async function saveStart(
  pool: Pool,
  holdte: readonly Venter[],
  siste: number,
  tilbake: number,
): Promise<void> {
  await pool.query(
    `with start as (select id, case when pakke is not null and siden is null then $3::bigint else 0 end as tilbake
       from uttrekk.oppdatering where id = any($1))
     update uttrekk.oppdatering o set neste = greatest($2 - start.tilbake, 0), siden = coalesce(siden, now()),
       ajour = case when start.tilbake = 0 then now() end, forsoek = 0
     from start where o.id = start.id and o.neste is null`,
    [holdte.map(({ id }) => id), siste + 1, tilbake],
  );
}

/** The page is as it was when it had nothing new: everything is still read. */
export async function saveUendret(pool: Pool, foelgere: readonly Foelger[]): Promise<void> {
  await pool.query(
    `update uttrekk.oppdatering o set ajour = now(), forsoek = 0
     from unnest($1::uuid[], $2::bigint[]) as lest (id, neste) where o.id = lest.id and o.neste = lest.neste`,
    [foelgere.map(({ id }) => id), foelgere.map(({ neste }) => neste)],
  );
}

type Lesing = { erAjour: boolean; etag: string | null; siden: string | null };

/**
 * The new place, and who was found on the way there.
 * @param erAjour the page was the last one
 * @param etag of a page that had nothing new
 * @param siden when the first entry of the page was written, where more than what happens from now on is read; null elsewhere
 * @param keep writes what was found, in the same transaction
 */
export function saveFramgang(
  pool: Pool,
  foelger: Foelger,
  { neste, sett, hull }: Framgang,
  { erAjour, etag, siden, keep }: Lesing & { keep: (tx: Database) => Promise<void> },
): Promise<void> {
  return transact(pool, async (tx) => {
    const { rowCount } = await tx.query(
      `update uttrekk.oppdatering set neste = $3, sett = $4, etag = $5, forsoek = 0,
         ajour = case when $6 then now() else ajour end, hull = case when $7 then coalesce(hull, now()) else hull end,
         siden = least(siden, $8)
       where id = $1 and neste = $2`,
      [foelger.id, foelger.neste, neste, sett, etag, erAjour, hull, siden],
    );
    if (rowCount !== 0) await keep(tx);
  });
}

/** Those of an uttrekk that something has happened to, each counted once. */
export async function saveEndrede(
  tx: Database,
  { id }: Pick<Holdt, 'id'>,
  refs: readonly Buffer[],
): Promise<void> {
  if (refs.length === 0) return;
  await tx.query(
    `with nye as (insert into uttrekk.endret (oppdatering_id, ref) select $1, unnest($2::bytea[])
       on conflict do nothing returning 1)
     update uttrekk.oppdatering set endret = endret + (select count(*) from nye) where id = $1`,
    [id, refs],
  );
}

/** The feed no longer has what comes after its place: the end for an uttrekk, a hole in the index, which begins anew. */
export async function saveForGammel(pool: Pool, foelgere: readonly Foelger[]): Promise<void> {
  await pool.query(
    `update uttrekk.oppdatering set for_gammel = pakke is null, neste = case when pakke is null then neste end,
       sett = case when pakke is null then sett end, etag = case when pakke is null then etag end,
       hull = case when pakke is null then hull else coalesce(hull, now()) end
     where id = any($1)`,
    [foelgere.map(({ id }) => id)],
  );
}

/** Looked at again after `ms`. */
export async function delayHoldte(pool: Pool, holdte: readonly Venter[], ms: number): Promise<void> {
  await pool.query(
    `update uttrekk.oppdatering set forsoek = forsoek + 1, tidligst = now() + $2 * interval '1 millisecond'
     where id = any($1)`,
    [holdte.map(({ id }) => id), ms],
  );
}

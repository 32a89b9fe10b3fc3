/**
 * The virksomhet's own employees and those close to them: a list from outside, kept as keyed marks (security.md Z-07). One
 * statement says who is on it, so that a new list bites at the next oppslag.
 */
import 'server-only';
import { z } from 'zod';
import { mark } from '#lib/server/crypto.ts';
import { type Pool, query, transact } from '#lib/server/db/pool.ts';

const Rad = z.object({ noekkelmerke: z.instanceof(Buffer), treff: z.array(z.instanceof(Buffer)) });

const SOEK = `select noekkelmerke, array(select merke from portal.skjermet_person where merke = any($1::bytea[])) as treff
  from portal.skjermingsliste`;

/** The keyed mark of a person's number, as the list and a nødtilgang carry it. `key` is OPPSLAG_KEY. */
export const toPersonmerke = (key: string, nummer: string): Buffer => mark(key, 'personregel', nummer);

const toNoekkelmerke = (key: string): Buffer => mark(key, 'skjermingsliste', '');

/**
 * Those of the numbers that are on the list; none where no list has been imported.
 * Throws when the list was made with another key: it would match nobody.
 */
export async function listSkjermede(
  pool: Pool,
  key: string,
  numre: readonly string[],
): Promise<ReadonlySet<string>> {
  const merker = new Map(numre.map((nummer) => [toPersonmerke(key, nummer).toString('hex'), nummer]));
  const [rad] = await query(pool, Rad, SOEK, [[...merker.keys()].map((hex) => Buffer.from(hex, 'hex'))]);
  if (rad === undefined) return new Set();
  if (!rad.noekkelmerke.equals(toNoekkelmerke(key))) throw new Error('the skjermingsliste is of another key');

  return new Set(rad.treff.map((merke) => merker.get(merke.toString('hex')) ?? ''));
}

/** Puts this list in the place of the one before, whole or not at all. `owner` may write it; the portal may not. */
export async function replaceSkjermingsliste(
  owner: Pool,
  key: string,
  numre: readonly string[],
): Promise<void> {
  const merker = numre.map((nummer) => toPersonmerke(key, nummer));
  await transact(owner, async (tx) => {
    await tx.query('delete from portal.skjermet_person');
    await tx.query('insert into portal.skjermet_person (merke) select distinct unnest($1::bytea[])', [
      merker,
    ]);
    await tx.query(
      `insert into portal.skjermingsliste (noekkelmerke, antall)
       values ($1, (select count(*) from portal.skjermet_person))
       on conflict (ett) do update set noekkelmerke = excluded.noekkelmerke, antall = excluded.antall, importert = now()`,
      [toNoekkelmerke(key)],
    );
  });
}

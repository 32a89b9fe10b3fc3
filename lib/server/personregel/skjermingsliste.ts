/**
 * The virksomhet's own employees and those close to them: a list from outside, kept as keyed marks (security.md Z-07). Each
 * session's statement says which list counts, and a process reads a list once, so that a new one bites at the next oppslag
 * and none costs a question of its own.
 */
import 'server-only';
import { z } from 'zod';
import { mark } from '#lib/server/crypto.ts';
import { type Pool, query, transact } from '#lib/server/db/pool.ts';

const Rad = z.object({ noekkelmerke: z.instanceof(Buffer), merker: z.instanceof(Buffer) });

/** The marks stand after each other: a list of values costs the driver many times as much to read. */
const LES = `select noekkelmerke, coalesce((select string_agg(merke, '') from portal.skjermet_person), '') as merker
  from portal.skjermingsliste`;

const MERKE_BYTES = 32;

/** The keyed mark of a person's number, as the list and a nødtilgang carry it. `key` is OPPSLAG_KEY. */
export const toPersonmerke = (key: string, nummer: string): Buffer => mark(key, 'personregel', nummer);

const toNoekkelmerke = (key: string): Buffer => mark(key, 'skjermingsliste', '');

/** One byte is one character: the shortest text that tells marks apart. */
const toTekst = (merke: Buffer): string => merke.toString('latin1');

async function readMerker(pool: Pool, key: string): Promise<ReadonlySet<string>> {
  const [rad] = await query(pool, Rad, LES);
  if (rad === undefined) return new Set();
  if (!rad.noekkelmerke.equals(toNoekkelmerke(key))) throw new Error('the skjermingsliste is of another key');
  const antall = rad.merker.length / MERKE_BYTES;
  if (!Number.isInteger(antall)) throw new Error('the skjermingsliste holds what is no mark');

  return new Set(
    Array.from({ length: antall }, (_, at) =>
      toTekst(rad.merker.subarray(at * MERKE_BYTES, (at + 1) * MERKE_BYTES)),
    ),
  );
}

export type Skjermingsliste = {
  /**
   * Those of the numbers that are on the list. `versjon` is the session's word on which list counts, null where none has
   * been imported: then nobody is on it. Throws when the list cannot be read, and when it was made with another key: it
   * would match nobody.
   */
  listSkjermede(versjon: string | null, numre: Iterable<string>): Promise<ReadonlySet<string>>;
};

/** The list as this process has read it. `key` is OPPSLAG_KEY. */
export function createSkjermingsliste(pool: Pool, key: string): Skjermingsliste {
  // What is held was read after its version was, so it is never older than that.
  let lest: { versjon: string; merker: Promise<ReadonlySet<string>> } | null = null;

  function start(versjon: string): Promise<ReadonlySet<string>> {
    const ny = { versjon, merker: readMerker(pool, key) };
    lest = ny;
    ny.merker.catch(() => {
      if (lest === ny) lest = null;
    });

    return ny.merker;
  }

  return {
    async listSkjermede(versjon, numre) {
      if (versjon === null) return new Set();
      const merker = await (lest?.versjon === versjon ? lest.merker : start(versjon));

      return new Set([...numre].filter((nummer) => merker.has(toTekst(toPersonmerke(key, nummer)))));
    },
  };
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

/**
 * Nødtilganger as rows: for one user, one person and a time (security.md Z-10). A row gives nothing by itself: a rule that
 * has closed a person looks for one.
 */
import 'server-only';
import { z } from 'zod';
import { open, seal } from '#lib/server/crypto.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { toPersonmerke } from '#lib/server/personregel/skjermingsliste.ts';

/** One that holds now. `merker` are those of every number that was known of the person. */
export type Noedtilgang = { id: string; utloeper: Date; merker: ReadonlySet<string> };

const Rad = z.object({ id: z.string(), utloeper: z.date(), merker: z.array(z.instanceof(Buffer)) });

const toHex = (merke: Buffer): string => merke.toString('hex');

/** The user's own that hold now and are for any of the numbers. */
export async function listNoedtilganger(
  pool: Pool,
  key: string,
  brukerId: string,
  numre: readonly string[],
): Promise<Noedtilgang[]> {
  const rader = await query(
    pool,
    Rad,
    `select id, utloeper, merker from portal.noedtilgang
     where bruker_id = $1 and avsluttet is null and utloeper > now() and merker && $2::bytea[]`,
    [brukerId, numre.map((nummer) => toPersonmerke(key, nummer))],
  );

  return rader.map(({ merker, ...rad }) => ({ ...rad, merker: new Set(merker.map(toHex)) }));
}

/** The one of them that is for the person with these numbers. */
export const findNoedtilgang = (
  noedtilganger: readonly Noedtilgang[],
  key: string,
  numre: readonly string[],
): Noedtilgang | null =>
  noedtilganger.find(({ merker }) => numre.some((nummer) => merker.has(toHex(toPersonmerke(key, nummer))))) ??
  null;

/** Who gets it, for whom, and for how many hours. `handlingId` is the act that says why. */
type NyNoedtilgang = Gjelder & { id: string; handlingId: string; brukerId: string; timer: number };

/** Makes one that holds from now; gives its end by the database's clock. */
export async function createNoedtilgang(
  pool: Pool,
  key: string,
  { id, handlingId, brukerId, numre, regel, timer }: NyNoedtilgang,
): Promise<Date> {
  const merker = numre.map((nummer) => toPersonmerke(key, nummer));
  const [rad] = await query(
    pool,
    z.object({ utloeper: z.date() }),
    `insert into portal.noedtilgang (id, handling_id, bruker_id, merker, regel, utloeper)
     values ($1, $2, $3, $4, $5, now() + make_interval(hours => $6)) returning utloeper`,
    [id, handlingId, brukerId, merker, regel, timer],
  );

  return z.date().parse(rad?.utloeper);
}

/** Ends one of the user's own that holds now; gives the act that it began with, or null when there is none. */
export async function endNoedtilgang(pool: Pool, id: string, brukerId: string): Promise<string | null> {
  const [rad] = await query(
    pool,
    z.object({ handling_id: z.string() }),
    `update portal.noedtilgang set avsluttet = now()
     where id = $1 and bruker_id = $2 and avsluttet is null and utloeper > now() returning handling_id`,
    [id, brukerId],
  );

  return rad?.handling_id ?? null;
}

/** What a refusal hands the browser to ask with: whom it was about, sealed to the user, so that nobody can name another. */
const Gjelder = z.strictObject({ regel: z.string(), numre: z.array(z.string()).min(1), til: z.number() });
export type Gjelder = Pick<z.infer<typeof Gjelder>, 'regel' | 'numre'>;

const USE = 'noedtilgang';
const NOEKKEL_MS = 30 * 60_000;

export function sealNoekkel(key: string, brukerId: string, gjelder: Gjelder): string {
  const til = Date.now() + NOEKKEL_MS;

  return seal(key, USE, brukerId, JSON.stringify({ ...gjelder, til })).toString('base64url');
}

/** Null for one that is another user's, too old, or changed. */
export function openNoekkel(key: string, brukerId: string, noekkel: string): Gjelder | null {
  try {
    const text = open(key, USE, brukerId, Buffer.from(noekkel, 'base64url'));
    const { til, ...gjelder } = Gjelder.parse(JSON.parse(text));

    return til > Date.now() ? gjelder : null;
  } catch {
    return null;
  }
}

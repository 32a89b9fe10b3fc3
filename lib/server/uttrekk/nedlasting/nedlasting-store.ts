/**
 * The rows of downloads. Rule: whether a stream may begin is one statement, so that of fifty at once one does; and a stream
 * that runs says so by a time that only it knows, so that one which was given up by mistake ends when it is taken over.
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { FORMATER } from '#lib/domain/uttrekk/bestilling.ts';
import {
  NedlastingRequest,
  type Nedlastingsform,
  START_INNEN_SEKUNDER,
} from '#lib/domain/uttrekk/nedlasting.ts';
import { type Database, query } from '#lib/server/db/pool.ts';

/** How long a stream may be silent before another may take it up. */
const STILLE_SEKUNDER = 30;

const Antall = z.coerce.number().int().nonnegative();
const Fil = z.object({
  id: z.uuid(),
  uttrekk_id: z.uuid(),
  fra_id: z.uuid().nullable(),
  borte: Antall.nullable(),
  format: z.enum(FORMATER),
  bytes: Antall,
  rader: Antall,
  sjekksum: z.instanceof(Buffer),
  noekkel: z.instanceof(Buffer),
  opprettet: z.date(),
});
/**
 * A file that can be downloaded now. `noekkel` is wrapped. A file of changes has `fra_id`, the run they are changes from,
 * and `borte`, how many in it are only there.
 */
export type KlarFil = z.infer<typeof Fil>;

const FIL = `select f.id, f.uttrekk_id, f.fra_id, s.borte, f.format, f.bytes, f.rader, f.sjekksum, f.noekkel, f.opprettet
  from uttrekk.fil f join uttrekk.uttrekk u on u.id = f.uttrekk_id
  left join uttrekk.sammenligning s on s.fra_id = f.fra_id and s.til_id = f.uttrekk_id
  where f.id = $1 and f.tilstand = 'klar' and f.noekkel is not null and coalesce(uttrekk.slettes(u) > now(), true)`;

/** The file, or null for one that is unknown, deleted or expired. */
export async function findKlarFil(pool: Database, filId: string | undefined): Promise<KlarFil | null> {
  const id = z.uuid().safeParse(filId);
  if (!id.success) return null;
  const [fil] = await query(pool, Fil, FIL, [id.data]);

  return fil ?? null;
}

/** The signed note of a file that was found. Throws IKKE_FUNNET for one from before there were any. */
export async function getManifest(pool: Database, filId: string): Promise<string> {
  const [rad] = await query(
    pool,
    z.object({ manifest: z.string() }),
    'select manifest from uttrekk.fil where id = $1 and manifest is not null',
    [filId],
  );
  if (rad === undefined) throw new AppError('IKKE_FUNNET');

  return rad.manifest;
}

/** Who downloads: this user in this session and no other. */
export type Nedlaster = { brukerId: string; sessionRef: Buffer };

const Grantrad = z.object({
  fil_id: z.uuid(),
  form: NedlastingRequest.shape.form,
  passord: z.instanceof(Buffer).nullable(),
});
/** A grant as it was given. `passord` is sealed; null for the file as it is, and for a zip that has been sent. */
export type Grant = { nedlastingId: string; filId: string; form: Nedlastingsform; passord: Buffer | null };

export async function createGrant(
  pool: Database,
  nedlastingId: string,
  filId: string,
  { brukerId, sessionRef }: Nedlaster,
  { form, passord }: Pick<Grant, 'form' | 'passord'>,
): Promise<void> {
  await pool.query({
    text: `insert into uttrekk.nedlasting (id, fil_id, bruker_id, session_ref, start_senest, form, passord)
      values ($1, $2, $3, $4, now() + make_interval(secs => $5), $6, $7)`,
    values: [nedlastingId, filId, brukerId, sessionRef, START_INNEN_SEKUNDER, form, passord],
  });
}

/** The file that the grant is of; null for one that is not this user's in this session. */
export async function findGrant(
  pool: Database,
  nedlastingId: string | undefined,
  { brukerId, sessionRef }: Nedlaster,
): Promise<Grant | null> {
  const id = z.uuid().safeParse(nedlastingId);
  if (!id.success) return null;
  const [grant] = await query(
    pool,
    Grantrad,
    'select fil_id, form, passord from uttrekk.nedlasting where id = $1 and bruker_id = $2 and session_ref = $3',
    [id.data, brukerId, sessionRef],
  );

  if (grant === undefined) return null;
  const { fil_id: filId, form, passord } = grant;

  return { nedlastingId: id.data, filId, form, passord };
}

const Aktiv = z.object({ aktiv_til: z.string() });
const AKTIV = `aktiv_til = clock_timestamp() + interval '${STILLE_SEKUNDER} seconds'`;

const START = `update uttrekk.nedlasting set startet = coalesce(startet, now()), ${AKTIV}
  where id = $1 and fullfoert is null and case when startet is null then start_senest > now()
    else $2::bigint > 0 and coalesce(aktiv_til < clock_timestamp(), true) end
  returning aktiv_til::text`;

/** Takes the grant into use at a byte, or takes it up again there. Null when it may not be; else what the stream goes by. */
export async function startStroem(pool: Database, nedlastingId: string, fra: number): Promise<string | null> {
  const [rad] = await query(pool, Aktiv, START, [nedlastingId, fra]);

  return rad?.aktiv_til ?? null;
}

const HOLD = `update uttrekk.nedlasting set bytes_sendt = greatest(bytes_sendt, $3), ${AKTIV}
  where id = $1 and aktiv_til = $2::timestamptz returning aktiv_til::text`;

/** Says that the stream runs and how far it has come. Null when another has taken it over. */
export async function holdStroem(
  pool: Database,
  nedlastingId: string,
  aktivTil: string,
  sendt: number,
): Promise<string | null> {
  const [rad] = await query(pool, Aktiv, HOLD, [nedlastingId, aktivTil, sendt]);

  return rad?.aktiv_til ?? null;
}

/** Says that the stream has ended, and where. `hel`: the last byte was sent, and the password is needed no more. */
export async function endStroem(
  pool: Database,
  nedlastingId: string,
  aktivTil: string,
  { sendt, hel }: { sendt: number; hel: boolean },
): Promise<void> {
  await pool.query({
    text: `update uttrekk.nedlasting set bytes_sendt = greatest(bytes_sendt, $3), aktiv_til = null,
        fullfoert = case when $4 then now() else fullfoert end, passord = case when $4 then null else passord end
      where id = $1 and aktiv_til = $2::timestamptz`,
    values: [nedlastingId, aktivTil, sendt, hel],
  });
}

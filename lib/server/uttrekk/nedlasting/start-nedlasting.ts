/**
 * The stream of one grant: opened and proved chunk by chunk, no faster than it is read, and its length counted. Whether
 * the user may is asked again, since a grant may be as old as a broken connection.
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { parseRange } from '#lib/domain/uttrekk/nedlasting.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import type { Filstroem } from '#lib/server/http/download.ts';
import { log } from '#lib/server/log/log.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { getUttrekkFor, type UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';
import { findFraFor } from './fra-uttrekk.ts';
import { getFremstilling } from './fremstilling.ts';
import { toNedlastingsplan } from './logg.ts';
import {
  endStroem,
  findGrant,
  findKlarFil,
  type Grant,
  holdStroem,
  type KlarFil,
  startStroem,
} from './nedlasting-store.ts';

export type Nedlastingsdeps = Pick<Uttrekksdeps, 'pool' | 'revisjonslogg'> & {
  filKey: string;
  filMappe: string;
};

/** How often a stream says that it runs. */
const HOLD_HVERT_MS = 5_000;

/** The bytes, with the row kept up. However it ends, the row says how far it came. */
async function* follow(
  pool: Pool,
  nedlastingId: string,
  biter: AsyncGenerator<Buffer>,
  start: { fra: number; bytes: number; aktivTil: string },
): AsyncGenerator<Buffer> {
  let { aktivTil } = start;
  let sendt = start.fra;
  let holdt = performance.now();
  let hel = false;
  try {
    for await (const bit of biter) {
      if (performance.now() - holdt >= HOLD_HVERT_MS) {
        const neste = await holdStroem(pool, nedlastingId, aktivTil, sendt);
        if (neste === null) throw new AppError('NEDLASTING_BRUKT');
        [aktivTil, holdt] = [neste, performance.now()];
      }
      // Before it is handed on: of what is under way nobody knows how much will arrive.
      sendt += bit.length;
      yield bit;
    }
    hel = sendt === start.bytes;
  } finally {
    await endStroem(pool, nedlastingId, aktivTil, { sendt, hel });
  }
}

async function refuseGjenbruk(
  { revisjonslogg }: Nedlastingsdeps,
  session: Session,
  { rad, fil, grant }: { rad: UttrekkRad; fil: KlarFil; grant: Grant },
): Promise<never> {
  log.warn('nedlasting.gjenbruk');
  await revisjonslogg.deny(toNedlastingsplan(session, rad, fil, grant), null, 'gjenbruk', rad.handlingId);
  throw new AppError('NEDLASTING_BRUKT');
}

/**
 * Begins the stream, or takes it up again.
 * @param range the request's `Range`
 * @throws AppError IKKE_FUNNET, NEDLASTING_BRUKT (used, too late, or running now), UGYLDIG_UTSNITT; Filfeil
 */
export async function startNedlasting(
  deps: Nedlastingsdeps,
  session: Session,
  { nedlastingId: id }: Readonly<Record<string, string>>,
  range: string | null,
): Promise<Filstroem> {
  const { pool } = deps;
  const grant = await findGrant(pool, id, session);
  const fil = grant && (await findKlarFil(pool, grant.filId));
  if (!fil) throw new AppError('IKKE_FUNNET');
  const { nedlastingId } = grant;
  const rad = await getUttrekkFor(pool, session, fil.uttrekk_id, 'lastNed');
  await findFraFor(pool, session, fil);
  const { read, ...resten } = await getFremstilling(deps, fil, grant);
  const { bytes } = resten;
  const utsnitt = parseRange(range, bytes);
  if (utsnitt === 'ugyldig') throw new AppError('UGYLDIG_UTSNITT');
  const { fra, til } = utsnitt ?? { fra: 0, til: bytes - 1 };
  const aktivTil = await startStroem(pool, nedlastingId, fra);
  if (aktivTil === null) return refuseGjenbruk(deps, session, { rad, fil, grant });

  return {
    ...resten,
    utsnitt,
    biter: follow(pool, nedlastingId, read({ fra, til }), { fra, bytes, aktivTil }),
  };
}

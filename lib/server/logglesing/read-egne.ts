/**
 * One's own acts: all of them, for as long as the log has them, and nobody else's. Reading them is a reading of the log
 * and has its rows (security.md I9), which the list leaves out: it would else grow each time it is looked at. Whom an act
 * was about is not told, since the screen is a colleague's too.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { EgenHandling, EgneRequest, EgneSide } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { getLeserPool } from '#lib/server/db/pools.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Omfang } from '#lib/server/logglesing/betingelser.ts';
import { type Lesning, readLesetegn, toLesetegn } from '#lib/server/logglesing/lesetegn.ts';
import { type Funnet, listLogghandlinger } from '#lib/server/logglesing/list-logghandlinger.ts';
import { readTopp, toLeseplan } from '#lib/server/logglesing/read-revisjonslogg.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import type { Session } from '#lib/server/session/session-store.ts';

const HANDLING = 'LES_EGNE_HANDLINGER';

/** What the database is asked for, whatever came from the browser. */
export function toEgetOmfang({ brukerId, brukernavn }: Pick<Session, 'brukerId' | 'brukernavn'>): Omfang {
  return { kunBruker: { brukerId, brukernavn }, utenom: HANDLING };
}

function withoutAndre({ brukerId: _, ...funnet }: Funnet, navn: string): Omit<EgenHandling, 'kept'> {
  const rader = funnet.rader.map((rad) => ({ ...rad, subjekter: [], harFlereSubjekter: false }));

  return { ...funnet, navn, mottaker: null, rader };
}

/** Which of her acts the user can open again, by act. */
async function listKept(session: Session): Promise<Map<string, EgenHandling['kept']>> {
  if (!isAllowed(session.rettigheter.roller, 'oppslag')) return new Map();
  const mine = await getOppslagStore().list(session);

  return new Map(mine.map(({ handlingId, oppslagId, utloeper }) => [handlingId, { oppslagId, utloeper }]));
}

async function readSide(session: Session, lesning: Lesning): Promise<Disclosed<EgneSide>> {
  const plan = toLeseplan(session, HANDLING, {});
  const act = await getRevisjonslogg().intend({ ...plan, kriterier: null }, lesning.handlingId);
  try {
    const { topp, etter } = lesning;
    const soek = { filter: {}, subjektRefs: null, omfang: toEgetOmfang(session), topp, etter };
    const [{ funnet, slutt }, kept] = await Promise.all([
      listLogghandlinger(getLeserPool(), soek),
      listKept(session),
    ]);
    const handlinger = funnet.map((en) => ({
      ...withoutAndre(en, session.navn),
      kept: kept.get(en.handlingId) ?? null,
    }));
    const videre = slutt && toLesetegn('egne', { ...lesning, etter: slutt }, session.brukerId);

    return await act.disclose(
      { handlinger, videre },
      { utfall: 'vist', subjekter: [], felter: [], antall: handlinger.length },
    );
  } catch (error) {
    await act.fail(null, 'internFeil').catch(() => undefined);
    throw error;
  }
}

/** One page of the user's own acts, newest first. */
export async function readEgne({ session, body }: Kall<EgneRequest>): Promise<Disclosed<EgneSide>> {
  if ('videre' in body) return readSide(session, readLesetegn('egne', body.videre, session.brukerId));

  return readSide(session, {
    handlingId: randomUUID(),
    filter: {},
    topp: await readTopp(getLeserPool()),
    etter: null,
  });
}

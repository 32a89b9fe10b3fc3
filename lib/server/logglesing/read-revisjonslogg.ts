/**
 * Reading the revisjonslogg is an act like any other: it has its INTENT before the rows are read and its DISCLOSED
 * before they are shown (security.md I9, A-15). All pages of one reading are one act. Whoever asks for a person says why;
 * the number becomes the keyed reference that the rows carry, and no number ever comes back.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type {
  RevisjonsloggFilter,
  RevisjonsloggRequest,
  RevisjonsloggSvar,
} from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { getBegrunnelseStore } from '#lib/server/avdekking/get-begrunnelse-store.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { getLeserPool, getPortalPool } from '#lib/server/db/pools.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { log } from '#lib/server/log/log.ts';
import type { Sidesoek } from '#lib/server/logglesing/betingelser.ts';
import { type Lesning, readLesetegn, toLesetegn } from '#lib/server/logglesing/lesetegn.ts';
import { listLogghandlinger } from '#lib/server/logglesing/list-logghandlinger.ts';
import { withNavn } from '#lib/server/logglesing/list-navn.ts';
import type { Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import {
  getRevisjonsnoekler,
  listSubjektRefs,
  type Revisjonsnoekler,
} from '#lib/server/revisjonslogg/noekler.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import type { Session } from '#lib/server/session/session-store.ts';

/** The database's own time, to the microsecond: what a reading begins at. */
export async function readTopp(pool: Pool): Promise<string> {
  const [rad] = await query(pool, z.object({ naa: z.string() }), 'select clock_timestamp()::text as naa');

  return z.string().parse(rad?.naa);
}

/** A filter as the database is asked. */
export function toSidesoek(
  { personidentifikator, begrunnelse, ...filter }: RevisjonsloggFilter,
  noekler: Revisjonsnoekler,
  { topp, etter }: Pick<Lesning, 'topp' | 'etter'>,
): Sidesoek {
  const subjektRefs =
    personidentifikator === undefined ? null : listSubjektRefs(noekler, personidentifikator);

  return { filter, subjektRefs, omfang: null, topp, etter };
}

/** The row of a reading or an export: whom was asked for, and the filter with the reason, sealed. */
export function toLeseplan(session: Session, handling: string, filter: RevisjonsloggFilter): Plan {
  return {
    aktoer: session,
    handling,
    formaal: null,
    saksreferanse: null,
    pakke: null,
    deler: [],
    subjekter: filter.personidentifikator === undefined ? [] : [filter.personidentifikator],
    kriterier: filter,
  };
}

async function readSide(session: Session, lesning: Lesning): Promise<Disclosed<RevisjonsloggSvar>> {
  const plan = toLeseplan(session, 'LES_REVISJONSLOGG', lesning.filter);
  const act = await getRevisjonslogg().intend(plan, lesning.handlingId);
  const soek = toSidesoek(lesning.filter, getRevisjonsnoekler(), lesning);
  try {
    const { funnet, slutt } = await listLogghandlinger(getLeserPool(), soek);
    const handlinger = await withNavn(getPortalPool(), funnet);
    const videre = slutt && toLesetegn('logg', { ...lesning, etter: slutt }, session.brukerId);
    const { subjekter } = plan;

    return await act.disclose(
      { utfall: 'vist', handlinger, videre },
      { utfall: 'vist', subjekter, felter: [], antall: handlinger.length },
    );
  } catch (error) {
    // The log's own fault is what it cannot be told; whatever else went wrong, nothing was shown.
    await act.fail(null, 'internFeil').catch(() => undefined);
    throw error;
  }
}

type Gjenbrukt = Extract<RevisjonsloggSvar, { utfall: 'gjenbruktBegrunnelse' }>;

/**
 * Runs `les` under the reason of the filter: spent before anything is read, usable again when nothing was.
 * @throws whatever `les` throws
 */
export async function withBegrunnelse<Svar>(
  { session, requestId }: Pick<Kall<unknown>, 'session' | 'requestId'>,
  handling: string,
  filter: RevisjonsloggFilter,
  les: () => Promise<Disclosed<Svar>>,
): Promise<Disclosed<Svar | Gjenbrukt>> {
  const { begrunnelse } = filter;
  if (begrunnelse === undefined) return les();
  const store = getBegrunnelseStore();
  if (!(await store.take(session.brukerId, begrunnelse))) {
    const svar: Gjenbrukt = { utfall: 'gjenbruktBegrunnelse', referanse: requestId };

    return getRevisjonslogg().deny(toLeseplan(session, handling, filter), svar, 'gjenbruktBegrunnelse');
  }
  try {
    return await les();
  } catch (error) {
    await store
      .giveBack(session.brukerId, begrunnelse)
      .catch((feil: unknown) => log.error('begrunnelse.not-given-back', { error: feil }));
    throw error;
  }
}

/** One page of the log for the roles that may read it: the first of a reading, or the one that a token asks for. */
export async function readRevisjonslogg(
  kall: Kall<RevisjonsloggRequest>,
): Promise<Disclosed<RevisjonsloggSvar>> {
  const { session, body } = kall;
  if ('videre' in body) return readSide(session, readLesetegn('logg', body.videre, session.brukerId));

  return withBegrunnelse(kall, 'LES_REVISJONSLOGG', body, async () =>
    readSide(session, {
      handlingId: randomUUID(),
      filter: body,
      topp: await readTopp(getLeserPool()),
      etter: null,
    }),
  );
}

/**
 * A file of the log is an act of its own, with a reason: its INTENT before a row is read, and how many it holds and their
 * digest before it can be fetched (security.md I9, A-15). It is made whole first, so that what is logged is what was given.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import {
  type LoggeksportSvar,
  type Loggformat,
  MAKS_EKSPORTRADER,
} from '#lib/domain/revisjonslogg/eksport.ts';
import type { LoggeksportRequest } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { getLeserPool } from '#lib/server/db/pools.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Sidesoek } from '#lib/server/logglesing/betingelser.ts';
import { getFilminne, type Loggfil } from '#lib/server/logglesing/eksport/filminne.ts';
import { listRader } from '#lib/server/logglesing/eksport/list-rader.ts';
import { toLoggmedietype, writeHode, writeLinje } from '#lib/server/logglesing/eksport/write-loggfil.ts';
import {
  readTopp,
  toLeseplan,
  toSidesoek,
  withBegrunnelse,
} from '#lib/server/logglesing/read-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { getPortalversjon } from '#lib/server/versjon.ts';

const HANDLING = 'EKSPORTER_REVISJONSLOGG';

/**
 * @param maks rows at most
 * @returns the file with how many rows it holds, and whether there were more
 */
export async function createLoggfil(
  pool: Pool,
  soek: Sidesoek,
  { format, versjon, maks }: { format: Loggformat; versjon: string; maks: number },
): Promise<{ fil: Loggfil; rader: number; erKuttet: boolean }> {
  const biter = [Buffer.from(writeHode(format))];
  let rader = 0;
  let erKuttet = false;
  for await (const rad of listRader(pool, soek)) {
    if (rader === maks) {
      erKuttet = true;
      break;
    }
    biter.push(Buffer.from(writeLinje(format, rad, versjon)));
    rader += 1;
  }
  const innhold = Buffer.concat(biter);
  const fil = {
    // A name that says nothing of what was asked for.
    filnavn: `revisjonslogg.${format}`,
    type: toLoggmedietype(format),
    innhold,
    etag: createHash('sha256').update(innhold).digest('hex'),
  };

  return { fil, rader, erKuttet };
}

/** Makes a file and keeps it for its one download. Throws FOR_MANGE_SAMTIDIGE when too many wait to be fetched. */
export async function createEksport(kall: Kall<LoggeksportRequest>): Promise<Disclosed<LoggeksportSvar>> {
  const { session, body } = kall;
  const filter = { ...body.filter, begrunnelse: body.begrunnelse };

  return withBegrunnelse<LoggeksportSvar>(kall, HANDLING, filter, async () => {
    const plan = toLeseplan(session, HANDLING, filter);
    const act = await getRevisjonslogg().intend({ ...plan, kriterier: { ...filter, format: body.format } });
    try {
      const lesning = { topp: await readTopp(getLeserPool()), etter: null };
      const soek = toSidesoek(filter, getRevisjonsnoekler(), lesning);
      const valg = { format: body.format, versjon: getPortalversjon(), maks: MAKS_EKSPORTRADER };
      const { fil, rader, erKuttet } = await createLoggfil(getLeserPool(), soek, valg);
      const filId = getFilminne().keep(fil, session);
      const vist = { utfall: 'eksportert', subjekter: plan.subjekter, felter: [], antall: rader };

      return await act.disclose<LoggeksportSvar>({ utfall: 'klar', filId, rader, erKuttet }, vist);
    } catch (error) {
      await act.fail(null, 'internFeil').catch(() => undefined);
      throw error;
    }
  });
}

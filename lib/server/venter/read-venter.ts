/**
 * What waits for the user, counted where each list is made and by its rules. About orders, rights and cases and nobody in the
 * register, so it has no row of its own; opening what waits has.
 */
import 'server-only';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import type { Handling } from '#lib/domain/session/session.ts';
import { Venter } from '#lib/domain/venter/venter.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import { countEnhetssaker } from '#lib/server/kontroll/bekreftelser.ts';
import { countAapneSaker } from '#lib/server/kontroll/list-saker.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { countBekreftelser, countGjennomgang } from '#lib/server/tilgang/count-venter.ts';
import { countTilGodkjenning } from '#lib/server/uttrekk/portal/list-uttrekk.ts';

type Teller = { handling: Handling; count: (pool: Pool, session: Session) => Promise<number> };

const TELLERE: Record<keyof Venter, Teller> = {
  uttrekk: { handling: 'uttrekkGodkjenning', count: countTilGodkjenning },
  gjennomgang: { handling: 'tilgangGjennomgang', count: countGjennomgang },
  tilgang: { handling: 'tilgangBekreftelse', count: countBekreftelser },
  kontroll: { handling: 'kontroll', count: countAapneSaker },
  stikkproever: { handling: 'kontrollBekreftelse', count: countEnhetssaker },
};

/** Zero where she has no such act: then nothing is asked of the database. */
export async function readVenter(pool: Pool, session: Session): Promise<Egne<Venter>> {
  const count = async (side: keyof Venter): Promise<number> => {
    const { handling, count: run } = TELLERE[side];

    return isAllowed(session.rettigheter.roller, handling) ? run(pool, session) : 0;
  };
  const [uttrekk, gjennomgang, tilgang, kontroll, stikkproever] = await Promise.all([
    count('uttrekk'),
    count('gjennomgang'),
    count('tilgang'),
    count('kontroll'),
    count('stikkproever'),
  ]);

  return new Egne(Venter, { uttrekk, gjennomgang, tilgang, kontroll, stikkproever });
}

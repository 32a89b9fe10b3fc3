/**
 * The hendelser of the person on the screen, out of what the portal has kept of the feed. An act of its own: that something
 * happened to her says something of her, and what may be said is asked of the register first.
 */
import 'server-only';
import type { HendelserResult } from '#lib/domain/hendelse/hendelse.ts';
import type { HendelserRequest } from '#lib/domain/hendelse/hendelse-request.ts';
import { listSynlige } from '#lib/domain/hendelse/list-synlige.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { withPersonNaa } from '#lib/server/hendelse/ask-naa.ts';
import { findFoelging, listHendelser } from '#lib/server/hendelse/hendelse-store.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { toReglerILogg } from '#lib/server/personregel/show-regler.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

type Vist = Extract<HendelserResult, { utfall: 'vist' }>;

/** Throws as `withPersonNaa`. */
export function runHendelsesliste(kall: Kall<HendelserRequest>): Promise<Disclosed<HendelserResult>> {
  const { pakke } = kall.body;
  const { skjermingsrett } = kall.session.rettigheter;
  const handling = { handling: 'HENDELSESLISTE', listDeler: () => [] } as const;

  return withPersonNaa<Vist>(kall, handling, async ({ act, numre, vern, regler }) => {
    const pool = getPortalPool();
    const [lagrede, foelging] = await Promise.all([
      listHendelser(pool, getRevisjonsnoekler(), pakke, numre),
      findFoelging(pool, pakke),
    ]);
    const hendelser = listSynlige(lagrede, vern, skjermingsrett).map(
      ({ sekvensnummer, type, tidspunkt, persondokument }) => ({
        sekvensnummer,
        type,
        tidspunkt,
        harDokument: persondokument !== null,
      }),
    );
    const utelatt = skjermingsrett === 'ingen' || vern.gradering === 'strengtFortrolig';
    // An empty list says something too.
    const felter = ['hendelser'];

    return act.disclose(
      { utfall: 'vist', hendelser, utelatt, foelging },
      {
        utfall: 'hendelserVist',
        subjekter: numre,
        felter,
        antall: hendelser.length,
        ...toReglerILogg(regler),
      },
    );
  });
}

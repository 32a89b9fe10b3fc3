/** The guard of an act in this process: over its pool, its log, its register client and its settings. */
import 'server-only';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import { once } from '#lib/server/once.ts';
import { createVakt, type Vakt } from '#lib/server/personregel/create-vakt.ts';
import type { Spoerrer } from '#lib/server/personregel/fetch-naere.ts';
import { createSkjermingsliste } from '#lib/server/personregel/skjermingsliste.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

const getSkjermingsliste = once('personregel.skjermingsliste', () =>
  createSkjermingsliste(getPortalPool(), getEnv().OPPSLAG_KEY),
);

export function openVakt({ session, requestId, signal }: Spoerrer): Promise<Vakt> {
  const { OPPSLAG_KEY, PERSONREGLER_UTEN_NUMMER } = getEnv();
  const deps = {
    pool: getPortalPool(),
    revisjonslogg: getRevisjonslogg(),
    freg: getFregClient(),
    key: OPPSLAG_KEY,
    utenNummer: PERSONREGLER_UTEN_NUMMER,
    skjermingsliste: getSkjermingsliste(),
  };

  return createVakt(deps, { session, requestId, signal });
}

/** The one store of reasons in this process. */
import 'server-only';
import { createBegrunnelseStore } from '#lib/server/avdekking/begrunnelse-store.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';

export const getBegrunnelseStore = once('begrunnelse', () =>
  createBegrunnelseStore(getPortalPool(), getEnv().OPPSLAG_KEY),
);

/** The one store of oppslag results in this process. */
import 'server-only';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';
import { createOppslagStore } from '#lib/server/oppslag/oppslag-store.ts';

export const getOppslagStore = once('oppslag', () =>
  createOppslagStore(getPortalPool(), getEnv().OPPSLAG_KEY),
);

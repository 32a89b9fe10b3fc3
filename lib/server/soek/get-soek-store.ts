/** The one store of hit lists in this process. */
import 'server-only';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';
import { createSoekStore } from '#lib/server/soek/soek-store.ts';

export const getSoekStore = once('soek', () => createSoekStore(getPortalPool(), getEnv().OPPSLAG_KEY));

/** The one revisjonslogg of this process. */
import 'server-only';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';

export const getRevisjonslogg = once('revisjonslogg', () =>
  createRevisjonslogg(getPortalPool(), getEnv().REVISJON_KEY),
);

/** The one revisjonslogg of a process: one writer, whose rows go together and are numbered together. */
import 'server-only';
import { getPortalPool, getWorkerPool } from '#lib/server/db/pools.ts';
import { getEnv, getWorkerEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';

/** Of the portal. */
export const getRevisjonslogg = once('revisjonslogg', () =>
  createRevisjonslogg(getPortalPool(), getEnv().REVISJON_KEY),
);

/** Of the worker. */
export const getRevisjonsloggOfWorker = once('revisjonslogg.worker', () =>
  createRevisjonslogg(getWorkerPool(), getWorkerEnv().REVISJON_KEY),
);

/** GET: the process answers. */
import { probe } from '#lib/server/http/probe.ts';

export const GET = probe(() => Promise.resolve());

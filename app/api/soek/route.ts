/** POST: one soek, one act. */
import { SoekRequest } from '#lib/domain/soek/soek.ts';
import { route } from '#lib/server/http/route.ts';
import { runSoek } from '#lib/server/soek/run-soek.ts';

export const POST = route({ mal: 'POST /api/soek', requires: 'soek', body: SoekRequest }, runSoek);

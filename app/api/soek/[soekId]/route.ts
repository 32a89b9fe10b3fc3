/** POST: a further page of a hit list. It asks the register, so it is no GET. */
import { SideRequest } from '#lib/domain/soek/soek.ts';
import { route } from '#lib/server/http/route.ts';
import { readSide } from '#lib/server/soek/read-side.ts';

export const POST = route({ mal: 'POST /api/soek/{soekId}', requires: 'soek', body: SideRequest }, readSide);

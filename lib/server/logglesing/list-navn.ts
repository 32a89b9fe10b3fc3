/** The names of the portal's own users, for those who read what they did. The reader of the log cannot see users. */
import 'server-only';
import { z } from 'zod';
import type { Logghandling } from '#lib/domain/revisjonslogg/logghandling.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import type { Funnet } from '#lib/server/logglesing/list-logghandlinger.ts';

/** @param pool of role `portal` */
export async function withNavn(pool: Pool, funnet: readonly Funnet[]): Promise<Logghandling[]> {
  const ider = [...new Set(funnet.flatMap(({ brukerId }) => brukerId ?? []))];
  const brukere = await query(
    pool,
    z.object({ id: z.string(), navn: z.string() }),
    'select id, navn from portal.bruker where id = any($1::uuid[])',
    [ider],
  );
  const navn = new Map(brukere.map((bruker) => [bruker.id, bruker.navn]));

  return funnet.map(({ brukerId, sekvensnummer: _, ...handling }) => ({
    ...handling,
    navn: (brukerId !== null && navn.get(brukerId)) || null,
  }));
}

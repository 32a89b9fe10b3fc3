/** The names of the portal's own users, for those who read what they did. The reader of the log cannot see users. */
import 'server-only';
import { z } from 'zod';
import type { Logghandling } from '#lib/domain/revisjonslogg/logghandling.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import type { Funnet } from '#lib/server/logglesing/list-logghandlinger.ts';

/** As the row says that she signed in then; by her id where neither row nor portal knows her. */
const toMottaker = (
  { brukerId, bruker }: NonNullable<Funnet['mottaker']>,
  kjent: { navn: string; brukernavn: string } | undefined,
): Logghandling['mottaker'] => ({
  bruker: bruker ?? kjent?.brukernavn ?? brukerId,
  navn: kjent?.navn ?? null,
});

/** @param pool of role `portal` */
export async function withNavn(pool: Pool, funnet: readonly Funnet[]): Promise<Logghandling[]> {
  const ider = new Set(
    funnet.flatMap(({ brukerId, mottaker }) => [brukerId ?? [], mottaker?.brukerId ?? []].flat()),
  );
  const brukere = await query(
    pool,
    z.object({ id: z.string(), navn: z.string(), brukernavn: z.string() }),
    'select id, navn, brukernavn from portal.bruker where id = any($1::uuid[])',
    [[...ider]],
  );
  const kjente = new Map(brukere.map((bruker) => [bruker.id, bruker]));

  return funnet.map(({ brukerId, mottaker, sekvensnummer: _, ...handling }) => ({
    ...handling,
    navn: (brukerId !== null && kjente.get(brukerId)?.navn) || null,
    mottaker: mottaker && toMottaker(mottaker, kjente.get(mottaker.brukerId)),
  }));
}

/** The history of a user's access, and the end of her sessions: parts of a change, in its transaction. */
import 'server-only';
import type { Tilgangshendelse } from '#lib/domain/tilgang/tilgangshendelse.ts';
import type { Database } from '#lib/server/db/pool.ts';

type Hendelse = {
  brukerId: string;
  slag: Tilgangshendelse;
  hva: string | null;
  av: string | null;
  begrunnelse: string | null;
};

export async function addHendelse(
  tx: Database,
  { brukerId, slag, hva, av, begrunnelse }: Hendelse,
): Promise<void> {
  await tx.query(
    'insert into portal.tilgangshendelse (bruker_id, slag, hva, av, begrunnelse) values ($1, $2, $3, $4, $5)',
    [brukerId, slag, hva, av, begrunnelse],
  );
}

/** Every living session of hers is dead at its next request. */
export async function endSessions(tx: Database, brukerId: string): Promise<null> {
  await tx.query('update portal.session set avsluttet = now() where bruker_id = $1 and avsluttet is null', [
    brukerId,
  ]);

  return null;
}

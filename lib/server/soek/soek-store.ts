/**
 * Hit lists between their pages: the numbers stay on the server, sealed and bound to the user, and leave it a page at a
 * time, each page with its row in the revisjonslogg.
 */
import 'server-only';
import { z } from 'zod';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { open, seal } from '#lib/server/crypto.ts';
import type { Pool } from '#lib/server/db/pool.ts';

/** How long further pages can be read. */
export const KEPT_MINUTES = 30;

const Treffliste = z.object({
  handlingId: z.string(),
  pakke: z.enum(PAKKER),
  formaal: z.string(),
  saksreferanse: z.string(),
  numre: z.array(z.string()),
});
/** A hit list and the act and purpose that it was made under. */
export type Treffliste = z.infer<typeof Treffliste>;

export type SoekStore = {
  save(soekId: string, brukerId: string, treffliste: Treffliste): Promise<void>;
  /** Null when unknown, expired or another user's. */
  find(soekId: string, brukerId: string): Promise<Treffliste | null>;
  removeExpired(): Promise<void>;
};

const USE = 'treffliste';
const Row = z.object({ innhold: z.instanceof(Buffer) });

/** The store over a pool of role `portal`. `key` is OPPSLAG_KEY. */
export function createSoekStore(pool: Pool, key: string): SoekStore {
  return {
    async save(soekId, brukerId, treffliste) {
      const innhold = seal(key, USE, `${soekId} ${brukerId}`, JSON.stringify(treffliste));
      await pool.query(
        `insert into portal.soek (id, bruker_id, innhold, utloeper)
         values ($1, $2, $3, now() + make_interval(mins => $4))`,
        [soekId, brukerId, innhold, KEPT_MINUTES],
      );
    },
    async find(soekId, brukerId) {
      const result = await pool.query(
        'select innhold from portal.soek where id = $1 and bruker_id = $2 and utloeper > now()',
        [soekId, brukerId],
      );
      const row = Row.safeParse(result.rows[0]);
      if (!row.success) return null;

      return Treffliste.parse(JSON.parse(open(key, USE, `${soekId} ${brukerId}`, row.data.innhold)));
    },
    async removeExpired() {
      await pool.query('delete from portal.soek where utloeper < now()');
    },
  };
}

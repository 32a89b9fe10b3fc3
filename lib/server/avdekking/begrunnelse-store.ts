/**
 * The reasons that a user has given last. Rule: one that she has given among her last five is no reason (security.md
 * Z-09). Kept as keyed marks, bound to the user: what she wrote stands in the revisjonslogg and nowhere else.
 */
import 'server-only';
import { z } from 'zod';
import { toSammenlignbar } from '#lib/domain/avdekking/begrunnelse.ts';
import { mark } from '#lib/server/crypto.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';

export type BegrunnelseStore = {
  /** Takes a reason into use; false when it is one of the user's last five. */
  take(brukerId: string, begrunnelse: string): Promise<boolean>;
  /** Makes a reason usable again: nothing was shown for it. */
  giveBack(brukerId: string, begrunnelse: string): Promise<void>;
};

/** The store over a pool of role `portal`. `key` is OPPSLAG_KEY; with a new key the reasons before it are forgotten. */
export function createBegrunnelseStore(pool: Pool, key: string): BegrunnelseStore {
  const toMerke = (brukerId: string, begrunnelse: string) =>
    mark(key, 'begrunnelse', `${brukerId} ${toSammenlignbar(begrunnelse)}`);

  return {
    async take(brukerId, begrunnelse) {
      const [svar] = await query(
        pool,
        z.object({ ny: z.boolean() }),
        'select portal.ta_begrunnelse($1, $2) as ny',
        [brukerId, toMerke(brukerId, begrunnelse)],
      );

      return svar?.ny === true;
    },
    async giveBack(brukerId, begrunnelse) {
      await pool.query('delete from portal.begrunnelse where bruker_id = $1 and merke = $2', [
        brukerId,
        toMerke(brukerId, begrunnelse),
      ]);
    },
  };
}

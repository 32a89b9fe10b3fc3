/**
 * What an oppslag showed, kept for 30 minutes for the one who made it, so that reload, tabs and back are no new act.
 * Only a `Disclosed` can be kept, so what is read back has its row in the revisjonslogg. Sealed with OPPSLAG_KEY and
 * bound to the id and the user: a row moved to another user's name does not open.
 */
import 'server-only';
import { z } from 'zod';
import type { Pool } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { type Disclosed, openDisclosed, sealDisclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import type { Session } from '#lib/server/session/session-store.ts';

/** How long a result can be read again. */
export const KEPT_MINUTES = 30;

export type OppslagStore = {
  /**
   * Keeps a result when the answer is on its way, and does not wait: the answer need not, and a result that could not
   * be kept is one that must be asked for anew. `find` in this process waits for what is under way.
   */
  save(oppslagId: string, pakke: string, session: Session, disclosed: Disclosed<unknown>): void;
  /** Null when unknown, expired, another user's, or made under rights that the user no longer has. */
  find(oppslagId: string, session: Session): Promise<Disclosed<unknown> | null>;
  removeExpired(): Promise<void>;
};

/** A turn of the event loop: what is ready to be sent is sent first. */
const afterAnswer = () => new Promise<void>((resolve) => setImmediate(resolve));

const bound = (oppslagId: string, session: Session) => `${oppslagId} ${session.brukerId}`;

/** The store over a pool of role `portal`. `key` is OPPSLAG_KEY. */
export function createOppslagStore(pool: Pool, key: string): OppslagStore {
  const underWay = new Map<string, Promise<unknown>>();

  return {
    save(oppslagId, pakke, session, disclosed) {
      const settled = afterAnswer()
        .then(() =>
          pool.query({
            name: 'oppslag-save',
            text: `insert into portal.oppslag (id, bruker_id, pakke, skjermingsrett, resultat, utloeper)
                   values ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
            values: [
              oppslagId,
              session.brukerId,
              pakke,
              session.rettigheter.skjermingsrett,
              sealDisclosed(disclosed, key, bound(oppslagId, session)),
              KEPT_MINUTES,
            ],
          }),
        )
        .catch((error: unknown) => log.error('oppslag.not-kept', { error }))
        .finally(() => underWay.delete(oppslagId));
      underWay.set(oppslagId, settled);
    },
    async find(oppslagId, session) {
      await underWay.get(oppslagId);
      const { pakker, skjermingsrett } = session.rettigheter;
      const result = await pool.query(
        `select resultat from portal.oppslag
         where id = $1 and bruker_id = $2 and utloeper > now() and pakke = any($3::text[]) and skjermingsrett = $4`,
        [oppslagId, session.brukerId, pakker, skjermingsrett],
      );
      const row = z.object({ resultat: z.instanceof(Buffer) }).safeParse(result.rows[0]);

      return row.success ? openDisclosed(row.data.resultat, key, bound(oppslagId, session)) : null;
    },
    async removeExpired() {
      await pool.query('delete from portal.oppslag where utloeper < now()');
    },
  };
}

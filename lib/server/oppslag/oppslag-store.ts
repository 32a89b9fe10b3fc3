/**
 * What an oppslag showed, kept for 30 minutes for the one who made it, so that reload, tabs and back are no new act.
 * Only a `Disclosed` can be kept, so what is read back has its row in the revisjonslogg. Sealed with OPPSLAG_KEY and
 * bound to the id and the user: a row moved to another user's name does not open.
 */
import 'server-only';
import { z } from 'zod';
import { MittOppslag } from '#lib/domain/oppslag/mitt-oppslag.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { type Disclosed, openDisclosed, sealDisclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import type { Session } from '#lib/server/session/session-store.ts';

/** How long a result can be read again. */
export const KEPT_MINUTES = 30;

/** What an oppslag was for, as its receipt says. */
export type Gjelder = Pick<MittOppslag, 'handlingId' | 'pakke' | 'formaal' | 'saksreferanse' | 'tidspunkt'>;

export type OppslagStore = {
  /**
   * Keeps a result when the answer is on its way, and does not wait: the answer need not, and a result that could not
   * be kept is one that must be asked for anew. `find` in this process waits for what is under way.
   */
  save(oppslagId: string, gjelder: Gjelder, session: Session, disclosed: Disclosed<unknown>): void;
  /** Null when unknown, expired, another user's, or made under rights that the user no longer has. */
  find(oppslagId: string, session: Session): Promise<Disclosed<unknown> | null>;
  /** Those that `find` would give this user now, the newest first. */
  list(session: Session): Promise<MittOppslag[]>;
  removeExpired(): Promise<void>;
};

/** A turn of the event loop: what is ready to be sent is sent first. */
const afterAnswer = () => new Promise<void>((resolve) => setImmediate(resolve));

const Row = z.object({
  id: z.string(),
  handling_id: z.string(),
  tidspunkt: z.date(),
  utloeper: z.date(),
  formaal: z.string(),
  saksreferanse: z.string(),
  pakke: z.string(),
});

function toMittOppslag(rad: unknown): MittOppslag {
  const { id, handling_id, tidspunkt, utloeper, ...gjelder } = Row.parse(rad);

  return MittOppslag.parse({
    oppslagId: id,
    handlingId: handling_id,
    tidspunkt: tidspunkt.toISOString(),
    utloeper: utloeper.toISOString(),
    ...gjelder,
  });
}

/** The rows of one user that she may still read: $1 is her id, $2 her packages, $3 her right to protected addresses. */
const LESBAR = 'bruker_id = $1 and utloeper > now() and pakke = any($2::text[]) and skjermingsrett = $3';

function toLeser({ brukerId, rettigheter: { pakker, skjermingsrett } }: Session): unknown[] {
  return [brukerId, pakker, skjermingsrett];
}

const bound = (oppslagId: string, session: Session) => `${oppslagId} ${session.brukerId}`;

/** The store over a pool of role `portal`. `key` is OPPSLAG_KEY. */
export function createOppslagStore(pool: Pool, key: string): OppslagStore {
  const underWay = new Map<string, { brukerId: string; settled: Promise<unknown> }>();

  return {
    save(oppslagId, { handlingId, pakke, formaal, saksreferanse, tidspunkt }, session, disclosed) {
      const settled = afterAnswer()
        .then(() =>
          pool.query({
            name: 'oppslag-save',
            text: `insert into portal.oppslag
                     (id, bruker_id, pakke, skjermingsrett, resultat, tidspunkt, formaal, saksreferanse, handling_id, utloeper)
                   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(mins => $10))`,
            values: [
              oppslagId,
              session.brukerId,
              pakke,
              session.rettigheter.skjermingsrett,
              sealDisclosed(disclosed, key, bound(oppslagId, session)),
              tidspunkt,
              formaal,
              saksreferanse,
              handlingId,
              KEPT_MINUTES,
            ],
          }),
        )
        .catch((error: unknown) => log.error('oppslag.not-kept', { error }))
        .finally(() => underWay.delete(oppslagId));
      underWay.set(oppslagId, { brukerId: session.brukerId, settled });
    },
    async find(oppslagId, session) {
      await underWay.get(oppslagId)?.settled;
      const result = await pool.query(`select resultat from portal.oppslag where ${LESBAR} and id = $4`, [
        ...toLeser(session),
        oppslagId,
      ]);
      const row = z.object({ resultat: z.instanceof(Buffer) }).safeParse(result.rows[0]);

      return row.success ? openDisclosed(row.data.resultat, key, bound(oppslagId, session)) : null;
    },
    async list(session) {
      const egne = [...underWay.values()].filter(({ brukerId }) => brukerId === session.brukerId);
      await Promise.all(egne.map(({ settled }) => settled));
      const result = await pool.query(
        `select id, handling_id, tidspunkt, utloeper, formaal, saksreferanse, pakke from portal.oppslag
         where ${LESBAR} order by tidspunkt desc, id`,
        toLeser(session),
      );

      return result.rows.map(toMittOppslag);
    },
    async removeExpired() {
      await pool.query('delete from portal.oppslag where utloeper < now()');
    },
  };
}

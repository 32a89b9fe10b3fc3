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
   * be kept is one that must be asked for anew. `find` and `list` in this process hurry what is under way, and wait.
   */
  save(oppslagId: string, gjelder: Gjelder, session: Session, disclosed: Disclosed<unknown>): void;
  /** Null when unknown, expired, another user's, or made under rights that the user no longer has. */
  find(oppslagId: string, session: Session): Promise<Disclosed<unknown> | null>;
  /** Those that `find` would give this user now, the newest first. */
  list(session: Session): Promise<MittOppslag[]>;
  removeExpired(): Promise<void>;
};

/**
 * How long a result waits for others to be kept with: one statement with several costs the portal little more than one.
 * Longer than an answer needs to be sent, and shorter than anybody needs to ask for it again.
 */
const SAMLES_MS = 25;
const MAKS_SAMMEN = 8;

type Ventende = {
  oppslagId: string;
  gjelder: Gjelder;
  session: Session;
  disclosed: Disclosed<unknown>;
  settle: () => void;
};

const KOLONNER = [
  'id',
  'bruker_id',
  'pakke',
  'skjermingsrett',
  'resultat',
  'tidspunkt',
  'formaal',
  'saksreferanse',
  'handling_id',
] as const;

/** A statement for `antall` results: `values ($1, …, $9, <its end>), ($10, …)`. */
function toInsert(antall: number): { name: string; text: string } {
  const rader = Array.from({ length: antall }, (_, rad) => {
    const plasser = KOLONNER.map((_navn, at) => `$${rad * KOLONNER.length + at + 1}`);

    return `(${plasser.join(', ')}, now() + interval '${KEPT_MINUTES} minutes')`;
  });

  return {
    name: `oppslag-save-${antall}`,
    text: `insert into portal.oppslag (${KOLONNER.join(', ')}, utloeper) values ${rader.join(', ')}`,
  };
}

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
  const underWay = new Map<string, { brukerId: string; settled: Promise<void> }>();
  const koe: Ventende[] = [];
  let timer: NodeJS.Timeout | null = null;

  const toVerdier = ({ oppslagId, gjelder, session, disclosed }: Ventende): unknown[] => [
    oppslagId,
    session.brukerId,
    gjelder.pakke,
    session.rettigheter.skjermingsrett,
    sealDisclosed(disclosed, key, bound(oppslagId, session)),
    gjelder.tidspunkt,
    gjelder.formaal,
    gjelder.saksreferanse,
    gjelder.handlingId,
  ];

  async function insert(sammen: readonly Ventende[]): Promise<void> {
    try {
      await pool.query({ ...toInsert(sammen.length), values: sammen.flatMap(toVerdier) });
    } catch (error) {
      if (sammen.length === 1) log.error('oppslag.not-kept', { error });
      // One that cannot be kept takes no other with it.
      else for (const en of sammen) await insert([en]);
    }
  }

  /** Keeps those who wait, now. */
  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (koe.length === 0) return;
    const sammen = koe.splice(0);
    void insert(sammen).then(() => {
      for (const { oppslagId, settle } of sammen) {
        underWay.delete(oppslagId);
        settle();
      }
    });
  }

  return {
    save(oppslagId, gjelder, session, disclosed) {
      const { promise, resolve } = Promise.withResolvers<void>();
      underWay.set(oppslagId, { brukerId: session.brukerId, settled: promise });
      koe.push({ oppslagId, gjelder, session, disclosed, settle: resolve });
      if (koe.length === MAKS_SAMMEN) flush();
      else timer ??= setTimeout(flush, SAMLES_MS);
    },
    async find(oppslagId, session) {
      const egen = underWay.get(oppslagId);
      if (egen) flush();
      await egen?.settled;
      const result = await pool.query(`select resultat from portal.oppslag where ${LESBAR} and id = $4`, [
        ...toLeser(session),
        oppslagId,
      ]);
      const row = z.object({ resultat: z.instanceof(Buffer) }).safeParse(result.rows[0]);

      return row.success ? openDisclosed(row.data.resultat, key, bound(oppslagId, session)) : null;
    },
    async list(session) {
      const egne = [...underWay.values()].filter(({ brukerId }) => brukerId === session.brukerId);
      if (egne.length > 0) flush();
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

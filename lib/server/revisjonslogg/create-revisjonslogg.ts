/**
 * The revisjonslogg's writing half: INTENT is committed before the register is called, and what is shown exists as a
 * `Disclosed<T>` only after its DISCLOSED row is committed (security.md 7.3, A-01, A-02). No value reaches a browser
 * in any other type, so a lookup without a row does not compile, and a row that cannot be written shows nothing.
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import type { Hendelsesslag } from '#lib/domain/revisjonslogg/logghandling.ts';
import { createTidsid, mark } from '#lib/server/crypto.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { createRadskriver } from '#lib/server/revisjonslogg/create-radskriver.ts';
import { type Disclosed, discloseAfter, type Skrevet } from '#lib/server/revisjonslogg/disclosed.ts';
import { toOrdnetJson } from '#lib/server/revisjonslogg/merke/merketekst.ts';
import { sealKonvolutt, toSubjektRef } from '#lib/server/revisjonslogg/noekler.ts';
import type { Slettingsinnhold, Slettingssteg } from '#lib/server/revisjonslogg/sletting/slettinger.ts';

/** Who acts. `sessionRef` ties the rows of one session together without being a way into it. */
export type Aktoer = {
  brukerId: string | null;
  brukernavn: string;
  enhet: string | null;
  sessionRef: Buffer | null;
};

/** What is about to be done, and why. `subjekter` are the personidentifikatorer that are known beforehand. */
export type Plan = {
  aktoer: Aktoer;
  handling: string;
  formaal: string | null;
  saksreferanse: string | null;
  pakke: string | null;
  deler: readonly string[];
  subjekter: readonly string[];
  /** Identifier or search criteria as sent; kept sealed. */
  kriterier: unknown;
  /** What larger work the call is a part of: ids and numbers of ours, on every row of the call. */
  gjelder?: Readonly<Record<string, string | number>>;
};

/** How it ended: a word for the outcome, whom it concerned, and the names of the fields that were shown. */
export type Utfall = {
  utfall: string;
  subjekter: readonly string[];
  felter: readonly string[];
  antall?: number;
  /** How the rules on who the person is were met, where that is not simply that they let her through. */
  personregler?: Readonly<Record<string, string>>;
  /** What was shown of the person, with the digest that stands in the receipt. Without it the digest is of all. */
  vist?: Skrevet & { avtrykk: string };
};

/** One act that has begun. It ends once: by `disclose` or by `fail`. */
export type Act = {
  readonly handlingId: string;
  /** Commits DISCLOSED, then hands out the value. Throws REVISJONSLOGG_UTILGJENGELIG, and then nothing is shown. */
  disclose<T>(value: T, utfall: Utfall): Promise<Disclosed<T>>;
  /**
   * Commits DISCLOSED for what the register gave into our own sealed keeping: nobody has seen it, and whoever does has a
   * row of her own. `avtrykk` is the digest of what is kept, hex.
   */
  keep(utfall: { utfall: string; antall: number; avtrykk: string }): Promise<void>;
  /** Commits DENIED: the answer was about somebody closed to the user (`grunn`), and nothing of it is in `value`. */
  refuse<T>(value: T, grunn: string, subjekter: readonly string[]): Promise<Disclosed<T>>;
  /** Commits FAILED: the register gave no answer; `value` says so to the user and holds nothing of a person. */
  fail<T>(value: T, utfall: string): Promise<Disclosed<T>>;
};

export type Revisjonslogg = {
  /**
   * Commits INTENT. Throws REVISJONSLOGG_UTILGJENGELIG, and then the register may not be called. One human act may take
   * several calls: those after the first give its `handlingId`.
   */
  intend(plan: Plan, handlingId?: string): Promise<Act>;
  /** Commits DENIED for something refused before the register was called. `value` is the refusal in words. */
  deny<T>(plan: Plan, value: T, grunn: string, handlingId?: string): Promise<Disclosed<T>>;
  /** Commits a row about the user herself: sign-in (also a failed one) and sign-out. `gjelder` is what it was done with. */
  record(
    slag: 'LOGIN' | 'LOGOUT' | 'DENIED',
    aktoer: Aktoer,
    utfall: string,
    gjelder?: Plan['gjelder'] | null,
  ): Promise<void>;
  /** Commits one step of deleting a month: what may go, by whom. The approval has the `handlingId` of the proposal. */
  retain(plan: Plan, steg: Slettingssteg, sletting: Slettingsinnhold, handlingId?: string): Promise<void>;
  /** Turns every INTENT since `siden` that has had no end for two minutes into UNRESOLVED; says how many. */
  markUavklarte(siden: Date): Promise<number>;
  /** The keyed reference of a person, as rows are written with it now. Search with `listSubjektRefs`. */
  toSubjektRef(personidentifikator: string): Buffer;
  /** Digest of what was shown, hex: HMAC-SHA256, so that it says nothing without the key. */
  toAvtrykk(json: string): string;
  /** When the process ends: says that no more comes, so that its last rows cannot be taken away unseen. Never throws. */
  close(): Promise<void>;
};

/** A plan as rows carry it: the criteria are sealed once, and bound to the call, for all rows of the call. */
type Kall = { handlingId: string; kallId: string; plan: Plan; konvolutt: Buffer | null };

type Rad = {
  kall: Kall;
  slag: Hendelsesslag;
  utfall: string | null;
  subjekter: readonly string[];
  innhold: Record<string, unknown>;
};

/** The writing half over a pool of role `portal`. `key` is REVISJON_KEY. */
export function createRevisjonslogg(pool: Pool, key: string): Revisjonslogg {
  const skriver = createRadskriver(pool, key);
  const toAvtrykk = (json: string) => mark(key, 'avtrykk', json).toString('hex');

  function createKall(plan: Plan, handlingId: string = createTidsid()): Kall {
    const kallId = createTidsid();
    const konvolutt =
      plan.kriterier === null ? null : sealKonvolutt(key, kallId, JSON.stringify(plan.kriterier));

    return { handlingId, kallId, plan, konvolutt };
  }

  async function write({ kall, slag, utfall, subjekter, innhold }: Rad): Promise<void> {
    const { handlingId, kallId, plan, konvolutt } = kall;
    const { aktoer } = plan;
    const alt = { deler: plan.deler, ...(plan.gjelder && { gjelder: plan.gjelder }), ...innhold };
    const kolonner = {
      rad_id: createTidsid(),
      handling_id: handlingId,
      kall_id: kallId,
      slag,
      handling: plan.handling,
      bruker: aktoer.brukernavn,
      bruker_id: aktoer.brukerId,
      enhet: aktoer.enhet,
      session_ref: aktoer.sessionRef,
      formaal: plan.formaal,
      saksreferanse: plan.saksreferanse,
      pakke: plan.pakke,
      utfall,
      innhold: toOrdnetJson(alt),
      konvolutt,
    };
    try {
      await skriver.write({
        kolonner,
        subjektRefs: [...new Set(subjekter)].map((nummer) => toSubjektRef(key, nummer)),
      });
    } catch (error) {
      throw new AppError('REVISJONSLOGG_UTILGJENGELIG', { cause: error });
    }
  }

  async function intend(plan: Plan, handlingId?: string): Promise<Act> {
    const kall = createKall(plan, handlingId);
    const { subjekter: planned } = plan;
    await write({ kall, slag: 'INTENT', utfall: null, subjekter: planned, innhold: {} });
    let isEnded = false;
    // The database holds that an act ends once within a month; this holds it over the turn of one (ADR 0012).
    async function end(rad: Omit<Rad, 'kall'>): Promise<void> {
      if (isEnded) throw new AppError('REVISJONSLOGG_UTILGJENGELIG');
      isEnded = true;
      await write({ kall, ...rad }).catch((error: unknown) => {
        isEnded = false;
        throw error;
      });
    }

    return {
      handlingId: kall.handlingId,
      disclose: (value, { utfall, subjekter, felter, antall, personregler, vist }) => {
        const commit = (json: string) => {
          const innhold = {
            felter,
            avtrykk: vist?.avtrykk ?? toAvtrykk(json),
            ...(antall === undefined ? {} : { antall }),
            ...(personregler && { personregler }),
          };

          return end({ slag: 'DISCLOSED', utfall, subjekter, innhold });
        };

        return discloseAfter(value, commit, vist);
      },
      keep: ({ utfall, antall, avtrykk }) =>
        end({ slag: 'DISCLOSED', utfall, subjekter: planned, innhold: { antall, avtrykk } }),
      refuse: (value, grunn, subjekter) =>
        discloseAfter(value, () => end({ slag: 'DENIED', utfall: grunn, subjekter, innhold: {} })),
      fail: (value, utfall) =>
        discloseAfter(value, () => end({ slag: 'FAILED', utfall, subjekter: planned, innhold: {} })),
    };
  }

  return {
    intend,
    deny(plan, value, grunn, handlingId) {
      const rad = {
        kall: createKall(plan, handlingId),
        utfall: grunn,
        subjekter: plan.subjekter,
        innhold: {},
      };

      return discloseAfter(value, () => write({ ...rad, slag: 'DENIED' }));
    },
    async record(slag, aktoer, utfall, gjelder) {
      const plan: Plan = {
        aktoer,
        handling: 'INNLOGGING',
        formaal: null,
        saksreferanse: null,
        pakke: null,
        deler: [],
        subjekter: [],
        kriterier: null,
        ...(gjelder && { gjelder }),
      };
      await write({ kall: createKall(plan), slag, utfall, subjekter: [], innhold: {} });
    },
    retain: (plan, steg, sletting, handlingId) =>
      write({
        kall: createKall(plan, handlingId),
        slag: 'RETENTION',
        utfall: steg,
        subjekter: [],
        innhold: sletting,
      }),
    async markUavklarte(siden) {
      const result = await pool.query<{ antall: number }>(
        'select revisjonslogg.mark_uavklarte($1) as antall',
        [siden],
      );

      return result.rows[0]?.antall ?? 0;
    },
    toSubjektRef: (nummer) => toSubjektRef(key, nummer),
    toAvtrykk,
    close: skriver.close,
  };
}

/**
 * Session rows: opaque, revocable, idle after 30 minutes and dead after 10 hours by the database's clock, whatever
 * the cookie says (security.md S-02, S-03). Rights are read with every look-up, so a change bites at the next
 * request (S-04).
 */
import 'server-only';
import { z } from 'zod';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { NYLIG_MINUTTER } from '#lib/domain/session/bekreftet.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';
import type { Rettigheter, Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { ENHET, TILGANGSKOLONNER, Tilgangsrad, toGjeldende } from '#lib/server/session/rettigheter.ts';

/** The signed-in user at one request. `sessionRef` names the session in the revisjonslogg and opens nothing. */
export type Session = {
  brukerId: string;
  brukernavn: string;
  navn: string;
  enhet: string | null;
  rettigheter: Rettigheter;
  kontekst: Kontekst | null;
  sessionRef: Buffer;
  tokenHash: Buffer;
  /** The user proved who she is within the last five minutes, as `requireNyligInnlogging` asks. */
  nyligBekreftet: boolean;
  utloeper: Date;
  utloeperSenest: Date;
  /** Who she is as a person, sealed (`egen-person.ts`); null when the identity provider does not say. */
  egenPerson: Buffer | null;
  /** Which skjermingsliste counts: another name for each that is imported, null where none has been. */
  skjermingsliste: string | null;
};

/** What the identity provider said about the user at sign-in. */
export type Innlogging = {
  iss: string;
  sub: string;
  brukernavn: string;
  navn: string;
  enhet: string | null;
  grupper: string[];
};

export type SessionStore = {
  /** Creates or refreshes the user that (`iss`, `sub`) names; gives the row's id. */
  saveBruker(innlogging: Innlogging): Promise<string>;
  findBrukerId(iss: string, sub: string): Promise<string | null>;
  getAktoer(brukerId: string): Promise<{ brukernavn: string; enhet: string | null }>;
  /**
   * A new session in the place of the one that the browser came with, in one step: the old is dead when the new lives
   * (S-06). What the user had chosen in it follows her; it is hers as long as it was alive.
   * @param bekreftet when she proved who she is, null when not at the level asked for
   * @param forrige the hash of the value that the browser came with
   */
  createSession(
    token: string,
    brukerId: string,
    bekreftet: Date | null,
    forrige: Buffer | null,
  ): Promise<void>;
  /** The living session of a cookie's value; null when unknown, ended, too old, or the user is barred. */
  findSession(token: string): Promise<Session | null>;
  /** The same by the hash of the value, and without moving the idle clock. */
  peekSession(tokenHash: Buffer): Promise<Session | null>;
  saveKontekst(session: Session, kontekst: Kontekst): Promise<void>;
  endSession(tokenHash: Buffer): Promise<void>;
  /** Removes sessions that ended more than a day ago. */
  removeEnded(): Promise<void>;
};

const SESSION_REF_BYTES = 16;

const Row = Tilgangsrad.extend({
  bruker_id: z.string(),
  brukernavn: z.string(),
  navn: z.string(),
  enhet: z.string().nullable(),
  pakke: z.enum(PAKKER).nullable().catch(null),
  formaal: z.string().nullable(),
  saksreferanse: z.string().nullable(),
  utloeper: z.date(),
  utloeper_senest: z.date(),
  skal_ses: z.boolean(),
  nylig_bekreftet: z.boolean(),
  egen_person: z.instanceof(Buffer).nullable(),
  skjermingsliste: z.string().nullable(),
});

const FIND = `select s.bruker_id, b.brukernavn, b.navn, ${ENHET} as enhet, ${TILGANGSKOLONNER}, s.pakke, s.formaal, s.saksreferanse,
       s.egen_person, s.utloeper_senest, least(now() + interval '30 minutes', s.utloeper_senest) as utloeper,
       s.sist_sett < now() - interval '1 minute' as skal_ses,
       (select importert::text from portal.skjermingsliste) as skjermingsliste,
       coalesce(s.bekreftet > now() - interval '${NYLIG_MINUTTER} minutes', false) as nylig_bekreftet
  from portal.session s join portal.bruker b on b.id = s.bruker_id
  where s.token_hash = $1 and s.avsluttet is null and b.sperret is null
    and s.utloeper_senest > now() and s.sist_sett > now() - interval '30 minutes'`;

const REPLACE = `with forrige as (
    update portal.session set avsluttet = now() where token_hash = $4 and avsluttet is null
    returning bruker_id, pakke, formaal, saksreferanse, sist_sett, utloeper_senest
  )
  insert into portal.session (token_hash, bruker_id, utloeper_senest, bekreftet, pakke, formaal, saksreferanse)
  select $1, $2, now() + interval '10 hours', $3, f.pakke, f.formaal, f.saksreferanse
  from (select $2::uuid as bruker_id) ny left join forrige f on f.bruker_id = ny.bruker_id
    and f.utloeper_senest > now() and f.sist_sett > now() - interval '30 minutes'`;

function toSession(row: z.infer<typeof Row>, tokenHash: Buffer, tilgang: Tilgang): Session {
  const { pakke, formaal, saksreferanse } = row;

  return {
    brukerId: row.bruker_id,
    brukernavn: row.brukernavn,
    navn: row.navn,
    enhet: row.enhet,
    rettigheter: toGjeldende(row, tilgang),
    kontekst: pakke && formaal !== null && saksreferanse !== null ? { pakke, formaal, saksreferanse } : null,
    sessionRef: tokenHash.subarray(0, SESSION_REF_BYTES),
    tokenHash,
    nyligBekreftet: row.nylig_bekreftet,
    utloeper: row.utloeper,
    utloeperSenest: row.utloeper_senest,
    egenPerson: row.egen_person,
    skjermingsliste: row.skjermingsliste,
  };
}

/** Session rows over a pool of role `portal`. */
export function createSessionStore(pool: Pool, tilgang: Tilgang): SessionStore {
  return {
    async saveBruker({ iss, sub, brukernavn, navn, enhet, grupper }) {
      const result = await pool.query<{ id: string }>(
        `insert into portal.bruker (iss, sub, brukernavn, navn, enhet, grupper)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (iss, sub) do update set brukernavn = excluded.brukernavn, navn = excluded.navn,
           enhet = excluded.enhet, grupper = excluded.grupper, sist_innlogget = now()
         returning id`,
        [iss, sub, brukernavn, navn, enhet, grupper],
      );

      return z.object({ id: z.string() }).parse(result.rows[0]).id;
    },
    async findBrukerId(iss, sub) {
      const result = await pool.query<{ id: string }>(
        'select id from portal.bruker where iss = $1 and sub = $2',
        [iss, sub],
      );

      return result.rows[0]?.id ?? null;
    },
    async getAktoer(brukerId) {
      const sql = `select b.brukernavn, ${ENHET} as enhet from portal.bruker b where b.id = $1`;
      const result = await pool.query(sql, [brukerId]);

      return z.object({ brukernavn: z.string(), enhet: z.string().nullable() }).parse(result.rows[0]);
    },
    async createSession(token, brukerId, bekreftet, forrige) {
      await pool.query(REPLACE, [hashToken(token), brukerId, bekreftet, forrige]);
    },
    async findSession(token) {
      const tokenHash = hashToken(token);
      const result = await pool.query({ name: 'session-find', text: FIND, values: [tokenHash] });
      if (result.rows[0] === undefined) return null;
      const row = Row.parse(result.rows[0]);
      // The idle clock moves at most once a minute, so most requests write nothing.
      if (row.skal_ses)
        await pool.query('update portal.session set sist_sett = now() where token_hash = $1', [tokenHash]);

      return toSession(row, tokenHash, tilgang);
    },
    async peekSession(tokenHash) {
      const result = await pool.query({ name: 'session-find', text: FIND, values: [tokenHash] });

      return result.rows[0] === undefined ? null : toSession(Row.parse(result.rows[0]), tokenHash, tilgang);
    },
    async saveKontekst({ tokenHash }, { pakke, formaal, saksreferanse }) {
      await pool.query(
        'update portal.session set pakke = $2, formaal = $3, saksreferanse = $4 where token_hash = $1',
        [tokenHash, pakke, formaal, saksreferanse],
      );
    },
    async endSession(tokenHash) {
      await pool.query(
        'update portal.session set avsluttet = now() where token_hash = $1 and avsluttet is null',
        [tokenHash],
      );
    },
    async removeEnded() {
      await pool.query(
        `delete from portal.session where utloeper_senest < now() - interval '1 day' or avsluttet < now() - interval '1 day'`,
      );
    },
  };
}

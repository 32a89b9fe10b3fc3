/** The log as a worker meets it, with acts of any time, and the two sides of kontroll over one database. For tests only. */
import 'server-only';
import type { Kontrollvalg } from '#lib/domain/kontroll/kontrollvalg.ts';
import type { Spor } from '#lib/domain/kontroll/spor.ts';
import type { Nettleser } from '#lib/domain/session/nettleser.ts';
import type { TestDatabase } from '#lib/server/db/test-database.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { sealKonvolutt, toSubjektRef } from '#lib/server/revisjonslogg/noekler.ts';
import type { Kontrolldeps, Kontrolljobb } from './kontrolldeps.ts';

/** What a spor has before the name of a personregel, which in the row stands by itself. */
const REGELMERKE = 'personregler.';
const KEY = Buffer.alloc(32, 7).toString('base64');

export const createTestjobb = (db: TestDatabase, valg: Kontrollvalg): Kontrolljobb => ({
  logg: db.forsegler,
  pool: db.worker,
  valg,
  noekler: [KEY],
});

export const createTestkontroll = (db: TestDatabase): Kontrolldeps => ({
  pool: db.portal,
  leser: db.leser,
  revisjonslogg: createRevisjonslogg(db.portal, KEY),
  noekler: [KEY],
});

/** Rows of the log as they would stand there, at their own times: only the owner can set those. */
export async function writeSpor(db: TestDatabase, spor: readonly Spor[]): Promise<void> {
  for (const ett of spor) {
    const regler = ett.felter.filter((felt) => felt.startsWith(REGELMERKE));
    const innhold = {
      deler: ['person-basis'],
      felter: ett.felter.filter((felt) => !regler.includes(felt)),
      personregler: Object.fromEntries(regler.map((felt) => [felt.slice(REGELMERKE.length), 'lik'])),
      ...(ett.antall === null ? {} : { antall: ett.antall }),
      ...(ett.fil === null ? {} : { gjelder: { fil: ett.fil } }),
    };
    await db.owner.query(
      `with rad as (insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet,
         formaal, saksreferanse, utfall, innhold, konvolutt, tidspunkt, session_ref)
         values ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, decode($15, 'hex')))
       insert into revisjonslogg.subjekt (subjekt_ref, rad_id, tidspunkt) select ref, $1, $13 from unnest($14::bytea[]) ref`,
      [
        ett.radId,
        ett.handlingId,
        ett.slag,
        ett.handling,
        ett.bruker,
        ett.brukerId,
        ett.enhet,
        ett.formaal,
        ett.saksreferanse,
        ett.utfall,
        innhold,
        sealKonvolutt(KEY, ett.radId, 'kriterier'),
        ett.tidspunkt,
        ett.subjekter.map((person) => toSubjektRef(KEY, person)),
        ett.oekt,
      ],
    );
  }
}

/** Sign-ins at their own times; one without `gjelder` is from before the kind of browser was logged. */
export async function writeInnlogginger(
  db: TestDatabase,
  bruker: string,
  innlogginger: readonly { oekt: string; tidspunkt: string; gjelder: Nettleser | null }[],
): Promise<void> {
  for (const { oekt, tidspunkt, gjelder } of innlogginger)
    await db.owner.query(
      `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker, session_ref, utfall, innhold, tidspunkt)
       select id, id, id, 'LOGIN', 'INNLOGGING', $1, decode($2, 'hex'), 'innlogget', $3, $4 from gen_random_uuid() id`,
      [bruker, oekt, gjelder === null ? {} : { gjelder }, tidspunkt],
    );
}

/**
 * Which cases a reviewer has, and one of them. Those about her own acts are not hers: nobody reviews herself, and a case
 * about herself is as unknown to her as one that never was (security.md Z-12).
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import {
  KILDER,
  KONTROLLUTFALL,
  REGEL_IDER,
  SAKSTILSTANDER,
  type Saksrad,
} from '#lib/domain/kontroll/sak.ts';
import { type Database, query } from '#lib/server/db/pool.ts';
import type { Session } from '#lib/server/session/session-store.ts';

/** True in SQL for a case `s` about the user whose id and name are $1 and $2. By name too: a row may lack the id. */
export const ER_EGEN = '(s.bruker_id is not distinct from $1::uuid or s.bruker = $2)';
export const toEgen = ({ brukerId, brukernavn }: Session): [string, string] => [brukerId, brukernavn];

/** The name of her whom `kontroll.sak s` is about, in SQL; null where the row has no id, or the portal no such user. */
export const NAVN = '(select b.navn from portal.bruker b where b.id = s.bruker_id) as navn';

/** The columns of a case's line, from `kontroll.sak s`. */
export const SAKSKOLONNER = `s.id, s.kilde, s.tilstand, s.utfall, s.tidspunkt, s.frist, s.bruker, ${NAVN}, s.enhet, s.handling,
  s.poeng,  s.utfall is null and s.frist < now() as forfalt,
  array(select t.regel from kontroll.treff t where t.sak_id = s.id order by t.vekt desc, t.regel) as regler`;

export const Saksradform = z.object({
  id: z.uuid(),
  kilde: z.enum(KILDER),
  tilstand: z.enum(SAKSTILSTANDER),
  utfall: z.enum(KONTROLLUTFALL).nullable(),
  tidspunkt: z.date(),
  frist: z.date(),
  forfalt: z.boolean(),
  bruker: z.string(),
  navn: z.string().nullable(),
  enhet: z.string().nullable(),
  handling: z.string(),
  poeng: z.number(),
  regler: z.array(z.enum(REGEL_IDER)),
});

/** A line as the browser has it. */
export function toSaksrad(rad: z.infer<typeof Saksradform>): Saksrad {
  const { id, kilde, tilstand, utfall, forfalt, bruker, navn, enhet, handling, poeng, regler } = rad;
  const [tidspunkt, frist] = [rad.tidspunkt.toISOString(), rad.frist.toISOString()];

  return {
    sakId: id,
    kilde,
    tilstand,
    utfall,
    tidspunkt,
    frist,
    forfalt,
    bruker,
    navn,
    enhet,
    handling,
    poeng,
    regler,
  };
}

const Hode = Saksradform.extend({
  versjon: z.number(),
  periode_fra: z.date(),
  periode_til: z.date(),
  froe: z.string().nullable(),
  slag: z.string(),
  rad_id: z.uuid(),
  handling_id: z.uuid(),
  bruker_id: z.uuid().nullable(),
  subjekt_ref: z.instanceof(Buffer).nullable(),
  forklart: z.number(),
});
export type Sakshode = z.infer<typeof Hode>;

/** The id in an address, before it can stand in a row. Throws IKKE_FUNNET for what is none: it may be anything. */
export function parseSakId(sakId: string | undefined): string {
  const id = z.uuid().safeParse(sakId);
  if (!id.success) throw new AppError('IKKE_FUNNET');

  return id.data;
}

/** One case of the reviewer's. Throws IKKE_FUNNET when there is none, and when it is about herself. */
export async function getSak(db: Database, session: Session, sakId: string): Promise<Sakshode> {
  const [sak] = await query(
    db,
    Hode,
    `select ${SAKSKOLONNER}, s.versjon, s.periode_fra, p.til as periode_til, p.grunnlag->>'froe' as froe, s.slag,
       s.rad_id, s.handling_id, s.bruker_id, s.subjekt_ref, s.forklart
     from kontroll.sak s join kontroll.periode p on p.kilde = s.kilde and p.fra = s.periode_fra
     where s.id = $3 and not ${ER_EGEN}`,
    [...toEgen(session), sakId],
  );
  if (!sak) throw new AppError('IKKE_FUNNET');

  return sak;
}

/** One case as its reviewer sees it: the act by the log's own row, why it was chosen, and what has been said of it. */
import 'server-only';
import { z } from 'zod';
import { REGEL_IDER, type Sak, VURDERINGSUTFALL } from '#lib/domain/kontroll/sak.ts';
import { query } from '#lib/server/db/pool.ts';
import { openKonvolutt } from '#lib/server/revisjonslogg/noekler.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Kontrolldeps } from './kontrolldeps.ts';
import { getSak, type Sakshode, toSaksrad } from './sak-rad.ts';

/** Enough of a keyed reference to tell two persons apart by eye. */
const KORT = 8;

const Loggrad = z.object({
  formaal: z.string().nullable(),
  saksreferanse: z.string().nullable(),
  pakke: z.string().nullable(),
  utfall: z.string().nullable(),
  deler: z.array(z.string()),
  felter: z.array(z.string()),
  antall: z.coerce.number(),
});
const Tidligere = z.object({ ganger: z.coerce.number(), dager: z.coerce.number() });
const Treffrad = z.object({
  regel: z.enum(REGEL_IDER),
  versjon: z.number(),
  vekt: z.number(),
  verdier: z.record(z.string(), z.union([z.string(), z.number()])),
});
const Vurderingsrad = z.object({
  tidspunkt: z.date(),
  av_navn: z.string(),
  utfall: z.enum(VURDERINGSUTFALL),
  notat: z.instanceof(Buffer),
});
const Forklaringsrad = z.object({
  spoersmaal: z.instanceof(Buffer),
  frist: z.date(),
  svar: z.instanceof(Buffer).nullable(),
  besvart: z.date().nullable(),
});

/** The row of the log; undefined when its month is gone. The case keeps its time to the millisecond. */
async function findLoggrad({ leser }: Kontrolldeps, { rad_id, tidspunkt }: Sakshode) {
  const [rad] = await query(
    leser,
    Loggrad,
    `select r.formaal, r.saksreferanse, r.pakke, r.utfall,
       array(select jsonb_array_elements_text(coalesce(r.innhold->'deler', '[]'))) as deler,
       array(select jsonb_array_elements_text(coalesce(r.innhold->'felter', '[]'))) as felter,
       (select count(*) from revisjonslogg.subjekt s where s.tidspunkt = r.tidspunkt and s.rad_id = r.rad_id) as antall
     from revisjonslogg.rad r
     where r.tidspunkt >= $1 and r.tidspunkt < $1::timestamptz + interval '1 second' and r.rad_id = $2`,
    [tidspunkt, rad_id],
  );

  return rad;
}

/** How often the same user had seen the same person in the ninety days before the act. */
async function countTidligere({ leser }: Kontrolldeps, sak: Sakshode): Promise<Sak['tidligere']> {
  if (sak.subjekt_ref === null) return null;
  const [tidligere] = await query(
    leser,
    Tidligere,
    `select count(distinct r.handling_id) as ganger,
       count(distinct (r.tidspunkt at time zone 'Europe/Oslo')::date) as dager
     from revisjonslogg.subjekt s join revisjonslogg.rad r on r.tidspunkt = s.tidspunkt and r.rad_id = s.rad_id
     where s.subjekt_ref = $1 and s.tidspunkt >= $2::timestamptz - interval '90 days' and s.tidspunkt < $2
       and r.bruker = $3 and r.slag in ('DISCLOSED', 'UNRESOLVED') and r.handling_id <> $4`,
    [sak.subjekt_ref, sak.tidspunkt, sak.bruker, sak.handling_id],
  );

  return tidligere ?? null;
}

async function listVurderinger({ pool, noekler }: Kontrolldeps, sakId: string): Promise<Sak['vurderinger']> {
  const rader = await query(
    pool,
    Vurderingsrad,
    'select tidspunkt, av_navn, utfall, notat from kontroll.vurdering where sak_id = $1 order by nummer',
    [sakId],
  );

  return rader.map(({ tidspunkt, av_navn: av, utfall, notat }) => ({
    tidspunkt: tidspunkt.toISOString(),
    av,
    utfall,
    notat: openKonvolutt(noekler, sakId, notat),
  }));
}

async function findForklaring({ pool, noekler }: Kontrolldeps, sakId: string): Promise<Sak['forklaring']> {
  const [rad] = await query(
    pool,
    Forklaringsrad,
    'select spoersmaal, frist, svar, besvart from kontroll.forklaring where sak_id = $1',
    [sakId],
  );
  if (!rad) return null;

  return {
    spoersmaal: openKonvolutt(noekler, sakId, rad.spoersmaal),
    frist: rad.frist.toISOString(),
    svar: rad.svar && openKonvolutt(noekler, sakId, rad.svar),
    besvart: rad.besvart?.toISOString() ?? null,
  };
}

/** Throws IKKE_FUNNET when there is no such case for her. */
export async function loadSak(deps: Kontrolldeps, session: Session, sakId: string): Promise<Sak> {
  const hode = await getSak(deps.pool, session, sakId);
  const [loggrad, tidligere, treff, vurderinger, forklaring] = await Promise.all([
    findLoggrad(deps, hode),
    countTidligere(deps, hode),
    query(
      deps.pool,
      Treffrad,
      'select regel, versjon, vekt, verdier from kontroll.treff where sak_id = $1 order by vekt desc, regel',
      [hode.id],
    ),
    listVurderinger(deps, hode.id),
    findForklaring(deps, hode.id),
  ]);

  return {
    ...toSaksrad(hode),
    versjon: hode.versjon,
    periodeFra: hode.periode_fra.toISOString(),
    periodeTil: hode.periode_til.toISOString(),
    froe: hode.froe,
    slag: hode.slag,
    handlingsutfall: loggrad?.utfall ?? null,
    formaal: loggrad?.formaal ?? null,
    saksreferanse: loggrad?.saksreferanse ?? null,
    pakke: loggrad?.pakke ?? null,
    deler: loggrad?.deler ?? [],
    felter: loggrad?.felter ?? [],
    antallPersoner: loggrad?.antall ?? 0,
    person: hode.subjekt_ref?.toString('hex').slice(0, KORT) ?? null,
    tidligere,
    treff,
    forklart: hode.forklart,
    vurderinger,
    forklaring,
  };
}

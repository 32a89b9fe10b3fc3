/** One page of acts: where they are, then their rows. Nothing sealed is read: persons stand as keyed references. */
import 'server-only';
import { z } from 'zod';
import { HENDELSESSLAG, type Logghandling, type Loggrad } from '#lib/domain/revisjonslogg/logghandling.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import type { Sidesoek } from '#lib/server/logglesing/betingelser.ts';
import { listPosisjoner, type Posisjon } from '#lib/server/logglesing/list-posisjoner.ts';

const SIDE = 50;
/** An uttrekk has thousands of rows: so many are shown, and that there are more is told. */
const RADER = 40;
const SUBJEKTER = 20;

/**
 * The rows of each act within the month on either side of the row that it is listed by. They are found by the act's id:
 * `is not distinct from` keeps the indexes of user and kind, which lead to far more, out of it.
 */
const SQL = `select g.nr::int as nr, e.id::text as id, e.kall_id, e.tidspunkt, e.slag, e.utfall, e.enhet, e.bruker_id, e.formaal,
    e.saksreferanse, e.pakke, e.innhold,
    array(select encode(s.subjekt_ref, 'hex') from revisjonslogg.subjekt s
          where s.tidspunkt = e.tidspunkt and s.rad_id = e.rad_id limit ${SUBJEKTER + 1}) as subjekter
  from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) with ordinality as g (handling_id, handling, bruker, tidspunkt, nr)
  cross join lateral (
    select * from (select r.id, r.rad_id, r.kall_id, r.tidspunkt, r.slag, r.utfall, r.enhet, r.bruker_id, r.formaal, r.saksreferanse,
             r.pakke, r.innhold
      from revisjonslogg.rad r
      where r.handling_id = g.handling_id and r.handling is not distinct from g.handling
        and r.bruker is not distinct from g.bruker
        and r.tidspunkt > g.tidspunkt - interval '31 days' and r.tidspunkt < g.tidspunkt + interval '31 days'
      offset 0) samme
    order by samme.tidspunkt, samme.rad_id limit ${RADER + 1}) e
  order by g.nr, e.tidspunkt, e.rad_id`;

const Row = z.object({
  nr: z.int(),
  id: z.string(),
  kall_id: z.string(),
  tidspunkt: z.date(),
  slag: z.enum(HENDELSESSLAG),
  utfall: z.string().nullable(),
  enhet: z.string().nullable(),
  bruker_id: z.string().nullable(),
  formaal: z.string().nullable(),
  saksreferanse: z.string().nullable(),
  pakke: z.string().nullable(),
  innhold: z.object({
    deler: z.array(z.string()).default([]),
    felter: z.array(z.string()).default([]),
    antall: z.number().nullable().default(null),
    avtrykk: z.string().nullable().default(null),
    gjelder: z
      .object({
        hendelse: z.string().optional(),
        bruker: z.string().optional(),
        brukernavn: z.string().optional(),
      })
      .optional(),
  }),
  subjekter: z.array(z.string()),
});
type Row = z.infer<typeof Row>;

function toLoggrad({ id, kall_id, tidspunkt, slag, utfall, innhold, subjekter }: Row): Loggrad {
  const { gjelder: _, ...vist } = innhold;
  return {
    id,
    kallId: kall_id,
    tidspunkt: tidspunkt.toISOString(),
    slag,
    utfall,
    ...vist,
    subjekter: subjekter.slice(0, SUBJEKTER).sort(),
    harFlereSubjekter: subjekter.length > SUBJEKTER,
  };
}

/** An act and whose it is, for the one who knows the users' names. */
export type Funnet = Omit<Logghandling, 'navn' | 'mottaker'> & {
  brukerId: string | null;
  /** The user whose access it was about, by id and as she signs in: of rows from before that was logged, by id alone. */
  mottaker: { brukerId: string; bruker: string | null } | null;
  /** The place in the feed of the hendelse that it was about: who knows it may find the person, so it is for her who did it. */
  sekvensnummer: string | null;
};

function toFunnet({ handling_id, handling, bruker, rad_id }: Posisjon, rader: readonly Row[]): Funnet[] {
  const [foerste] = rader;
  if (foerste === undefined) return [];
  const { enhet, formaal, saksreferanse, pakke, bruker_id, innhold } = foerste;
  const { bruker: mottaker, brukernavn = null, hendelse = null } = innhold.gjelder ?? {};

  return [
    {
      id: rad_id,
      handlingId: handling_id,
      handling,
      bruker,
      brukerId: bruker_id,
      enhet,
      formaal,
      saksreferanse,
      pakke,
      rader: rader.slice(0, RADER).map(toLoggrad),
      harFlereRader: rader.length > RADER,
      mottaker: mottaker === undefined ? null : { brukerId: mottaker, bruker: brukernavn },
      sekvensnummer: hendelse,
    },
  ];
}

/** A page of acts, newest first, and where it ended; null when there is no more. `pool` is of role `revisjonsleser`. */
export async function listLogghandlinger(
  pool: Pool,
  soek: Sidesoek,
): Promise<{ funnet: Funnet[]; slutt: Sidesoek['etter'] }> {
  const posisjoner = await listPosisjoner(pool, soek, SIDE + 1);
  const side = posisjoner.slice(0, SIDE);
  const rader = await query(pool, Row, SQL, [
    side.map(({ handling_id }) => handling_id),
    side.map(({ handling }) => handling),
    side.map(({ bruker }) => bruker),
    side.map(({ tidspunkt }) => tidspunkt),
  ]);
  const avNr = Map.groupBy(rader, ({ nr }) => nr);
  const siste = side.at(-1);

  return {
    funnet: side.flatMap((posisjon, i) => toFunnet(posisjon, avNr.get(i + 1) ?? [])),
    slutt: posisjoner.length > SIDE && siste ? { tidspunkt: siste.tidspunkt, radId: siste.rad_id } : null,
  };
}

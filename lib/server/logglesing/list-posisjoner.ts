/**
 * Where the acts of one page of the revisjonslogg are, newest first. An act stands at its newest row that fits the filter,
 * so that it is listed once; what a reader has begun to page through does not move, since nothing after `topp` counts.
 * Rows of one act that lie more than a month apart are listed apart: so that no question leads through every month.
 */
import 'server-only';
import { z } from 'zod';
import { SLAG_AV_UTFALL } from '#lib/domain/revisjonslogg/logghandling.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';

/** Which act, and the row that it is listed by. `tidspunkt` is the database's own text, to the microsecond. */
export const Posisjon = z.object({
  handling_id: z.string(),
  handling: z.string(),
  bruker: z.string(),
  tidspunkt: z.string(),
  rad_id: z.string(),
});
export type Posisjon = z.infer<typeof Posisjon>;

/** Whose acts: of everybody, or of one user alone, whatever the filter says. `utenom` is a kind of act that is left out. */
export type Omfang = { kunBruker: { brukernavn: string; brukerId: string }; utenom: string } | null;

export type Sidesoek = {
  filter: Omit<RevisjonsloggFilter, 'personidentifikator' | 'begrunnelse'>;
  /** The person asked for, as each key writes her; null when nobody is. */
  subjektRefs: readonly Buffer[] | null;
  omfang: Omfang;
  /** The reading began here. */
  topp: string;
  /** The last of the page before. */
  etter: { tidspunkt: string; radId: string } | null;
};

const SAMMEN = "interval '31 days'";

/** Values of a statement as they are needed: `$1`, `$2`, … */
function createParametre() {
  const verdier: unknown[] = [];

  return { verdier, add: (verdi: unknown, type: string) => `$${verdier.push(verdi)}::${type}` };
}

type Parametre = ReturnType<typeof createParametre>;

/** What is the same in all rows of an act, and its time. */
function listFaste({ filter, omfang, topp, etter }: Sidesoek, { add }: Parametre): string[] {
  const like: readonly [string, string | undefined][] = [
    ['bruker', filter.bruker],
    ['bruker', omfang?.kunBruker.brukernavn],
    ['handling', filter.handling],
    ['formaal', filter.formaal],
    ['saksreferanse', filter.saksreferanse],
    ['pakke', filter.pakke],
  ];

  return [
    ...like.flatMap(([kolonne, verdi]) =>
      verdi === undefined ? [] : [`r.${kolonne} = ${add(verdi, 'text')}`],
    ),
    ...(omfang === null
      ? []
      : [
          `r.bruker_id = ${add(omfang.kunBruker.brukerId, 'uuid')}`,
          `r.handling <> ${add(omfang.utenom, 'text')}`,
        ]),
    ...(filter.fra === undefined ? [] : [`r.tidspunkt >= ${add(filter.fra, 'timestamptz')}`]),
    `r.tidspunkt <= ${add(topp, 'timestamptz')}`,
    ...(etter === null
      ? []
      : [
          `r.tidspunkt <= ${add(etter.tidspunkt, 'timestamptz')}`,
          `(r.tidspunkt, r.rad_id) < (${add(etter.tidspunkt, 'timestamptz')}, ${add(etter.radId, 'uuid')})`,
        ]),
  ];
}

/** What one row of an act may fit and another not. */
function listSkiftende({ filter, subjektRefs }: Sidesoek, { add }: Parametre) {
  const utfall = filter.utfall && add(SLAG_AV_UTFALL[filter.utfall], 'text');
  const til = filter.til && add(filter.til, 'timestamptz');
  const refs = subjektRefs && add(subjektRefs, 'bytea[]');
  const toLike = (alias: string) => [
    ...(utfall ? [`${alias}.slag = ${utfall}`] : []),
    ...(til ? [`${alias}.tidspunkt < ${til}`] : []),
  ];

  return { toLike, refs };
}

function toSql(soek: Sidesoek, antall: number): { sql: string; verdier: unknown[] } {
  const parametre = createParametre();
  const { toLike, refs } = listSkiftende(soek, parametre);
  const faste = listFaste(soek, parametre);
  const topp = parametre.add(soek.topp, 'timestamptz');
  const gjelderPersonen = refs
    ? [
        `exists (select from revisjonslogg.subjekt s
          where s.subjekt_ref = any(${refs}) and s.tidspunkt = e.tidspunkt and s.rad_id = e.rad_id)`,
      ]
    : [];
  // The person's rows are found first: they are few, and a walk through the log in search of them is not.
  const fra = refs
    ? `(select distinct tidspunkt, rad_id from revisjonslogg.subjekt where subjekt_ref = any(${refs}) offset 0) s
       join revisjonslogg.rad r using (tidspunkt, rad_id)`
    : 'revisjonslogg.rad r';
  // A question of its own for each row and never a join: it is asked of the act's few rows, and only until the page is full.
  const nyere = [
    'e.handling_id = r.handling_id and e.handling = r.handling and e.bruker = r.bruker',
    `e.tidspunkt >= r.tidspunkt and (e.tidspunkt, e.rad_id) > (r.tidspunkt, r.rad_id)`,
    `e.tidspunkt < r.tidspunkt + ${SAMMEN} and e.tidspunkt <= ${topp}`,
    ...toLike('e'),
    ...gjelderPersonen,
  ].join(' and ');
  const sql = `select r.handling_id, r.handling, r.bruker, r.tidspunkt::text as tidspunkt, r.rad_id
    from ${fra}
    where ${[...faste, ...toLike('r')].join(' and ')}
      and (select true from revisjonslogg.rad e where ${nyere} limit 1) is null
    order by r.tidspunkt desc, r.rad_id desc limit ${antall}`;

  return { sql, verdier: parametre.verdier };
}

/** @param pool of role `revisjonsleser` */
export function listPosisjoner(pool: Pool, soek: Sidesoek, antall: number): Promise<Posisjon[]> {
  const { sql, verdier } = toSql(soek, antall);

  return query(pool, Posisjon, sql, verdier);
}

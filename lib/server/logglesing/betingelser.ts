/** What a reader asks of the log, as conditions of SQL: the same for the acts of a page and for the rows of a file. */
import 'server-only';
import { SLAG_AV_UTFALL } from '#lib/domain/revisjonslogg/logghandling.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

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

/** Values of a statement as they are needed: `$1`, `$2`, … */
export function createParametre() {
  const verdier: unknown[] = [];

  return { verdier, add: (verdi: unknown, type: string) => `$${verdier.push(verdi)}::${type}` };
}

type Parametre = ReturnType<typeof createParametre>;

/** What is the same in all rows of an act, and its time. */
export function listFaste({ filter, omfang, topp, etter }: Sidesoek, { add }: Parametre): string[] {
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
export function listSkiftende({ filter, subjektRefs }: Sidesoek, { add }: Parametre) {
  const utfall = filter.utfall && add(SLAG_AV_UTFALL[filter.utfall], 'text');
  const til = filter.til && add(filter.til, 'timestamptz');
  const refs = subjektRefs === null ? null : add(subjektRefs, 'bytea[]');
  const toLike = (alias: string) => [
    ...(utfall ? [`${alias}.slag = ${utfall}`] : []),
    ...(til ? [`${alias}.tidspunkt < ${til}`] : []),
  ];

  return { toLike, refs };
}

/** Where rows are read from. A person's rows are found first: they are few, and a walk through the log for them is not. */
export function toKilde(refs: string | null): string {
  return refs === null
    ? 'revisjonslogg.rad r'
    : `(select distinct tidspunkt, rad_id from revisjonslogg.subjekt where subjekt_ref = any(${refs}) offset 0) s
       join revisjonslogg.rad r using (tidspunkt, rad_id)`;
}

/**
 * The person as the register holds her for one day. Rules: an entry holds from its start until its end or, where only
 * one can hold at a time, until the next one's start; where the register does not say when an entry ended or began, it
 * is said to be uncertain and never counted in. History is the register's corrected one: this is not what a reader would
 * have seen on that day.
 * Source: product.md section 4 (Per dato), freg-contract.md section 2.1.
 */
import type { Egenskap } from '../person-model.ts';
import { hasInnhold, type Seksjon } from '../person-view.ts';
import { findDag, findFraDag, hasEndet } from './dag.ts';
import { type Foldet, foldRegisterendringer, toInnhold } from './registerendring.ts';

/** Egenskaper of which a person has one at a time, so that a new one ends the one before. */
const EN_OM_GANGEN: ReadonlySet<string> = new Set([
  'status',
  'navn',
  'kjoenn',
  'foedsel',
  'foedselINorge',
  'doedsfall',
  'identitetsgrunnlag',
  'sivilstand',
  'opphold',
  'bibehold',
  'adressebeskyttelse',
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
  'preferertKontaktadresse',
  'rettsligHandleevne',
  'fratattRettsligHandleevne',
  'falskIdentitet',
  'brukAvSamiskSpraak',
  'forholdTilSametingetsValgmanntall',
] satisfies Egenskap[]);

type Datert = Foldet & { fra: string | null };
type DatertSeksjon = { egenskap: string; datert: Datert[] };

/** The sections that hold anything, with their days, made once for a person: changing the day is then only a matter of comparing. */
export type Tidsindeks = readonly DatertSeksjon[];

export type EgenskapPerDato = {
  egenskap: string;
  /** What held on the day. */
  gjaldt: Foldet[];
  /** What may have held: the register does not say when it began, or when it ended. */
  usikre: Foldet[];
};

/** Whether anything held, or may have. */
export const hasNoe = ({ gjaldt, usikre }: EgenskapPerDato): boolean => gjaldt.length + usikre.length > 0;

export function createTidsindeks(seksjoner: readonly Seksjon[]): Tidsindeks {
  return seksjoner.filter(hasInnhold).map((seksjon) => {
    const { gjeldende, historikk } = foldRegisterendringer(seksjon);
    const datert = [...gjeldende, ...historikk].map((foldet) => ({
      ...foldet,
      fra: findFraDag(seksjon.egenskap, foldet.oppfoering),
    }));
    return { egenskap: seksjon.egenskap, datert };
  });
}

/** The newest of those that had begun; of one day a current entry goes before an earlier one. */
function findSiste(begynt: readonly Datert[]): Datert | undefined {
  return begynt.toSorted((a, b) => {
    if (a.fra !== b.fra) return (a.fra ?? '') < (b.fra ?? '') ? 1 : -1;
    return Number(b.oppfoering.gjeldende) - Number(a.oppfoering.gjeldende);
  })[0];
}

function findEgenskapPerDato({ egenskap, datert }: DatertSeksjon, dag: string): EgenskapPerDato {
  const begynt = datert.filter(({ fra }) => fra !== null && fra <= dag);
  const utenStart = datert.filter(({ fra, oppfoering }) => fra === null && !hasEndet(oppfoering, dag));
  const siste = EN_OM_GANGEN.has(egenskap) ? findSiste(begynt) : undefined;
  const mulige = (siste ? [siste] : EN_OM_GANGEN.has(egenskap) ? [] : begynt).filter(
    ({ oppfoering }) => !hasEndet(oppfoering, dag),
  );
  const avloest =
    siste !== undefined && datert.some(({ fra }) => fra !== null && siste.fra !== null && fra > siste.fra);
  const isSikker = ({ oppfoering }: Datert) =>
    oppfoering.gjeldende || findDag(oppfoering.til) !== null || avloest;
  return {
    egenskap,
    gjaldt: mulige.filter(isSikker),
    usikre: [...mulige.filter((en) => !isSikker(en)), ...utenStart],
  };
}

/** What held on a day (`yyyy-MM-dd`), by egenskap in the order of the index; empty where nothing did. */
export function listPerDato(indeks: Tidsindeks, dag: string): EgenskapPerDato[] {
  return indeks.map((seksjon) => findEgenskapPerDato(seksjon, dag));
}

/** The days on which something began or ended, oldest first. */
export function listEndringsdager(indeks: Tidsindeks): string[] {
  const dager = indeks.flatMap(({ datert }) =>
    datert.flatMap(({ fra, oppfoering }) => [fra, findDag(oppfoering.til)]),
  );
  return [...new Set(dager.filter((dag) => dag !== null).filter((dag) => dag.length === 10))].sort();
}

export type Sammenligning = {
  egenskap: string;
  endret: boolean;
  foerste: EgenskapPerDato;
  andre: EgenskapPerDato;
};

const toText = ({ gjaldt, usikre }: EgenskapPerDato): string =>
  JSON.stringify(
    [gjaldt, usikre].map((liste) =>
      liste.map(({ oppfoering }) => `${oppfoering.skjermet} ${toInnhold(oppfoering.felter)}`).sort(),
    ),
  );

/** Two days of one index side by side: what differs first, then the rest, both in the order of the index. */
export function comparePerDato(indeks: Tidsindeks, foerste: string, andre: string): Sammenligning[] {
  const rader = indeks.map((seksjon) => {
    const foer = findEgenskapPerDato(seksjon, foerste);
    const etter = findEgenskapPerDato(seksjon, andre);
    return {
      egenskap: seksjon.egenskap,
      endret: toText(foer) !== toText(etter),
      foerste: foer,
      andre: etter,
    };
  });
  return [...rader.filter(({ endret }) => endret), ...rader.filter(({ endret }) => !endret)];
}

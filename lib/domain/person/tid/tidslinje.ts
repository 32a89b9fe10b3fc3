/**
 * Every dated fact of a person on one axis. Rules: an entry is one fact, however many copies the register has made of
 * it; what has no date stands by itself and is never placed by guess; nothing is said of what lies between two facts.
 * Source: product.md section 4 (Tidslinje), freg-contract.md section 2.1.
 */
import { FANER, type FaneId, type Oppfoering, type Seksjon } from '../person-view.ts';
import { EGENSKAPER_I_FANE } from '../view/faner.ts';
import { findDag, findFraDag } from './dag.ts';
import { type Foldet, foldRegisterendringer } from './registerendring.ts';

/** `fra`: began; `til`: the register says that it ended; `kontroll`: a document was controlled. */
export type Tidslinjeart = 'fra' | 'til' | 'kontroll';

export type Tidslinjepunkt = Foldet & {
  egenskap: string;
  /** The kind that the reader can filter by: the tab in which the egenskap lies. */
  gruppe: FaneId;
  art: Tidslinjeart;
  /** `yyyy-MM-dd`, or `yyyy` where only the year is known; null when the register gives no date. */
  dag: string | null;
};

export type Tidslinje = { daterte: Tidslinjepunkt[]; utenDato: Tidslinjepunkt[] };

/** Dated facts inside an entry that are neither its start nor its end. */
const KONTROLLDATO: Readonly<Record<string, string>> = {
  legitimasjonsdokument: 'dokumentkontroll.dokumentkontrolltidspunkt',
};

function toGruppe(egenskap: string): FaneId {
  const fane = FANER.find(
    (en) => en !== 'oversikt' && EGENSKAPER_I_FANE[en].some((inneholdt) => inneholdt === egenskap),
  );
  return fane ?? 'andre';
}

function findKontrolldag(egenskap: string, { felter }: Oppfoering): string | null {
  const verdi = felter.find(({ felt }) => felt === KONTROLLDATO[egenskap])?.verdi;
  return verdi?.slag === 'tidspunkt' ? findDag(verdi.tidspunkt) : null;
}

function toPunkter(egenskap: string, foldet: Foldet): Tidslinjepunkt[] {
  const { oppfoering } = foldet;
  const gruppe = toGruppe(egenskap);
  const fra = findFraDag(egenskap, oppfoering);
  const slutt = findDag(oppfoering.til);
  const kontroll = findKontrolldag(egenskap, oppfoering);
  return [
    { ...foldet, egenskap, gruppe, art: 'fra', dag: fra },
    ...(slutt === null ? [] : [{ ...foldet, egenskap, gruppe, art: 'til' as const, dag: slutt }]),
    ...(kontroll === null ? [] : [{ ...foldet, egenskap, gruppe, art: 'kontroll' as const, dag: kontroll }]),
  ];
}

/** All facts of the sections, the newest first; of one day the start of the new stands before the end of the old. */
export function toTidslinje(seksjoner: readonly Seksjon[]): Tidslinje {
  const punkter = seksjoner.flatMap((seksjon) => {
    const { gjeldende, historikk } = foldRegisterendringer(seksjon);
    return [...gjeldende, ...historikk].flatMap((foldet) => toPunkter(seksjon.egenskap, foldet));
  });
  const plass = (art: Tidslinjeart) => (art === 'til' ? 1 : 0);
  return {
    daterte: punkter
      .filter(({ dag }) => dag !== null)
      .sort((a, b) => compareDager(b.dag, a.dag) || plass(a.art) - plass(b.art)),
    utenDato: punkter.filter(({ dag }) => dag === null),
  };
}

/** Negative when `a` is before `b`. A bare year is before every day in it. */
function compareDager(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

/** The facts year by year, in the order given. */
export function groupByAar(punkter: readonly Tidslinjepunkt[]): { aar: string; punkter: Tidslinjepunkt[] }[] {
  const grupper = Map.groupBy(punkter, ({ dag }) => (dag ?? '').slice(0, 4));
  return [...grupper].map(([aar, iAaret]) => ({ aar, punkter: iAaret }));
}

/** How many facts there are of each kind, in the order of the tabs; kinds without facts are left out. */
export function countGrupper({ daterte, utenDato }: Tidslinje): { gruppe: FaneId; antall: number }[] {
  const alle = [...daterte, ...utenDato];
  return FANER.map((gruppe) => ({
    gruppe,
    antall: alle.filter((punkt) => punkt.gruppe === gruppe).length,
  })).filter(({ antall }) => antall > 0);
}

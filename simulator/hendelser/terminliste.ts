/**
 * What is bound to happen on a day: children come of age, d-numbers become inactive after five years (freg-contract.md
 * section 2.1). Assumption: children of age are told as endringIForeldreansvar. Known a year ahead at a time, so the list is short and whoever is not due costs nothing.
 */
import { toDag, toKalenderdag } from '../befolkning/dato.ts';
import { D_NUMMER_AKTIVT_DAGER } from '../befolkning/deler/identitet.ts';
import { getFoerstedag } from '../befolkning/livsloep.ts';
import { at, getSlag, type Skjelett } from '../befolkning/skjelett.ts';

export type Termin = { dag: number; person: number; slag: 'myndig' | 'dnummerInaktivt' };

export type Terminliste = {
  /** The day of what comes next; nothing may be due on it. */
  getNesteDag(): number;
  /** Takes the next; undefined when there was nothing after all. */
  take(): Termin | undefined;
};

const DAGER_FRAM = 366;
const MYNDIG_AAR = 18;

/** Everything after `fraDag`, day by day and in the order of the population. Scenario persons are left alone. */
export function createTerminliste(s: Skjelett, fraDag: number): Terminliste {
  let slutt = fraDag;
  let terminer: Termin[] = [];
  let neste = 0;
  const fill = () => {
    terminer = listTerminer(s, slutt, slutt + DAGER_FRAM);
    slutt += DAGER_FRAM;
    neste = 0;
  };
  fill();
  return {
    getNesteDag: () => terminer[neste]?.dag ?? slutt + 1,
    take() {
      const termin = terminer[neste++];
      if (termin === undefined) fill();
      return termin;
    },
  };
}

/** What is due after `fra` and not after `til`. */
function listTerminer(s: Skjelett, fra: number, til: number): Termin[] {
  const terminer: Termin[] = [];
  const eldste = fra - (MYNDIG_AAR + 1) * 366;
  for (let person = s.foerste; person < s.antall; person++) {
    const slag = getSlag(s, person);
    const foedt = at(s.foedt, person);
    let dag = fra;
    if (slag === 'dnummer') dag = getFoerstedag(s, person) + D_NUMMER_AKTIVT_DAGER;
    else if (foedt > eldste) dag = toMyndighetsdag(foedt);
    if (dag > fra && dag <= til)
      terminer.push({ dag, person, slag: slag === 'dnummer' ? 'dnummerInaktivt' : 'myndig' });
  }
  return terminer.sort((a, b) => a.dag - b.dag || a.person - b.person);
}

function toMyndighetsdag(foedt: number): number {
  const { aar, maaned, dag } = toKalenderdag(foedt);
  return toDag(aar + MYNDIG_AAR, maaned, dag);
}

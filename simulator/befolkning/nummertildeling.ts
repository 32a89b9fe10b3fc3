/**
 * Hands out numbers in the order of the population, each day's series from its highest number down, so that every
 * number is unique and a person keeps it however large the population is.
 */
import { toDag } from './dato.ts';
import { findNummerPaaPlass, type Kjoenn, type Nummerserie } from './personnummer.ts';

const FOERSTE_DAG = toDag(1890, 1, 1);
const ANTALL_DAGER = toDag(2040, 1, 1) - FOERSTE_DAG;

export type Tildeling = { nummer: number; foedselsdag: number };
export type Nummertildeling = (foedselsdag: number, serie: Nummerserie, kjoenn: Kjoenn) => Tildeling;

/**
 * Makes the function that gives the next free number of a day. `opptatt` holds numbers that are given already (the
 * scenario persons'). When a day's series is used up the day after is taken, and the returned day says so.
 */
export function createNummertildeling(opptatt: ReadonlySet<number>): Nummertildeling {
  const plasser = {
    foedselsnummer: { kvinne: new Uint16Array(ANTALL_DAGER), mann: new Uint16Array(ANTALL_DAGER) },
    dNummer: { kvinne: new Uint16Array(ANTALL_DAGER), mann: new Uint16Array(ANTALL_DAGER) },
  };
  return (foedselsdag, serie, kjoenn) => {
    const plass = plasser[serie][kjoenn];
    for (let dag = foedselsdag; ; ) {
      const i = dag - FOERSTE_DAG;
      const nummer = findNummerPaaPlass(dag, serie, kjoenn, plass[i] ?? 0);
      if (nummer === 'slutt') {
        dag++;
        continue;
      }
      plass[i] = (plass[i] ?? 0) + 1;
      if (nummer !== 'hull' && !opptatt.has(nummer)) return { nummer, foedselsdag: dag };
    }
  };
}

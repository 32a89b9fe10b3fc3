/**
 * What was registered by mistake is undone, as if it had never been: a move or a death that is the latest thing that
 * happened to everybody it concerned.
 */
import { INGEN, type Loggbok } from '../loggbok.ts';
import { type Slagnavn, toSlagkode } from '../slag.ts';
import type { Planlagt } from './plan.ts';

const FLYTTING = toSlagkode('flytting');
const DELT_BOSTED = toSlagkode('deltBostedFlyttet');
const DOEDSFALL = toSlagkode('doedsfall');
const GJENLEVENDE = toSlagkode('gjenlevende');

const ANNULLERT = new Map<number, Slagnavn>([
  [FLYTTING, 'annullertFlytting'],
  [DELT_BOSTED, 'annullertDeltBosted'],
  [DOEDSFALL, 'annullertDoedsfall'],
  [GJENLEVENDE, 'annullertGjenlevende'],
]);

/** The entries of the act that the entry belongs to, as far as they can be undone together; empty when none can. */
function listHandling(bok: Loggbok, indeks: number): number[] {
  const slag = bok.getSlag(indeks);
  if (slag === DOEDSFALL) return bok.getArgument(indeks) === 0 ? [indeks] : [indeks, indeks + 1];
  if (slag === GJENLEVENDE) return [indeks - 1, indeks];
  if (slag !== FLYTTING) return [];
  const hoererMed = (i: number) =>
    (bok.getSlag(i) === FLYTTING || bok.getSlag(i) === DELT_BOSTED) &&
    bok.getArgument(i) === bok.getArgument(indeks) &&
    bok.getTid(i) === bok.getTid(indeks);
  let start = indeks;
  while (start > 0 && hoererMed(start - 1)) start--;
  const handling: number[] = [];
  for (let i = start; i < bok.antall() && hoererMed(i); i++) handling.push(i);
  return handling;
}

/** The hendelser that undo the act of an entry, or undefined when it cannot be undone. */
export function planAnnullering(bok: Loggbok, indeks: number): Planlagt[] | undefined {
  const handling = listHandling(bok, indeks);
  const erSiste = handling.every((i) => bok.getSiste(bok.getPerson(i)) === i);
  if (handling.length === 0 || !erSiste) return undefined;
  return handling.flatMap((i) => {
    const slag = ANNULLERT.get(bok.getSlag(i));
    return slag === undefined ? [] : [{ person: bok.getPerson(i), slag, argument: i }];
  });
}

/** The same, for what happened last to a person, if that was at `fra` or after. */
export function planSisteAnnullert(bok: Loggbok, person: number, fra: number): Planlagt[] | undefined {
  const siste = bok.getSiste(person);
  return siste === INGEN || siste < fra ? undefined : planAnnullering(bok, siste);
}

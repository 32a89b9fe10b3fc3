/** Death, coming and leaving: the days that bound what a person's document can hold. */
import { DAGER_I_AAR } from './dato.ts';
import { at, draw, EMNE, getSlag, type Skjelett } from './skjelett.ts';
import { TELLEDAG } from './telledag.ts';
import { toAndel, toHeltall } from './tilfeldig.ts';

/** Nobody dies younger than this, so that parents live to see their children born. Assumption. */
const KORTESTE_LIV_AAR = 56;

/** The day of death, by a Gompertz law around 85 years; undefined while the person lives. */
export function findDoedsdag(s: Skjelett, person: number): number | undefined {
  const slag = getSlag(s, person);
  if (slag !== 'vanlig' && slag !== 'innvandret') return undefined;
  if (at(s.foedt, person) + Math.floor(KORTESTE_LIV_AAR * DAGER_I_AAR) >= TELLEDAG) return undefined;
  const u = toAndel(draw(s, person, EMNE.doed));
  const aar = Math.max(KORTESTE_LIV_AAR, 86 + Math.log(-Math.log(1 - u)) / 0.11);
  const dag = at(s.foedt, person) + Math.floor(aar * DAGER_I_AAR);
  return dag < TELLEDAG ? dag : undefined;
}

/** The day the register first heard of the person: birth, immigration, or when the d-number was given. */
export function getFoerstedag(s: Skjelett, person: number): number {
  const slag = getSlag(s, person);
  const foedt = at(s.foedt, person);
  const h = draw(s, person, EMNE.opprettet);
  if (slag === 'innvandret') {
    return Math.min(foedt + toHeltall(h, 5850, 6940), TELLEDAG - 300);
  }
  if (slag === 'dnummer') return TELLEDAG - toHeltall(h, 20, 4000);
  return foedt;
}

/** The day an utflyttet or forsvunnet person left; undefined for all others. */
export function findBortedag(s: Skjelett, person: number): number | undefined {
  const slag = getSlag(s, person);
  if (slag !== 'utflyttet' && slag !== 'forsvunnet') return undefined;
  const voksen = at(s.foedt, person) + 20 * DAGER_I_AAR;
  return toHeltall(draw(s, person, EMNE.utflytting), Math.floor(voksen), TELLEDAG - 100);
}

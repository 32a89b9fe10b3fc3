/**
 * What two people had together: a pure function of the pair, so both documents tell the same story with the same dates.
 */

import { toDag } from './dato.ts';
import { findDoedsdag } from './livsloep.ts';
import { at, draw, EMNE, findPartner, findTidligere, type Skjelett, toSlekt } from './skjelett.ts';
import { TELLEDAG } from './telledag.ts';
import { toAndel, toHeltall } from './tilfeldig.ts';

export type Par = {
  /** The day they moved together. */
  fra: number;
  gift: number | undefined;
  separert: number | undefined;
  skilt: number | undefined;
  /** The day they stopped living together, death not counted. */
  slutt: number | undefined;
};

/** First and last day of birth among the children the two have together. */
function findBarnespenn(s: Skjelett, a: number, b: number): [first: number, last: number] | undefined {
  let foerst = Number.POSITIVE_INFINITY;
  let sist = Number.NEGATIVE_INFINITY;
  const { start, slutt } = toSlekt(s, a);
  for (let barn = start; barn < slutt; barn++) {
    const mor = at(s.mor, barn);
    const far = at(s.far, barn);
    if (mor === 0 || far === 0) continue;
    if (barn + mor !== a && barn + far !== a) continue;
    if (barn + mor !== b && barn + far !== b) continue;
    foerst = Math.min(foerst, at(s.foedt, barn));
    sist = Math.max(sist, at(s.foedt, barn));
  }
  return sist === Number.NEGATIVE_INFINITY ? undefined : [foerst, sist];
}

/** Whether one of the two married again, so that this marriage must have ended. */
function isTidligere(s: Skjelett, a: number, b: number): boolean {
  return findTidligere(s, a) === b || findTidligere(s, b) === a;
}

/** The day the pair moved together. A second pair starts after the divorce that made room for it. */
function findSamboerdag(s: Skjelett, lav: number, hoey: number, foersteBarn: number | undefined): number {
  const tidligereA = findTidligere(s, lav);
  const tidligereB = findTidligere(s, hoey);
  for (const [en, eks] of [
    [lav, tidligereA],
    [hoey, tidligereB],
  ] as const) {
    if (eks === undefined || eks === lav || eks === hoey) continue;
    return (getPar(s, en, eks).skilt ?? TELLEDAG) + toHeltall(draw(s, lav, EMNE.par, 1), 200, 700);
  }
  const h = draw(s, lav, EMNE.par, 2);
  if (foersteBarn !== undefined) return foersteBarn - toHeltall(h, 300, 900);
  const yngste = Math.max(at(s.foedt, lav), at(s.foedt, hoey));
  return Math.min(yngste + toHeltall(h, 7300, 11_000), TELLEDAG - 200);
}

/** Who was born later lives together for years before marrying, and more often without. Assumption. */
const SAMBOERTID = toDag(1960, 1, 1);

/** The story of two people who are or were each other's partner. */
export function getPar(s: Skjelett, a: number, b: number): Par {
  const lav = Math.min(a, b);
  const hoey = Math.max(a, b);
  const spenn = findBarnespenn(s, lav, hoey);
  const fra = findSamboerdag(s, lav, hoey, spenn?.[0]);
  const doed = Math.min(findDoedsdag(s, a) ?? TELLEDAG, findDoedsdag(s, b) ?? TELLEDAG, TELLEDAG);
  const tvungen = isTidligere(s, a, b);
  const utfall = toAndel(draw(s, lav, EMNE.par, hoey));
  const unge = !tvungen && at(s.foedt, lav) >= SAMBOERTID;
  const giftedag = fra + toHeltall(draw(s, hoey, EMNE.par, 3), 30, unge ? 4500 : 900);
  const ugift = !tvungen && (utfall < (unge ? 0.28 : 0.1) || giftedag >= doed);
  const bruddFraBarn = (spenn?.[1] ?? 0) + 400;
  const varighet = tvungen ? 1500 : toHeltall(draw(s, hoey, EMNE.par, 4), 1100, 6600);
  const brudd = Math.max((ugift ? fra : giftedag) + varighet, bruddFraBarn);
  if (ugift) {
    const slutt = utfall < 0.05 && brudd < doed ? brudd : undefined;
    return { fra, gift: undefined, separert: undefined, skilt: undefined, slutt };
  }
  const separert = tvungen || (utfall > 0.8 && brudd + 500 < doed) ? brudd : undefined;
  const venterPaaSkilsmisse = !tvungen && utfall > 0.985;
  const skilt = separert === undefined || venterPaaSkilsmisse ? undefined : separert + 380;
  return { fra, gift: giftedag, separert, skilt, slutt: separert };
}

export type Samliv = { annen: number; par: Par };

/** The person's partnerships, first one first. */
export function listSamliv(s: Skjelett, person: number): Samliv[] {
  const samliv: Samliv[] = [];
  for (const annen of [findTidligere(s, person), findPartner(s, person)]) {
    if (annen !== undefined) samliv.push({ annen, par: getPar(s, person, annen) });
  }
  return samliv;
}

/**
 * Where a person has lived, as a list of homes with dates. A home is only a key; its address is made when a document
 * needs it. Children follow their mother's homes until they leave, partners share theirs: the key is then the same,
 * and so is the address in all their documents.
 */
import { DAGER_I_AAR } from './dato.ts';
import { findBortedag, findDoedsdag, getFoerstedag } from './livsloep.ts';
import { listSamliv } from './par.ts';
import { at, draw, EMNE, findMor, getSlag, type Skjelett } from './skjelett.ts';
import { TELLEDAG } from './telledag.ts';
import { hash, toAndel, toHeltall } from './tilfeldig.ts';

/** `noekkel`: 32 bits that stand for one home. `fra`: the day the person moved in. */
export type Bosted = { fra: number; noekkel: number };

/** Every phase of life (alone, with a first partner, with a second) draws its homes from its own series. */
const BOLIGER_PER_FASE = 5;

/**
 * The person's homes, first one first; at most 13 or so. Empty when there is no day of residence. `samliv` are her
 * partnerships, for who has them already.
 */
export function listBosteder(s: Skjelett, person: number, samliv = listSamliv(s, person)): Bosted[] {
  const slutt = Math.min(findDoedsdag(s, person) ?? TELLEDAG, findBortedag(s, person) ?? TELLEDAG);
  const bosteder: Bosted[] = [];
  let fra = getFoerstedag(s, person);
  const mor = getSlag(s, person) === 'innvandret' ? undefined : findMor(s, person);
  if (mor !== undefined) {
    const hjemmefra = fra + toHeltall(draw(s, person, EMNE.flyttHjemmefra), 6900, 9700);
    const til = Math.min(hjemmefra, samliv[0]?.par.fra ?? slutt, slutt);
    addMorsBosteder(bosteder, listBosteder(s, mor), fra, til);
    fra = til;
  }
  for (const [fase, { annen, par }] of samliv.entries()) {
    addBosteder(bosteder, s, person, 2 * fase, fra, Math.min(par.fra, slutt));
    const felles = Math.min(person, annen);
    addBosteder(bosteder, s, felles, hash(person + annen, 9), par.fra, par.slutt ?? slutt);
    fra = par.slutt ?? slutt;
    if (par.slutt !== undefined && isDenSomBlir(s, person, annen)) fra += Math.floor(4 * DAGER_I_AAR);
  }
  addBosteder(bosteder, s, person, 8, fra, slutt);
  return bosteder;
}

/** After a break one of the two keeps the home for some years. */
function isDenSomBlir(s: Skjelett, person: number, annen: number): boolean {
  const lav = Math.min(person, annen);
  return ((draw(s, lav, EMNE.par, 7) & 1) === 0) === (person === lav);
}

function addMorsBosteder(bosteder: Bosted[], mors: readonly Bosted[], fra: number, til: number): void {
  for (const [i, bosted] of mors.entries()) {
    const neste = mors[i + 1]?.fra ?? Number.POSITIVE_INFINITY;
    if (neste > fra && bosted.fra < til) addBosted(bosteder, Math.max(bosted.fra, fra), bosted.noekkel);
  }
}

function addBosteder(
  bosteder: Bosted[],
  s: Skjelett,
  eier: number,
  fase: number,
  fra: number,
  til: number,
): void {
  const myndig = at(s.foedt, eier) + 18 * DAGER_I_AAR;
  let dag = fra;
  for (let nr = 0; nr < BOLIGER_PER_FASE && dag < til; nr++) {
    const noekkel = hash(s.froe, eier, EMNE.bolig, fase * BOLIGER_PER_FASE + nr);
    addBosted(bosteder, dag, noekkel);
    const lengde = 1 + 13 * toAndel(hash(noekkel, 1)) ** 2 + 3 * nr;
    dag = Math.floor(Math.max(dag, myndig) + lengde * DAGER_I_AAR);
  }
}

function addBosted(bosteder: Bosted[], fra: number, noekkel: number): void {
  if (bosteder.at(-1)?.noekkel !== noekkel) bosteder.push({ fra, noekkel });
}

/**
 * Who is in KRR and how: a pure function of seed, number and what the register says of the person.
 * Assumptions: only the current number is known; nobody under 13 is there; whoever was registered is deleted when
 * she dies; a hundredth have chosen a language.
 */
import type { Befolkning, Persondokument } from '../befolkning/befolkning.ts';
import { getTekst, listElementer } from '../befolkning/dokumentlesing.ts';
import { hash, toAndel, toElement } from '../befolkning/tilfeldig.ts';
import type { Krrgrunnlag } from './create-krrperson.ts';
import { findNavngitt, getTilstandVed, type Spraak, TILSTANDER, type Tilstandsnavn } from './tilstander.ts';

const KRR = 0x4b_52_52;
const ALDERSGRENSE = 13;
const ANDEL_MED_SPRAAK = 0.01;
const SPRAAK: readonly Spraak[] = ['nb', 'nn', 'en', 'se'];

export type Krrbok = { getGrunnlag(nummer: string): Krrgrunnlag };

/** `naa` is the simulator's clock in milliseconds: it decides who is old enough. */
export function createKrrbok(befolkning: Befolkning, froe: number, naa: () => number): Krrbok {
  return {
    getGrunnlag(nummer) {
      const person = befolkning.findPerson(nummer);
      const eget = hash(froe, person ?? 0, KRR);
      const navngitt = findNavngitt(nummer);
      if (navngitt) return { nummer, tilstand: navngitt.tilstand, spraak: navngitt.spraak, froe: eget };
      const tilstand =
        person === undefined
          ? 'ikke-registrert'
          : getTilstand(befolkning.getDokument(person), nummer, eget, naa());
      const harValgt = TILSTANDER[tilstand].status === 'AKTIV' && toAndel(hash(eget, 6)) < ANDEL_MED_SPRAAK;
      return {
        nummer,
        tilstand,
        spraak: harValgt ? toElement(hash(eget, 7), SPRAAK) : undefined,
        froe: eget,
      };
    },
  };
}

function getTilstand(dokument: Persondokument, nummer: string, eget: number, naa: number): Tilstandsnavn {
  const gjeldende = (egenskap: string, felt: string) =>
    listElementer(dokument, egenskap)
      .filter(({ erGjeldende }) => erGjeldende === true)
      .map((element) => getTekst(element, felt));
  if (!gjeldende('identifikasjonsnummer', 'foedselsEllerDNummer').includes(nummer)) return 'ikke-registrert';
  const foedselsaar = Number(gjeldende('foedsel', 'foedselsaar')[0]);
  if (new Date(naa).getUTCFullYear() - foedselsaar < ALDERSGRENSE) return 'ikke-registrert';
  const trukket = getTilstandVed(toAndel(hash(eget, 8)));
  const erDoed = gjeldende('status', 'status').includes('doed');
  return erDoed && TILSTANDER[trukket].status === 'AKTIV' ? 'slettet' : trukket;
}

/** Fills the skeleton of a whole population: families block by block, then numbers in the same order. */
import { createNummertildeling } from './nummertildeling.ts';
import { at, createSkjelett, draw, EMNE, getKjoenn, getSlag, type Skjelett, SLEKT } from './skjelett.ts';
import { createSlekt } from './slekt.ts';
import { toAndel } from './tilfeldig.ts';

/** Share of immigrants that had a d-number first, and of everybody with the number of a dublett. Assumptions. */
const ANDEL_TIDLIGERE_DNUMMER = 0.3;
const ANDEL_DUBLETT = 0.002;

/**
 * The skeleton of `antall` persons of which the first `reservert.length` are the scenario persons, whose numbers are
 * given. A person's facts depend on the seed and her index only, not on how many come after her block.
 */
export function createPersoner(
  froe: number,
  antall: number,
  reservert: readonly number[],
  opptatt: ReadonlySet<number>,
): Skjelett {
  const s = createSkjelett(froe, antall, reservert.length);
  s.nummer.set(reservert);
  for (let start = s.foerste; start < antall; start += SLEKT) createSlekt(s, start);
  const createNummer = createNummertildeling(opptatt);
  for (let p = s.foerste; p < antall; p++) {
    const kjoenn = getKjoenn(s, p);
    const slag = getSlag(s, p);
    const h = toAndel(draw(s, p, EMNE.identitet));
    const tildelt = createNummer(at(s.foedt, p), slag === 'dnummer' ? 'dNummer' : 'foedselsnummer', kjoenn);
    s.nummer[p] = tildelt.nummer;
    s.foedt[p] = tildelt.foedselsdag;
    const hasDnummer = slag === 'innvandret' && h < ANDEL_TIDLIGERE_DNUMMER;
    if (hasDnummer || (slag === 'vanlig' && h < ANDEL_DUBLETT)) {
      const serie = hasDnummer ? 'dNummer' : 'foedselsnummer';
      s.tidligereNummer.set(p, createNummer(at(s.foedt, p), serie, kjoenn).nummer);
    }
  }
  return s;
}

/** Names, citizenship, protection, corrections, and two persons found to be one. */
import { listElementer } from '../../befolkning/dokumentlesing.ts';
import { at, getSlag } from '../../befolkning/skjelett.ts';
import { hash, toAndel, toHeltall } from '../../befolkning/tilfeldig.ts';
import { FORTROLIG, STRENGT_FORTROLIG } from '../endringer/beskyttelse.ts';
import { toHjemargument } from '../hjem.ts';
import { findGjeldende, findHjem, getGradering, getStatus, isGjeldende } from '../lesing.ts';
import { hasDelteBarnUtenfor } from './familie.ts';
import { isMindreaarig, listHusstand } from './husstand.ts';
import type { Plan } from './plan.ts';

const ANDEL_STRENGT = 0.25;
const FORSOEK_PAA_DUBLETT = 400;
const STOERSTE_ALDERSFORSKJELL_DAGER = 1500;
const MIDLERTIDIG = new Set(['midlertidig', 'ikkeBosatt']);
const LEVENDE = new Set(['bosatt', 'utflyttet', 'midlertidig', 'ikkeBosatt', 'inaktiv']);

export const planNavneendring: Plan = (g, person) => {
  const dokument = g.getDokument(person);
  if (getStatus(dokument) !== 'bosatt' || isMindreaarig(g, { person, dokument })) return undefined;
  return [{ person, slag: 'navneendring', argument: 0 }];
};

export const planRettetNavn: Plan = (g, person) =>
  LEVENDE.has(getStatus(g.getDokument(person))) ? [{ person, slag: 'rettetNavn', argument: 0 }] : undefined;

export const planRettetFoedselsdato: Plan = (g, person) => {
  const dokument = g.getDokument(person);
  const harDato = typeof findGjeldende(dokument, 'foedsel')?.foedselsdato === 'string';
  if (!harDato || !LEVENDE.has(getStatus(dokument))) return undefined;
  return [{ person, slag: 'rettetFoedselsdato', argument: 0 }];
};

export const planStatsborgerskap: Plan = (g, person) => {
  const dokument = g.getDokument(person);
  const naavaerende = listElementer(dokument, 'statsborgerskap').filter(isGjeldende);
  const erNorsk = naavaerende.some((e) => e.statsborgerskap === 'NOR');
  if (erNorsk || naavaerende.length === 0 || getStatus(dokument) !== 'bosatt') return undefined;
  return [{ person, slag: 'statsborgerskap', argument: 0 }];
};

/** Everybody who lives in a protected home is protected alike. `niva` undefined leaves the level to chance. */
export function createBeskyttelsesplan(niva?: number): Plan {
  return (g, person) => {
    const husstand = listHusstand(g, person);
    const kanBeskyttes = husstand.every(
      ({ dokument }) => findHjem(dokument) !== undefined && getGradering(dokument) === 'ugradert',
    );
    if (!kanBeskyttes || hasDelteBarnUtenfor(g, husstand)) return undefined;
    const trukket = toAndel(hash(g.h, 20)) < ANDEL_STRENGT ? STRENGT_FORTROLIG : FORTROLIG;
    return husstand.map((medlem) => ({
      person: medlem.person,
      slag: 'beskyttet',
      argument: niva ?? trukket,
    }));
  };
}

export const planBeskyttelseOpphevet: Plan = (g, person) => {
  const husstand = listHusstand(g, person).filter(({ dokument }) => getGradering(dokument) !== 'ugradert');
  if (husstand.length === 0 || findHjem(g.getDokument(person)) === undefined) return undefined;
  const argument = toHjemargument(person, hash(g.h, 21));
  return husstand.map((medlem) => ({ person: medlem.person, slag: 'beskyttelseOpphevet', argument }));
};

export const planDnummerInaktivt: Plan = (g, person) =>
  MIDLERTIDIG.has(getStatus(g.getDokument(person)))
    ? [{ person, slag: 'dnummerInaktivt', argument: 0 }]
    : undefined;

/** One with a d-number turns out to be another: the person ends, and her number leads to the other. */
export const planDublett: Plan = (g, person) => {
  const { s } = g;
  if (person < s.foerste || getSlag(s, person) !== 'dnummer') return undefined;
  const dokument = g.getDokument(person);
  if (!LEVENDE.has(getStatus(dokument)) || listElementer(dokument, 'identifikasjonsnummer').length > 1)
    return undefined;
  for (let nr = 0; nr < FORSOEK_PAA_DUBLETT; nr++) {
    const annen = toHeltall(hash(g.h, 22, nr), s.foerste, s.antall - 1);
    if (annen === person || getSlag(s, annen) !== 'dnummer' || at(s.kjoenn, annen) !== at(s.kjoenn, person))
      continue;
    if (Math.abs(at(s.foedt, annen) - at(s.foedt, person)) > STOERSTE_ALDERSFORSKJELL_DAGER) continue;
    if (!LEVENDE.has(getStatus(g.getDokument(annen)))) continue;
    return [
      { person, slag: 'dublettOpphoert', argument: annen },
      { person: annen, slag: 'dublettViderefoert', argument: person },
    ];
  }
  return undefined;
};

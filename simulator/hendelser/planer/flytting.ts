/** People move, go abroad and come back. */
import { hash } from '../../befolkning/tilfeldig.ts';
import { toHjemargument } from '../hjem.ts';
import { findHjem, getGradering, getStatus, listRelaterte } from '../lesing.ts';
import { createFlyttinger, isMindreaarig, listFlyttere, listHusstand } from './husstand.ts';
import { listMedlemmer, type Plan } from './plan.ts';

/** The household moves together; a child does not move by herself. */
export const planFlytting: Plan = (g, person) => {
  const dokument = g.getDokument(person);
  if (findHjem(dokument) === undefined || getGradering(dokument) === 'strengtFortrolig') return undefined;
  const flyttere = listFlyttere(g, person);
  if (flyttere.every((medlem) => isMindreaarig(g, medlem))) return undefined;
  return createFlyttinger(g, flyttere, toHjemargument(person, hash(g.h, 1)));
};

/** Assumption: only households of adults without children under 18 go abroad. */
export const planUtflytting: Plan = (g, person) => {
  const dokument = g.getDokument(person);
  if (findHjem(dokument) === undefined || getGradering(dokument) !== 'ugradert') return undefined;
  const husstand = listHusstand(g, person);
  const barn = husstand.flatMap((medlem) => listMedlemmer(g, listRelaterte(medlem.dokument, 'barn')));
  if ([...husstand, ...barn].some((medlem) => isMindreaarig(g, medlem))) return undefined;
  return husstand.map((medlem) => ({ person: medlem.person, slag: 'utflytting', argument: hash(g.h, 2) }));
};

export const planInnflytting: Plan = (g, person) => {
  if (getStatus(g.getDokument(person)) !== 'utflyttet') return undefined;
  return [{ person, slag: 'innflytting', argument: toHjemargument(person, hash(g.h, 3)) }];
};

/** The register was wrong about the number of the flat, for all who live there. */
export const planRettetBosted: Plan = (g, person) => {
  const dokument = g.getDokument(person);
  const hjem = findHjem(dokument);
  if (hjem === undefined || hjem === 'skjult' || hjem.startsWith('ukjent')) return undefined;
  const argument = hash(g.h, 4);
  return listHusstand(g, person).map((medlem) => ({ person: medlem.person, slag: 'rettetBosted', argument }));
};

export const planPostadresse: Plan = (g, person) => {
  const dokument = g.getDokument(person);
  const status = getStatus(dokument);
  const erHer = status === 'bosatt' && getGradering(dokument) !== 'strengtFortrolig';
  if (!erHer && status !== 'utflyttet' && status !== 'midlertidig') return undefined;
  return [{ person, slag: 'postadresse', argument: 0 }];
};

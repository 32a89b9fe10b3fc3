/** What hendelser depend on, read from a document. */
import type { Persondokument } from '../befolkning/befolkning.ts';
import { parseDag, toDag } from '../befolkning/dato.ts';
import { getObjekt, getTekst, listElementer } from '../befolkning/dokumentlesing.ts';
import type { Innhold } from '../befolkning/element.ts';
import { toAlder } from '../befolkning/person.ts';

export const isGjeldende = (oppfoering: Innhold): boolean => oppfoering.erGjeldende === true;

export function findGjeldende(dokument: Persondokument, egenskap: string): Innhold | undefined {
  return listElementer(dokument, egenskap).find(isGjeldende);
}

/** A field of the current entry, or '' when there is none. */
export function getGjeldendeTekst(dokument: Persondokument, egenskap: string, felt: string): string {
  return getTekst(findGjeldende(dokument, egenskap) ?? {}, felt);
}

export const getStatus = (dokument: Persondokument): string =>
  getGjeldendeTekst(dokument, 'status', 'status');

export function getGradering(dokument: Persondokument): string {
  return getGjeldendeTekst(dokument, 'adressebeskyttelse', 'graderingsnivaa') || 'ugradert';
}

/** Whole years on a day; by 1 January when only the year of birth is known, and 0 when not even that is. */
export function getAlder(dokument: Persondokument, dag: number): number {
  const foedsel = findGjeldende(dokument, 'foedsel') ?? {};
  const dato = getTekst(foedsel, 'foedselsdato');
  if (dato !== '') return toAlder(parseDag(dato), dag);
  const aar = Number(getTekst(foedsel, 'foedselsaar'));
  return aar > 0 ? toAlder(toDag(aar, 1, 1), dag) : 0;
}

/** The numbers of those to whom the person now stands in such a relation; `roller` are theirs. */
export function listRelaterte(dokument: Persondokument, ...roller: string[]): string[] {
  return listElementer(dokument, 'familierelasjon')
    .filter((e) => isGjeldende(e) && roller.includes(getTekst(e, 'relatertPersonsRolle')))
    .map((e) => getTekst(e, 'relatertPerson'))
    .filter((nummer) => nummer !== '');
}

/**
 * The home as a text that those who live together share: the map's key, the unknown one of a municipality, or that
 * nobody is told; undefined for who lives nowhere in Norway.
 */
export function findHjem(dokument: Persondokument): string | undefined {
  if (getStatus(dokument) !== 'bosatt') return undefined;
  const bosted = findGjeldende(dokument, 'bostedsadresse');
  if (bosted === undefined) return getGradering(dokument) === 'strengtFortrolig' ? 'skjult' : undefined;
  const noekkel = getTekst(bosted, 'adresseIdentifikatorFraMatrikkelen');
  if (noekkel === '') return `ukjent ${getTekst(getObjekt(bosted, 'ukjentBosted'), 'bostedskommune')}`;
  return noekkel + getTekst(getObjekt(bosted, 'vegadresse'), 'bruksenhetsnummer');
}

/** The municipality number of the current home, or undefined. */
export function findKommunenummer(dokument: Persondokument): string | undefined {
  const bosted = findGjeldende(dokument, 'bostedsadresse') ?? {};
  const nummer =
    getTekst(getObjekt(bosted, 'vegadresse'), 'kommunenummer') ||
    getTekst(getObjekt(getObjekt(bosted, 'matrikkeladresse'), 'matrikkelnummer'), 'kommunenummer') ||
    getTekst(getObjekt(bosted, 'ukjentBosted'), 'bostedskommune');
  return nummer || undefined;
}

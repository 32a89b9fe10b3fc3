/**
 * The population: people that are a pure function of the seed, found by index look-ups only. README.md in this folder
 * says how people are made and lists the scenario persons.
 */
import type { Befolkning, EntydigKriterier, Persondokument } from './befolkning.ts';
import { toDag } from './dato.ts';
import { getTekst, listElementer } from './dokumentlesing.ts';
import { findPersonFraKode } from './fremmednummer.ts';
import { type Befolkningsvalg, createGrunnbefolkning, type Grunnbefolkning } from './grunnbefolkning.ts';
import { SCENARIOER } from './scenarioer/scenarioer.ts';
import { at, type Skjelett } from './skjelett.ts';
import { createNavneindeks } from './soek/navneindeks.ts';
import { isTreff, listSoekteEgenskaper } from './soek/treff.ts';

/** Where the documents of now come from when things happen to people. */
export type Dokumentkilde = {
  findPerson(nummer: string): number | undefined;
  /** The document as of now; with `bare` at least those egenskaper. */
  getDokument(person: number, bare?: ReadonlySet<string>): Persondokument;
};

/** Makes a population to which nothing happens. Throws as `createGrunnbefolkning`. */
export function createBefolkning(valg: Befolkningsvalg): Befolkning {
  const grunn = createGrunnbefolkning(valg);
  return createBefolkningMed(grunn, { findPerson: grunn.findPerson, getDokument: grunn.createDokument });
}

/** The population over its ground: `kilde` tells how everybody is now. */
export function createBefolkningMed(grunn: Grunnbefolkning, kilde: Dokumentkilde): Befolkning {
  const { skjelett, scenariodokumenter } = grunn;
  const { froe, antall } = skjelett;
  const navneindeks = createNavneindeks(skjelett, scenariodokumenter);
  const fremmedeScenarionumre = listFremmedeNumre(scenariodokumenter);

  const listMedFremmednummer = (nummer: string): number[] => {
    const person = findPersonFraKode(froe, antall, nummer);
    return [
      ...(fremmedeScenarionumre.get(nummer) ?? []),
      ...(person === undefined || person < skjelett.foerste ? [] : [person]),
    ];
  };

  const listKandidater = (kriterier: EntydigKriterier): number[] => {
    if (kriterier.identifikasjonsnummer !== undefined) {
      const person = kilde.findPerson(kriterier.identifikasjonsnummer);
      return person === undefined ? [] : [person];
    }
    const fremmed =
      kriterier.legitimasjonsdokument ??
      kriterier.utenlandskpersonidentifikasjon ??
      kriterier.utlendingsmyndighetenesIdentifikasjonsnummer;
    if (fremmed !== undefined) return listMedFremmednummer(fremmed);
    if (kriterier.navn !== undefined)
      return navneindeks.listKandidater(kriterier.navn, kriterier.soekFonetisk);
    throw new RangeError('Et entydig søk må ha et navn eller en identifikator.');
  };

  const findEntydig = (kriterier: EntydigKriterier): number[] => {
    const treff: number[] = [];
    const egenskaper = listSoekteEgenskaper(kriterier);
    for (const person of listKandidater(kriterier)) {
      if (!canHaFoedselsdato(skjelett, person, kriterier.foedselsdato)) continue;
      if (isTreff(kilde.getDokument(person, egenskaper), kriterier)) treff.push(person);
      if (treff.length === 2) break;
    }
    return treff;
  };

  const scenariopersoner = SCENARIOER.map(({ navn, nummer, beskrivelse }) => ({ navn, nummer, beskrivelse }));
  return {
    antall,
    scenariopersoner,
    findPerson: kilde.findPerson,
    getDokument: (person) => kilde.getDokument(person),
    findEntydig,
  };
}

/** Sorts out most candidates without their documents, where the date may differ by a day from the skeleton's. */
function canHaFoedselsdato(skjelett: Skjelett, person: number, soekt: string | undefined): boolean {
  if (soekt === undefined || person < skjelett.foerste) return true;
  const soektDag = toDag(Number(soekt.slice(0, 4)), Number(soekt.slice(4, 6)), Number(soekt.slice(6, 8)));
  return Math.abs(at(skjelett.foedt, person) - soektDag) <= 1;
}

/** The scenario persons' numbers from other authorities, as a search writes them. */
function listFremmedeNumre(dokumenter: readonly Persondokument[]): Map<string, number[]> {
  const perNummer = new Map<string, number[]>();
  const add = (nummer: string, person: number) =>
    perNummer.set(nummer, [...(perNummer.get(nummer) ?? []), person]);
  for (const [person, dokument] of dokumenter.entries()) {
    for (const e of listElementer(dokument, 'utenlandskPersonidentifikasjon')) {
      add(`${getTekst(e, 'utstederland')}-${getTekst(e, 'identifikasjonsnummer')}`, person);
    }
    for (const e of listElementer(dokument, 'legitimasjonsdokument')) {
      add(`${getTekst(e, 'utstederland')}-${getTekst(e, 'identifikasjonsdokumentnummer')}`, person);
    }
    for (const e of listElementer(dokument, 'utlendingsmyndighetenesIdentifikasjonsnummer')) {
      add(getTekst(e, 'identifikasjonsnummer'), person);
    }
  }
  return perNummer;
}

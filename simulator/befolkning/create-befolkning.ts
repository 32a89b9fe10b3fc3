/**
 * The population: people that are a pure function of the seed, found by index look-ups only. README.md in this folder
 * says how people are made and lists the scenario persons.
 */
import type { Befolkning } from './befolkning.ts';
import { type Befolkningsvalg, createGrunnbefolkning, type Grunnbefolkning } from './grunnbefolkning.ts';
import { SCENARIOER } from './scenarioer/scenarioer.ts';
import { createSoek, type Dokumentkilde, type Soek } from './soek/create-soek.ts';

/** Makes a population to which nothing happens. Throws as `createGrunnbefolkning`. */
export function createBefolkning(valg: Befolkningsvalg): Befolkning {
  const grunn = createGrunnbefolkning(valg);
  const kilde = { findPerson: grunn.findPerson, getDokument: grunn.createDokument };
  return createBefolkningMed(grunn, kilde, createSoek(grunn, kilde));
}

/** The population over its ground: `kilde` tells how everybody is now, and `soek` finds them as they are now. */
export function createBefolkningMed(grunn: Grunnbefolkning, kilde: Dokumentkilde, soek: Soek): Befolkning {
  return {
    antall: grunn.skjelett.antall,
    scenariopersoner: SCENARIOER.map(({ navn, nummer, beskrivelse }) => ({ navn, nummer, beskrivelse })),
    findPerson: kilde.findPerson,
    getDokument: (person, bare) => kilde.getDokument(person, bare),
    getNummer: soek.getNummer,
    findEntydig: soek.findEntydig,
    listSoek: soek.listSoek,
    listUttrekk: soek.listUttrekk,
  };
}

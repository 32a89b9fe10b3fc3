/**
 * The population: people that are a pure function of the seed, found by index look-ups only. README.md in this folder
 * says how people are made and lists the scenario persons.
 */
import type { Befolkning, EntydigKriterier, Persondokument } from './befolkning.ts';
import { createPersoner } from './create-personer.ts';
import { toDag } from './dato.ts';
import { createDokument } from './dokument.ts';
import { getTekst, listElementer } from './dokumentlesing.ts';
import { findPersonFraKode } from './fremmednummer.ts';
import { SCENARIOER } from './scenarioer/scenarioer.ts';
import { at, type Skjelett } from './skjelett.ts';
import { createNavneindeks } from './soek/navneindeks.ts';
import { createNummerindeks } from './soek/nummerindeks.ts';
import { isTreff, listSoekteEgenskaper } from './soek/treff.ts';
import { TELLEDAG } from './telledag.ts';

const MAKS_ANTALL = 6_000_000;

/**
 * Makes a population of `antall` persons (scenario persons included) from the seed `froe`. `naa` is the simulator's
 * clock at start: it decides ages, not who exists. Throws RangeError when `antall` does not hold the scenario persons
 * or is over 6 000 000, and when `naa` is before 2026-01-01.
 */
export function createBefolkning({
  froe,
  antall,
  naa,
}: {
  froe: number;
  antall: number;
  naa: Date;
}): Befolkning {
  if (antall < SCENARIOER.length || antall > MAKS_ANTALL) {
    throw new RangeError(`Antall personer må være fra ${SCENARIOER.length} til ${MAKS_ANTALL}.`);
  }
  const naaDag = Math.floor(naa.getTime() / 86_400_000);
  if (!(naaDag >= TELLEDAG)) throw new RangeError('Simulatorens tid kan ikke være før 1. januar 2026.');
  const dokumenter = SCENARIOER.map((scenario) => scenario.createDokument(naaDag));
  const scenarionumre = listScenarionumre(dokumenter);
  const skjelett = createPersoner(
    froe,
    antall,
    SCENARIOER.map(({ nummer }) => Number(nummer)),
    new Set(scenarionumre.map(([nummer]) => nummer)),
  );
  const ekstra = [
    ...scenarionumre,
    ...[...skjelett.tidligereNummer].map(([p, nummer]) => [nummer, p] as const),
  ];
  const findNummer = createNummerindeks(skjelett.nummer, ekstra);
  const navneindeks = createNavneindeks(skjelett, dokumenter);
  const fremmedeScenarionumre = listFremmedeNumre(dokumenter);

  const findPerson = (nummer: string) => (/^\d{11}$/.test(nummer) ? findNummer(Number(nummer)) : undefined);

  const getDokument = (person: number): Persondokument => {
    if (!Number.isInteger(person) || person < 0 || person >= antall)
      throw new RangeError('Ingen person med denne indeksen.');
    return SCENARIOER[person]?.createDokument(naaDag) ?? createDokument(skjelett, person, naaDag);
  };

  const listMedFremmednummer = (nummer: string): number[] => {
    const person = findPersonFraKode(froe, antall, nummer);
    return [
      ...(fremmedeScenarionumre.get(nummer) ?? []),
      ...(person === undefined || person < skjelett.foerste ? [] : [person]),
    ];
  };

  const listKandidater = (kriterier: EntydigKriterier): number[] => {
    if (kriterier.identifikasjonsnummer !== undefined) {
      const person = findPerson(kriterier.identifikasjonsnummer);
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
      const dokument =
        SCENARIOER[person]?.createDokument(naaDag) ?? createDokument(skjelett, person, naaDag, egenskaper);
      if (isTreff(dokument, kriterier)) treff.push(person);
      if (treff.length === 2) break;
    }
    return treff;
  };

  const scenariopersoner = SCENARIOER.map(({ navn, nummer, beskrivelse }) => ({ navn, nummer, beskrivelse }));
  return { antall, scenariopersoner, findPerson, getDokument, findEntydig };
}

/** Sorts out most candidates without their documents, where the date may differ by a day from the skeleton's. */
function canHaFoedselsdato(skjelett: Skjelett, person: number, soekt: string | undefined): boolean {
  if (soekt === undefined || person < skjelett.foerste) return true;
  const soektDag = toDag(Number(soekt.slice(0, 4)), Number(soekt.slice(4, 6)), Number(soekt.slice(6, 8)));
  return Math.abs(at(skjelett.foedt, person) - soektDag) <= 1;
}

/** Every number a scenario person has or had, with the person's index. */
function listScenarionumre(
  dokumenter: readonly Persondokument[],
): (readonly [nummer: number, person: number])[] {
  return dokumenter.flatMap((dokument, person) =>
    listElementer(dokument, 'identifikasjonsnummer').map(
      (e) => [Number(getTekst(e, 'foedselsEllerDNummer')), person] as const,
    ),
  );
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

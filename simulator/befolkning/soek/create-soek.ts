/**
 * The searches over the population: entydig søk, søk and the selection of an uttrekk. An index gives candidates; what
 * it cannot decide, the document does.
 */
import type {
  Befolkning,
  EntydigKriterier,
  Persondokument,
  Soekekriterier,
  Uttrekksutvalg,
} from '../befolkning.ts';
import { toDag } from '../dato.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import { findPersonFraKode } from '../fremmednummer.ts';
import type { Grunnbefolkning } from '../grunnbefolkning.ts';
import { at, type Skjelett } from '../skjelett.ts';
import { toEntydigKrav } from './adressekrav.ts';
import { createNavneindeks } from './navneindeks.ts';
import { isSoektreff, isUttrekkstreff } from './proeve/dokumentsoek.ts';
import { isTreff, listSoekteEgenskaper } from './treff.ts';

/** Where the documents of now come from when things happen to people. */
export type Dokumentkilde = {
  findPerson(nummer: string): number | undefined;
  /** The document as of now; with `bare` at least those egenskaper. */
  getDokument(person: number, bare?: ReadonlySet<string>): Persondokument;
};

export type Soek = Pick<Befolkning, 'findEntydig' | 'listSoek' | 'listUttrekk'> & {
  /**
   * To be called after every hendelse that changes navn, addresses and their protection, status, kjoenn, foedsel,
   * doedsfall, sivilstand or statsborgerskap; `dokument` is the whole document after it.
   */
  oppdater(person: number, dokument: Persondokument): void;
};

/** Makes the indexes of everybody as in `grunn`; `kilde` tells how they are when a search is made. */
export function createSoek(grunn: Grunnbefolkning, kilde: Dokumentkilde): Soek {
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

  const listTreff = (isPasser: (dokument: Persondokument) => boolean): number[] =>
    Array.from({ length: antall }, (_, person) => person).filter((person) =>
      isPasser(kilde.getDokument(person)),
    );

  return {
    findEntydig(kriterier) {
      const treff: number[] = [];
      const krav = toEntydigKrav(kriterier);
      const egenskaper = listSoekteEgenskaper(krav !== undefined);
      for (const person of listKandidater(kriterier)) {
        if (!canHaFoedselsdato(skjelett, person, kriterier.foedselsdato)) continue;
        if (isTreff(kilde.getDokument(person, egenskaper), kriterier, krav)) treff.push(person);
        if (treff.length === 2) break;
      }
      return treff;
    },
    listSoek: (kriterier: Soekekriterier, grense) =>
      listTreff((dokument) => isSoektreff(dokument, kriterier)).slice(0, grense + 1),
    listUttrekk: (utvalg: Uttrekksutvalg) => listTreff((dokument) => isUttrekkstreff(dokument, utvalg)),
    oppdater: () => {},
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

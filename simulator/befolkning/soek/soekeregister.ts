/**
 * Everything that is known for searching: columns of how each person is now, and indexes from places, words and days to
 * persons. Made from the skeleton without documents, which tests hold to the same as the documents say; scenario persons
 * and everybody to whom something has happened are read from theirs.
 */
import type { Persondokument } from '../befolkning.ts';
import { parseDag, toDag, toKalenderdag } from '../dato.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import type { Innhold } from '../element.ts';
import type { Grunnbefolkning } from '../grunnbefolkning.ts';
import { listNavn } from '../navn.ts';
import { at, type Skjelett } from '../skjelett.ts';
import { createFoedselsindeks, type Foedselsindeks } from './foedselsindeks.ts';
import {
  BARE_AAR,
  createKoder,
  createKolonner,
  DAG_NULL,
  DOEDSAAR_NULL,
  DOKUMENT,
  INTET_STED,
  KJOENN,
  KJOENNSKIFT,
  KLIENT,
  type Koder,
  type Kolonner,
  NAVN,
  VERNET,
} from './kolonner.ts';
import { createNavneindeks, type Navneindeks } from './navneindeks.ts';
import { createRadbygger, type Rader } from './rader.ts';
import { createSkjelettleser } from './skjelettleser.ts';
import { ADRESSESLAG, isVernet, listAdresser, listOrd } from './soekbart.ts';
import { createSteder, type Steder } from './steder.ts';

/** Addresses that a person has had, on average: what room is made for. */
const TIDLIGERE_PER_PERSON = 5;
const GJELDENDE_PER_PERSON = 1.1;

export type Soekeregister = {
  antall: number;
  kolonner: Kolonner;
  koder: Koder;
  steder: Steder;
  gjeldende: Rader;
  tidligere: Rader;
  navn: Navneindeks;
  foedte: Foedselsindeks;
  /** Reads the person anew from her whole document. */
  oppdater(person: number, dokument: Persondokument): void;
};

type Radmottaker = { add(sted: number, hus: number, person: number, slag: number): void };

export function createSoekeregister(grunn: Grunnbefolkning): Soekeregister {
  const { skjelett: s, scenariodokumenter } = grunn;
  const kolonner = createKolonner(s.antall);
  const koder = createKoder();
  const steder = createSteder();
  const gjeldende = createRadbygger(Math.ceil(s.antall * GJELDENDE_PER_PERSON));
  const tidligere = createRadbygger(Math.ceil(s.antall * TIDLIGERE_PER_PERSON));
  const navn = createNavneindeks(s);
  const skriver = createDokumentskriver(s, kolonner, koder, steder, navn);
  for (const [person, dokument] of scenariodokumenter.entries())
    skriver.write(person, dokument, gjeldende, tidligere);
  const leser = createSkjelettleser(grunn, { kolonner, koder, steder, gjeldende, tidligere });
  for (let person = s.foerste; person < s.antall; person++) leser.read(person);
  const gjeldendeRader = gjeldende.build();
  const tidligereRader = tidligere.build();
  const foedte = createFoedselsindeks(kolonner.foedselsdag);
  return {
    antall: s.antall,
    kolonner,
    koder,
    steder,
    gjeldende: gjeldendeRader,
    tidligere: tidligereRader,
    navn,
    foedte,
    oppdater(person, dokument) {
      const dag = at(kolonner.foedselsdag, person);
      skriver.write(person, dokument, gjeldendeRader, tidligereRader);
      const nyDag = at(kolonner.foedselsdag, person);
      if (nyDag !== dag) foedte.add(nyDag, person);
    },
  };
}

/** Writes what a document says into the columns and the indexes. */
function createDokumentskriver(s: Skjelett, k: Kolonner, koder: Koder, steder: Steder, navn: Navneindeks) {
  const writeFoedsel = (person: number, dokument: Persondokument): number => {
    const dato = getGjeldende(dokument, 'foedsel', 'foedselsdato');
    const aar = Number(getGjeldende(dokument, 'foedsel', 'foedselsaar'));
    const dag = dato !== '' ? parseDag(dato) : aar > 0 ? toDag(aar, 1, 1) : DAG_NULL;
    k.foedselsdag[person] = dag - DAG_NULL;
    return dato === '' ? BARE_AAR : 0;
  };

  const writeAdresser = (
    person: number,
    dokument: Persondokument,
    gjeldende: Radmottaker,
    tidligere: Radmottaker,
  ) => {
    k.sted[person] = INTET_STED;
    k.hus[person] = 0;
    const adresser = listAdresser(dokument, true);
    for (const { slag, kommunenummer, postnummer, gate, husnummer, ...adresse } of adresser) {
      const sted = steder.toSted(kommunenummer, postnummer, gate);
      const hus = koder.hus.toKode(husnummer);
      (adresse.gjeldende ? gjeldende : tidligere).add(sted, hus, person, ADRESSESLAG.indexOf(slag));
      if (slag !== 'bostedsadresse' || !adresse.gjeldende) continue;
      k.sted[person] = sted;
      k.hus[person] = hus;
    }
    return (isVernet(dokument) ? VERNET : 0) | (adresser.some((a) => a.klientadresse) ? KLIENT : 0);
  };

  const writeNavn = (person: number, dokument: Persondokument): number => {
    const elementer = listElementer(dokument, 'navn');
    if (person >= s.foerste && isEqualJson(elementer.map(toNavn), listNavn(s, person).map(toNavn))) return 0;
    for (const element of elementer)
      for (const ord of Object.values(toNavn(element)).flatMap(listOrd)) navn.add(ord, person);
    return NAVN;
  };

  return {
    write(person: number, dokument: Persondokument, gjeldende: Radmottaker, tidligere: Radmottaker) {
      const kjoenn = getGjeldende(dokument, 'kjoenn', 'kjoenn');
      const land = listElementer(dokument, 'statsborgerskap')
        .filter((e) => e.erGjeldende === true)
        .map((e) => getTekst(e, 'statsborgerskap'));
      k.merker[person] =
        koder.status.toKode(getGjeldende(dokument, 'status', 'status')) |
        ((kjoenn === 'kvinne' ? KJOENN.kvinne : kjoenn === 'mann' ? KJOENN.mann : 0) << KJOENNSKIFT) |
        writeFoedsel(person, dokument) |
        writeAdresser(person, dokument, gjeldende, tidligere) |
        writeNavn(person, dokument) |
        DOKUMENT;
      k.sivilstand[person] = koder.sivilstand.toKode(getGjeldende(dokument, 'sivilstand', 'sivilstand'));
      k.land[person] = koder.land.toKode(land[0] ?? '');
      k.annetLand[person] = koder.land.toKode(land[1] ?? '');
      const doedsdato = getTekst(listElementer(dokument, 'doedsfall')[0] ?? {}, 'doedsdato');
      k.doedsaar[person] = doedsdato === '' ? 0 : toKalenderdag(parseDag(doedsdato)).aar - DOEDSAAR_NULL;
    },
  };
}

/** A field of the current entry, or '' when there is none. */
function getGjeldende(dokument: Persondokument, egenskap: string, felt: string): string {
  return getTekst(listElementer(dokument, egenskap).find((e) => e.erGjeldende === true) ?? {}, felt);
}

function toNavn(navn: Innhold) {
  return {
    fornavn: getTekst(navn, 'fornavn'),
    mellomnavn: getTekst(navn, 'mellomnavn'),
    etternavn: getTekst(navn, 'etternavn'),
  };
}

const isEqualJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What searching needs of a person to whom nothing has happened, read from the skeleton: the same as her document would
 * say, in microseconds. `soekeregister.test.ts` holds the two to each other.
 */
import { getSisteGate, HUSBOKSTAVER, isMatrikkel, toBoligplass, toHus, toPoststed } from '../adresse.ts';
import { toKalenderdag } from '../dato.ts';
import { toGradering } from '../deler/adressebeskyttelse.ts';
import { createDeltBosted, isUkjentHjem, listBoperioder, listNummerdager } from '../deler/bostedsadresse.ts';
import { findDoedsdato, getFoedselsdag, getStatus } from '../deler/identitet.ts';
import { createOppholdsadresser } from '../deler/kontaktadresser.ts';
import { createStatsborgerskap } from '../deler/opphold.ts';
import { getSivilstand } from '../deler/sivilstand.ts';
import { getTekst } from '../dokumentlesing.ts';
import type { Innhold } from '../element.ts';
import { toGatenavn } from '../gatenavn.ts';
import type { Grunnbefolkning } from '../grunnbefolkning.ts';
import { getKommune, KOMMUNER, REFORM_2020, REFORM_2024, toKommunenummer } from '../kommuner.ts';
import { type Person, toPerson } from '../person.ts';
import { at } from '../skjelett.ts';
import { TELLEDAG } from '../telledag.ts';
import {
  BARE_AAR,
  DAG_NULL,
  DOEDSAAR_NULL,
  KJOENN,
  KJOENNSKIFT,
  KLIENT,
  type Koder,
  type Kolonner,
  NAVN,
  VERNET,
} from './kolonner.ts';
import type { Radbygger } from './rader.ts';
import { ADRESSESLAG, type Adresseslag, listAdresser, toStore } from './soekbart.ts';
import type { Steder } from './steder.ts';

const BOSTED = ADRESSESLAG.indexOf('bostedsadresse');
const UTEN_BOKSTAV = 0;

type Mottakere = {
  kolonner: Kolonner;
  koder: Koder;
  steder: Steder;
  gjeldende: Radbygger;
  tidligere: Radbygger;
};

/** Reads persons, one by one, into the columns and the rows. */
export function createSkjelettleser(
  { skjelett: s, naaDag }: Grunnbefolkning,
  { kolonner: k, koder, steder, gjeldende, tidligere }: Mottakere,
): { read(person: number): void } {
  const toSted = createStedstabell(steder);
  const toHuskode = createHustabell(koder);
  const norsk = koder.land.toKode('NOR');

  const readBosteder = (person: Person): number => {
    const { nr } = person;
    for (const { noekkel, fra, til, gjeldende: bor } of listBoperioder(person)) {
      const { h, plass, gate } = toBoligplass(s, nr, noekkel);
      const kommune = getKommune(plass);
      if (bor && isUkjentHjem(s, noekkel)) {
        const sted = steder.toSted(toKommunenummer(kommune, TELLEDAG), '', '');
        gjeldende.add(sted, 0, nr, BOSTED);
        k.sted[nr] = sted;
        continue;
      }
      const hus = isMatrikkel(kommune, h) ? 0 : toHuskode(h);
      let erGjeldende = bor;
      for (const dag of listNummerdager(kommune, fra, til)) {
        const sted = toSted(plass, gate, dag);
        (erGjeldende ? gjeldende : tidligere).add(sted, hus, nr, BOSTED);
        if (erGjeldende) {
          k.sted[nr] = sted;
          k.hus[nr] = hus;
        }
        erGjeldende = false;
      }
    }
    if (person.beskyttelse !== 'ugradert') return VERNET;
    const harBosted = person.bosteder.length > 0 && person.bortedag === undefined;
    return harBosted && toGradering(person, true) === 'klientadresse' ? KLIENT : 0;
  };

  /** The rare ones are read from their part of the document. */
  const readAndreAdresser = (nr: number, slag: Adresseslag, elementer: Innhold[]) => {
    if (elementer.length === 0) return;
    for (const adresse of listAdresser({ [slag]: elementer }, true)) {
      const sted = steder.toSted(adresse.kommunenummer, adresse.postnummer, adresse.gate);
      gjeldende.add(sted, koder.hus.toKode(adresse.husnummer), nr, ADRESSESLAG.indexOf(slag));
    }
  };

  const readStatsborgerskap = (person: Person) => {
    const { nr } = person;
    k.land[nr] = norsk;
    if (person.slag !== 'innvandret' && person.slag !== 'dnummer') return;
    const land = createStatsborgerskap(person).filter((e) => e.erGjeldende === true);
    k.land[nr] = koder.land.toKode(getTekst(land[0] ?? {}, 'statsborgerskap'));
    k.annetLand[nr] = koder.land.toKode(getTekst(land[1] ?? {}, 'statsborgerskap'));
  };

  return {
    read(nr) {
      const person = toPerson(s, nr, naaDag);
      k.sivilstand[nr] = koder.sivilstand.toKode(getSivilstand(person));
      const status = koder.status.toKode(getStatus(person));
      if (person.slag === 'opphoert') {
        k.merker[nr] = status | BARE_AAR | NAVN;
        return;
      }
      const kjoenn = at(s.kjoenn, nr) === 0 ? KJOENN.kvinne : KJOENN.mann;
      k.merker[nr] = status | (kjoenn << KJOENNSKIFT) | readBosteder(person);
      k.foedselsdag[nr] = getFoedselsdag(person) - DAG_NULL;
      const doedsdag = findDoedsdato(person);
      if (doedsdag !== undefined) k.doedsaar[nr] = toKalenderdag(doedsdag).aar - DOEDSAAR_NULL;
      readStatsborgerskap(person);
      readAndreAdresser(nr, 'oppholdsadresse', createOppholdsadresser(person));
      readAndreAdresser(nr, 'deltBosted', createDeltBosted(person));
    },
  };
}

/** The place of a street on a day, from a table: its municipality number has had at most three values. */
function createStedstabell(steder: Steder): (plass: number, gate: number, dag: number) => number {
  const foerste: number[] = [];
  let antall = 0;
  for (const kommune of KOMMUNER) {
    foerste.push(antall);
    antall += getSisteGate(kommune) + 1;
  }
  const tabell = new Uint32Array(antall * 3);
  return (plass, gate, dag) => {
    const tid = dag >= REFORM_2024 ? 0 : dag >= REFORM_2020 ? 1 : 2;
    const i = (at(foerste, plass) + gate) * 3 + tid;
    const kjent = at(tabell, i);
    if (kjent !== 0) return kjent;
    const nummer = toKommunenummer(getKommune(plass), dag);
    const sted = steder.toSted(nummer, toPoststed(plass, gate).postnummer, toStore(toGatenavn(plass, gate)));
    tabell[i] = sted;
    return sted;
  };
}

/** The code of a house from the hash of its home, from a table. */
function createHustabell(koder: Koder): (h: number) => number {
  const tabell: (number | undefined)[] = [];
  const bokstaver: readonly string[] = HUSBOKSTAVER;
  return (h) => {
    const { husnummer, husbokstav } = toHus(h);
    const bokstav = husbokstav === undefined ? UTEN_BOKSTAV : bokstaver.indexOf(husbokstav) + 1;
    const i = husnummer * (bokstaver.length + 1) + bokstav;
    const kjent = tabell[i];
    if (kjent !== undefined) return kjent;
    const kode = koder.hus.toKode(husnummer + (husbokstav ?? ''));
    tabell[i] = kode;
    return kode;
  };
}

/**
 * `personer/bulkoppslag`: up to 1000 numbers at once (freg-contract.md section 1.2 no 2 and the text on somBestilt).
 * Without somBestilt the order is not the request's, duplicates collapse and unknown numbers are missing; with it
 * every number has its row, in order, and unknown or ended ones have a feilmelding.
 */
import type { Deler } from '../../kontrakt/deler.ts';
import { AVSLAG } from '../../kontrakt/feilmeldinger.ts';
import type { Element } from '../../kontrakt/feltregler.ts';
import { readListe } from '../read-liste.ts';
import { type Svar, toAvslag, toData } from '../svar.ts';
import { findDeler, getPersonNaa, type Tjenestekall } from '../tjenestekall.ts';

const UKJENT = { feilmelding: AVSLAG.ukjentPerson.tekst };

export function listBulkoppslag(kall: Tjenestekall): Svar {
  const numre = readListe(kall, 'foedselsEllerDNummer');
  if (!numre) return toAvslag(AVSLAG.ugyldigInput);
  const deler = findDeler(kall);
  if (!deler) return toAvslag(AVSLAG.ugyldigPart);
  const oppslag =
    kall.query.get('somBestilt') === 'true'
      ? listSomBestilt(kall, deler, numre)
      : listUordnet(kall, deler, numre);
  return toData('personBulkoppslagResponse', { oppslag }, deler.navn);
}

/** Assumption: the order without somBestilt is the register's own, here by person. */
function listUordnet(kall: Tjenestekall, deler: Deler, numre: readonly string[]): Element[] {
  return [...new Set(numre)]
    .flatMap((nummer) => {
      const person = kall.befolkning.findPerson(nummer);
      return person === undefined ? [] : [{ nummer, person }];
    })
    .sort((a, b) => a.person - b.person)
    .map(({ nummer, person }) => toRad(kall, deler, nummer, person));
}

function listSomBestilt(kall: Tjenestekall, deler: Deler, numre: readonly string[]): Element[] {
  return numre.map((nummer) => {
    const person = kall.befolkning.findPerson(nummer);
    return person !== undefined && kall.befolkning.getNummer(person) === nummer
      ? toRad(kall, deler, nummer, person)
      : { foedselsEllerDNummer: nummer, feilmelding: UKJENT };
  });
}

/** The person is made when the row is written: a thousand documents at once are slow to hold on to. */
function toRad(kall: Tjenestekall, deler: Deler, nummer: string, person: number): Element {
  return {
    foedselsEllerDNummer: nummer,
    get folkeregisterperson() {
      return getPersonNaa(kall, deler, person);
    },
  };
}

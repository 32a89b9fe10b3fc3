/**
 * Addresses of the person model, of all kinds. Source: freg-contract.md section 2 and person-model.json.
 * The order of the fields is the order in which the person view shows those that the address lines do not hold.
 */

import { z } from 'zod';
import {
  adresse,
  boolsk,
  dato,
  egenskap,
  heltall,
  kode,
  kommune,
  land,
  markoer,
  objekt,
  tekst,
} from './felt.ts';

const poststed = () => objekt({ postnummer: tekst(4), poststedsnavn: tekst() });
const adressenummer = () => objekt({ husnummer: tekst(), husbokstav: tekst() });
const gradering = () => kode('gradering');

const vegadresse = () =>
  adresse('veg', {
    coAdressenavn: tekst(),
    adressetilleggsnavn: tekst(),
    adressenavn: tekst(),
    adressenummer: adressenummer(),
    bruksenhetsnummer: tekst(),
    poststed: poststed(),
    kommunenummer: kommune(),
    bruksenhetstype: kode('bruksenhetstype'),
    adressekode: tekst(),
  });

const matrikkeladresse = () =>
  adresse('matrikkel', {
    coAdressenavn: tekst(),
    adressetilleggsnavn: tekst(),
    matrikkelnummer: objekt({
      kommunenummer: kommune(),
      gaardsnummer: heltall(),
      bruksnummer: heltall(),
      festenummer: heltall(),
    }),
    undernummer: heltall(),
    bruksenhetsnummer: tekst(),
    poststed: poststed(),
    bruksenhetstype: kode('bruksenhetstype'),
  });

const utenlandskAdresse = () =>
  adresse('utenlandsk', {
    coAdressenavn: tekst(),
    adressenavn: tekst(),
    bygning: tekst(),
    etasjenummer: tekst(),
    boenhet: tekst(),
    postboks: tekst(),
    postkode: tekst(),
    byEllerStedsnavn: tekst(),
    distriktsnavn: tekst(),
    region: tekst(),
    landkode: land(),
  });

const ukjentBosted = () => markoer({ bostedskommune: kommune() });

const matrikkelId = {
  adresseIdentifikatorFraMatrikkelen: tekst(),
  naerAdresseIdentifikatorFraMatrikkelen: tekst(),
};

export const adresser = {
  adressebeskyttelse: egenskap({ graderingsnivaa: gradering() }),
  bostedsadresse: egenskap({
    vegadresse: vegadresse(),
    matrikkeladresse: matrikkeladresse(),
    ukjentBosted: ukjentBosted(),
    flyttedato: dato('fra'),
    adressegradering: gradering(),
    grunnkrets: heltall(4),
    stemmekrets: heltall(),
    skolekrets: heltall(),
    kirkekrets: heltall(),
    ...matrikkelId,
  }),
  oppholdsadresse: egenskap({
    vegadresse: vegadresse(),
    matrikkeladresse: matrikkeladresse(),
    utenlandskAdresse: utenlandskAdresse(),
    adressenErUkjent: boolsk(),
    oppholdAnnetSted: kode('oppholdAnnetSted'),
    oppholdsadressedato: dato('fra'),
    adressegradering: gradering(),
    ...matrikkelId,
  }),
  deltBosted: egenskap({
    vegadresse: vegadresse(),
    matrikkeladresse: matrikkeladresse(),
    ukjentBosted: ukjentBosted(),
    startdatoForKontrakt: dato('fra'),
    sluttdatoForKontrakt: dato('til'),
    adressegradering: gradering(),
    ...matrikkelId,
  }),
  postadresse: egenskap({
    vegadresse: vegadresse(),
    postboksadresse: adresse('postboks', { postbokseier: tekst(), postboks: tekst(), poststed: poststed() }),
    postadresseIFrittFormat: adresse('frittFormat', { adresselinje: z.array(tekst()), poststed: poststed() }),
    adressegradering: gradering(),
    ...matrikkelId,
  }),
  postadresseIUtlandet: egenskap({
    utenlandskAdresse: utenlandskAdresse(),
    utenlandskAdresseIFrittFormat: adresse('utenlandskFritt', {
      adresselinje: z.array(tekst()),
      postkode: tekst(),
      byEllerStedsnavn: tekst(),
      landkode: land(),
    }),
    adressegradering: gradering(),
  }),
  preferertKontaktadresse: egenskap({
    valg: kode('preferertAdresse'),
    kontaktadresseIFrittFormat: adresse('utenlandskFritt', {
      adresselinje: z.array(tekst()),
      landkode: land(),
    }),
    adressegradering: gradering(),
  }),
};

/** The address in which the estate of a dead person is reached. */
export const doedsboadresse = () =>
  adresse('doedsbo', {
    adresselinje: z.array(tekst()),
    postnummer: tekst(4),
    poststedsnavn: tekst(),
    landkode: land(),
  });

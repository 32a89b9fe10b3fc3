/**
 * Egenskaper that point at other persons: family, parental responsibility, guardianship and estate.
 * Source: freg-contract.md section 2 and person-model.json; the verge's older fields still stand in history.
 */
import { z } from 'zod';
import { doedsboadresse } from './adresse.ts';
import {
  boolsk,
  dato,
  egenskap,
  kode,
  land,
  objekt,
  organisasjonsnummer,
  par,
  personidentifikator,
  tekst,
} from './felt.ts';

export const personnavn = () => objekt({ fornavn: tekst(), mellomnavn: tekst(), etternavn: tekst() });

const relatertBiPerson = () =>
  objekt({ navn: personnavn(), foedselsdato: dato(), kjoenn: kode('kjoenn'), statsborgerskap: land() });

export const identifiserendeInformasjon = () =>
  objekt({
    personnavn: personnavn(),
    foedselsdato: dato(),
    kjoenn: kode('kjoenn'),
    statsborgerskap: z.array(land()),
  });

const verge = () =>
  objekt({
    foedselsEllerDNummer: personidentifikator(),
    navnFoedselsdato: identifiserendeInformasjon(),
    navn: personnavn(),
    tjenesteomraade: z.array(
      par('vergetjeneste', { vergeTjenestevirksomhet: tekst(), vergeTjenesteoppgave: tekst() }),
    ),
    omfang: kode('vergeomfang'),
    omfangetErInnenPersonligOmraade: boolsk(),
  });

export const relasjoner = {
  familierelasjon: egenskap({
    relatertPersonsRolle: kode('rolle'),
    relatertPerson: personidentifikator(),
    relatertPersonUtenFolkeregisteridentifikator: relatertBiPerson(),
    minRolleForPerson: kode('rolle'),
  }),
  foreldreansvar: egenskap({
    ansvar: kode('foreldreansvar'),
    ansvarlig: personidentifikator(),
    ansvarligUtenIdentifikator: relatertBiPerson(),
    ansvarligOrganisasjon: organisasjonsnummer(),
    ansvarssubjekt: personidentifikator(),
    ansvarssubjektUtenIdentifikator: relatertBiPerson(),
  }),
  vergemaalEllerFremtidsfullmakt: egenskap({
    vergemaaltype: kode('vergemaaltype'),
    embete: kode('embete'),
    verge: verge(),
  }),
  rettsligHandleevne: egenskap({ rettsligHandleevneomfang: kode('rettsligHandleevneomfang') }),
  fratattRettsligHandleevne: egenskap({}),
  kontaktinformasjonForDoedsbo: egenskap({
    skifteform: kode('skifteform'),
    attestutstedelsesdato: dato(),
    person: objekt({
      foedselsEllerDNummer: personidentifikator(),
      personnavn: personnavn(),
      foedselsdato: dato(),
    }),
    advokat: objekt({
      personnavn: personnavn(),
      organisasjonsnavn: tekst(),
      organisasjonsnummer: organisasjonsnummer(),
    }),
    organisasjon: objekt({
      organisasjonsnavn: tekst(),
      organisasjonsnummer: organisasjonsnummer(),
      kontaktpersonnavn: personnavn(),
    }),
    adresse: doedsboadresse(),
  }),
};

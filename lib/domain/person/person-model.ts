/**
 * The whole person model as one zod schema: every egenskap of the register, each a list of elements with metadata.
 * This is the only description of the model; reading (`read-egenskap.ts`) and the person view walk it.
 *
 * Source: freg-contract.md section 2 and person-model.json (OpenAPI 1.6.2). doedsfall and falskIdentitet are single
 * objects on the wire and lists here, so that nothing has two shapes.
 */
import { z } from 'zod';
import { adresser } from './model/adresse.ts';
import {
  boolsk,
  dato,
  egenskap,
  heltall,
  kode,
  kommune,
  land,
  objekt,
  personidentifikator,
  tekst,
  tidspunkt,
} from './model/felt.ts';
import { identifiserendeInformasjon, personnavn, relasjoner } from './model/relasjon.ts';

const utenlandskNummer = () =>
  egenskap({
    identifikasjonsnummer: tekst(),
    identifikasjonsnummertype: kode('identifikasjonsnummertype'),
    utstederland: land(),
  });

const identitet = {
  identifikasjonsnummer: egenskap({
    foedselsEllerDNummer: personidentifikator(),
    identifikatortype: kode('identifikatortype'),
    status: kode('identifikatorstatus'),
  }),
  identitetsgrunnlag: egenskap({ identitetsgrunnlagstatus: kode('identitetsgrunnlagstatus') }),
  navn: egenskap({
    fornavn: tekst(),
    mellomnavn: tekst(),
    etternavn: tekst(),
    forkortetNavn: tekst(),
    originaltNavn: personnavn(),
  }),
  kjoenn: egenskap({ kjoenn: kode('kjoenn') }),
  foedsel: egenskap({
    foedselsdato: dato(),
    foedselsaar: tekst(),
    foedested: tekst(),
    foedekommuneINorge: kommune(),
    foedeland: land(),
  }),
  foedselINorge: egenskap({ foedselsinstitusjonsnavn: tekst(), rekkefoelgenummer: heltall() }),
  falskIdentitet: egenskap({
    erFalsk: boolsk(),
    rettIdentitetErUkjent: boolsk(),
    rettIdentitetVedIdentifikasjonsnummer: personidentifikator(),
    rettIdentitetVedOpplysninger: identifiserendeInformasjon(),
  }),
  utenlandskPersonidentifikasjon: utenlandskNummer(),
  utlendingsmyndighetenesIdentifikasjonsnummer: utenlandskNummer(),
  legitimasjonsdokument: egenskap({
    identifikasjonsdokumenttype: tekst(),
    identifikasjonsdokumentnummer: tekst(),
    utstederland: land(),
    utstedernavn: tekst(),
    gyldigFra: dato('fra'),
    gyldigTil: dato('til'),
    dokumentkontroll: objekt({ dokumentkontrollstatus: tekst(), dokumentkontrolltidspunkt: tidspunkt() }),
  }),
};

const livsloep = {
  status: egenskap({ status: kode('personstatus') }),
  doedsfall: egenskap({ doedsdato: dato('fra') }),
  sivilstand: egenskap({
    sivilstand: kode('sivilstand'),
    sivilstandsdato: dato('fra'),
    relatertVedSivilstand: personidentifikator(),
    myndighet: kode('sivilstandsmyndighet'),
    kommune: kommune(),
    sted: tekst(),
    utland: land(),
  }),
  statsborgerskap: egenskap({ statsborgerskap: land(), ervervsdato: dato('fra') }),
  bibehold: egenskap({ bibeholdstatus: kode('bibeholdstatus'), datoForBibehold: dato('fra') }),
  opphold: egenskap({
    oppholdstillatelse: kode('oppholdstillatelse'),
    oppholdFra: dato('fra'),
    oppholdTil: dato('til'),
  }),
  innflytting: egenskap({ fraflyttingsland: land(), fraflyttingsstedIUtlandet: tekst() }),
  utflytting: egenskap({
    tilflyttingsland: land(),
    tilflyttingsstedIUtlandet: tekst(),
    utflyttingsdato: dato('fra'),
  }),
  oppholdPaaSvalbard: egenskap({
    startdato: dato('fra'),
    sluttdato: dato('til'),
    antattOppholdsvarighet: kode('oppholdsvarighet'),
    fraflyttingsland: land(),
    fraflyttingskommunenummer: kommune(),
    antallTidligereOpphold: heltall(),
  }),
  brukAvSamiskSpraak: egenskap({ spraak: z.array(kode('samiskSpraak')) }),
  forholdTilSametingetsValgmanntall: egenskap({
    forhold: kode('sametingsforhold'),
    vedtaksdato: dato('fra'),
  }),
};

/** Every egenskap by the register's name. */
export const PersonModel = z.object({ ...identitet, ...livsloep, ...adresser, ...relasjoner }).partial();

/** The egenskaper of one person, as read. */
export type Egenskaper = z.infer<typeof PersonModel>;

/**
 * Where the promise of the reading walk becomes a type: it writes only keys of the model, each a list of elements that
 * fit it. The elements themselves are held against the schema by test, not again for every person.
 */
export function isEgenskaper(lest: object): lest is Egenskaper {
  return Object.entries(lest).every(([navn, liste]) => navn in PersonModel.shape && Array.isArray(liste));
}

/** Name of an egenskap, in the register's spelling. */
export type Egenskap = keyof Egenskaper;

/** All names, in the model's order. */
export const EGENSKAPER: readonly Egenskap[] = PersonModel.keyof().options;

/** The schema of one element of an egenskap. */
export function elementSchema(egenskapsnavn: Egenskap): z.ZodObject {
  return PersonModel.shape[egenskapsnavn].unwrap().element;
}

/** Metadata that every element may carry, as read. `erGjeldende` is always there after `parsePerson`. */
export type Element = {
  erGjeldende?: boolean | undefined;
  gyldighetstidspunkt?: string | undefined;
  opphoerstidspunkt?: string | undefined;
  aarsak?: string | undefined;
  kilde?: string | undefined;
};

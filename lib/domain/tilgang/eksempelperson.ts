/**
 * A person who is in no register, as the register would deliver her: what «vis som» and the matrix look at, so that a
 * right can be seen without anybody being looked up. Synthetic (month + 80), as every person of the project.
 */
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { RETTIGHETSPAKKER } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Eksempelgradering } from './graderinger.ts';

type Dokument = Record<string, Record<string, unknown>[]>;

const NAA = { erGjeldende: true, kilde: 'Eksempel' };
const FOER = { erGjeldende: false, kilde: 'Eksempel' };

const vegadresse = (adressenavn: string, husnummer: string) => ({
  adressenavn,
  adressenummer: { husnummer },
  poststed: { postnummer: '0155', poststedsnavn: 'OSLO' },
  kommunenummer: '0301',
});

/** Half of all egenskaper have an entry; those left out show how an empty one looks. */
const DOKUMENT: Dokument = {
  identifikasjonsnummer: [
    { ...NAA, foedselsEllerDNummer: '15817500075', identifikatortype: 'foedselsnummer', status: 'iBruk' },
  ],
  identitetsgrunnlag: [{ ...NAA, identitetsgrunnlagstatus: 'kontrollert' }],
  status: [{ ...NAA, status: 'bosatt' }],
  navn: [
    { ...NAA, fornavn: 'EKSEMPEL', etternavn: 'OPPDIKTET' },
    { ...FOER, fornavn: 'EKSEMPEL', etternavn: 'TIDLIGERE' },
  ],
  kjoenn: [{ ...NAA, kjoenn: 'kvinne' }],
  foedsel: [
    { ...NAA, foedselsdato: '1975-01-15', foedselsaar: '1975', foedeland: 'NOR', foedekommuneINorge: '0301' },
  ],
  sivilstand: [
    { ...NAA, sivilstand: 'gift', sivilstandsdato: '2005-06-11', relatertVedSivilstand: '20817400062' },
    { ...FOER, sivilstand: 'ugift' },
  ],
  statsborgerskap: [{ ...NAA, statsborgerskap: 'NOR' }],
  familierelasjon: [
    { ...NAA, relatertPerson: '20817400062', relatertPersonsRolle: 'ektefelleEllerPartner' },
    { ...NAA, relatertPerson: '10891200033', relatertPersonsRolle: 'barn', minRolleForPerson: 'mor' },
  ],
  foreldreansvar: [{ ...NAA, ansvar: 'felles', ansvarssubjekt: '10891200033' }],
  bostedsadresse: [
    { ...NAA, vegadresse: vegadresse('EKSEMPELVEIEN', '1'), flyttedato: '2012-03-01' },
    { ...FOER, vegadresse: vegadresse('GAMLEVEIEN', '9'), flyttedato: '1999-08-15' },
  ],
  oppholdsadresse: [
    { ...NAA, vegadresse: vegadresse('PENDLERGATA', '3'), oppholdsadressedato: '2020-01-01' },
  ],
  postadresse: [
    {
      ...NAA,
      adressegradering: 'ugradert',
      postboksadresse: { postboks: '1', poststed: { postnummer: '0101', poststedsnavn: 'OSLO' } },
    },
  ],
  utenlandskPersonidentifikasjon: [{ ...NAA, identifikasjonsnummer: 'X-1', utstederland: 'SWE' }],
  legitimasjonsdokument: [{ ...NAA, identifikasjonsdokumenttype: 'Pass', utstederland: 'NOR' }],
  brukAvSamiskSpraak: [{ ...NAA, spraak: ['nordsamisk'] }],
};

function addGradering(dokument: Dokument, gradering: Eksempelgradering): Dokument {
  if (gradering === 'ugradert') return dokument;
  const [bosted = {}, ...tidligere] = dokument.bostedsadresse ?? [];
  const bostedsadresse = [{ ...bosted, adressegradering: gradering }, ...tidligere];
  const adressebeskyttelse = [{ ...NAA, graderingsnivaa: gradering }];
  return { ...dokument, bostedsadresse, ...(gradering !== 'klientadresse' && { adressebeskyttelse }) };
}

/** The element without a dotted field. */
function omit(
  element: Record<string, unknown>,
  [navn = '', ...under]: readonly string[],
): Record<string, unknown> {
  const { [navn]: verdi, ...rest } = element;
  if (under.length === 0 || typeof verdi !== 'object' || verdi === null) return rest;
  return { ...rest, [navn]: omit({ ...verdi }, under) };
}

/** What the register itself leaves out for a package: whole egenskaper, and fields in them. */
function limitTilPakke(dokument: Dokument, pakke: Pakke): Dokument {
  const { egenskaper, felt } = RETTIGHETSPAKKER[pakke];
  const kommer = Object.entries(dokument).filter(([navn]) =>
    egenskaper.some((egenskap) => egenskap === navn),
  );
  const uten = (navn: string, element: Record<string, unknown>) =>
    [...felt.uten, ...(element.erGjeldende === true ? [] : felt.utenIHistorikk)]
      .map((sti) => sti.split('.'))
      .filter(([egenskap]) => egenskap === navn)
      .reduce((rest, [, ...sti]) => omit(rest, sti), element);
  return Object.fromEntries(
    kommer.map(([navn, liste]) => [navn, liste.map((element) => uten(navn, element))]),
  );
}

/** The example as the package would get her. The grading comes along, for the portal to mask by. */
export function createEksempelperson(gradering: Eksempelgradering, pakke: Pakke): Dokument {
  const { adressebeskyttelse, ...kommer } = addGradering(DOKUMENT, gradering);
  return { ...limitTilPakke(kommer, pakke), ...(adressebeskyttelse && { adressebeskyttelse }) };
}

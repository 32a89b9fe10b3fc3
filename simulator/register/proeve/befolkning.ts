/**
 * A population of four for the register's tests: whole documents with one element of everything that a rule treats.
 * Every number has month + 80. Searches scan: there is nothing to be fast about.
 */
import type { Befolkning, EntydigKriterier, Persondokument } from '../../befolkning/befolkning.ts';
import { isSoektreff, isUttrekkstreff } from '../../befolkning/soek/proeve/dokumentsoek.ts';

export const NUMMER = {
  ola: '09852400284',
  gammelOla: '49852400211',
  fortrolig: '15917012345',
  strengtFortrolig: '16917012378',
  fiendtlig: '17917012391',
} as const;

const meta = (gjeldende = true) => ({
  ajourholdstidspunkt: '2024-05-01T10:00:00+02:00',
  erGjeldende: gjeldende,
  kilde: 'proeve',
  aarsak: 'Proeveaarsak',
  gyldighetstidspunkt: '2024-05-01T00:00:00+02:00',
});

const identitet = (nummer: string, gjeldende = true) => ({
  ...meta(gjeldende),
  status: gjeldende ? 'iBruk' : 'opphoert',
  foedselsEllerDNummer: nummer,
  identifikatortype: nummer > '4' ? 'dNummer' : 'foedselsnummer',
});

const veg = (adressenavn: string, husnummer?: string) => ({
  kommunenummer: '0301',
  adressenavn,
  ...(husnummer ? { adressenummer: { husnummer } } : {}),
  poststed: { postnummer: '0150', poststedsnavn: 'OSLO' },
});

const bosted = (adressenavn: string, gradering = 'ugradert', gjeldende = true, husnummer = '3') => ({
  ...meta(gjeldende),
  vegadresse: veg(adressenavn, husnummer),
  adressegradering: gradering,
  flyttedato: '2024-05-01',
});

/** Every egenskap of the model, each current and, where the register keeps history, old. */
const OLA: Persondokument = {
  identifikasjonsnummer: [identitet(NUMMER.ola), identitet(NUMMER.gammelOla, false)],
  identitetsgrunnlag: [{ ...meta(), identitetsgrunnlagstatus: 'kontrollert' }],
  status: [
    { ...meta(), status: 'midlertidig' },
    { ...meta(false), status: 'bosatt' },
  ],
  kjoenn: [{ ...meta(), kjoenn: 'mann' }],
  foedsel: [{ ...meta(), foedselsdato: '1924-05-09', foedselsaar: '1924', foedested: '', foedeland: 'CAN' }],
  foedselINorge: [{ ...meta(), foedselsinstitusjonsnavn: 'Proevesykehuset', rekkefoelgenummer: 11 }],
  familierelasjon: [{ ...meta(), relatertPerson: NUMMER.fortrolig, relatertPersonsRolle: 'barn' }],
  doedsfall: { ...meta(), doedsdato: '2024-04-30' },
  sivilstand: [
    { ...meta(), sivilstand: 'gift', relatertVedSivilstand: NUMMER.fortrolig },
    { ...meta(false), sivilstand: 'ugift' },
  ],
  statsborgerskap: [{ ...meta(), statsborgerskap: 'NOR' }],
  bibehold: [{ ...meta(), bibeholdstatus: 'harBibehold' }],
  opphold: [{ ...meta(), oppholdstillatelse: 'permanent' }],
  innflytting: [
    { ...meta(), fraflyttingsland: 'CAN' },
    { ...meta(false), fraflyttingsland: 'SWE' },
  ],
  utflytting: [{ ...meta(false), tilflyttingsland: 'CAN', utflyttingsdato: '1980-01-01' }],
  navn: [
    { ...meta(), fornavn: 'FORSTÅELSESFULL', etternavn: 'RULLETRAPP' },
    { ...meta(false), fornavn: 'FORSTÅELSESFULL', etternavn: 'HEISESJAKT' },
  ],
  adressebeskyttelse: [{ ...meta(), graderingsnivaa: 'ugradert' }],
  bostedsadresse: [bosted('Kongens gate'), bosted('Gamlegata', 'ugradert', false)],
  oppholdsadresse: [
    {
      ...meta(),
      vegadresse: veg('Klientveien', '1'),
      adressegradering: 'klientadresse',
      oppholdsadressedato: '2024-05-01',
    },
    { ...meta(), vegadresse: veg('Tunet'), adressegradering: 'ugradert', oppholdsadressedato: '2024-05-01' },
  ],
  deltBosted: [
    {
      ...meta(false),
      vegadresse: veg('Delegata', '2'),
      adressegradering: 'ugradert',
      startdatoForKontrakt: '2020-01-01',
    },
    {
      ...meta(),
      vegadresse: veg('Delegata', '4'),
      adressegradering: 'ugradert',
      startdatoForKontrakt: '2022-01-01',
    },
  ],
  postadresse: [{ ...meta(), postboksadresse: { postboks: '12' }, adressegradering: 'ugradert' }],
  postadresseIUtlandet: [{ ...meta(), utenlandskAdresse: { landkode: 'CA' }, adressegradering: 'ugradert' }],
  foreldreansvar: [{ ...meta(), ansvar: 'felles', ansvarssubjekt: NUMMER.fortrolig }],
  vergemaalEllerFremtidsfullmakt: [
    {
      ...meta(),
      vergemaaltype: 'voksen',
      verge: {
        foedselsEllerDNummer: NUMMER.fortrolig,
        tjenesteomraade: [{ vergeTjenestevirksomhet: 'nav', vergeTjenesteoppgave: 'arbeid' }],
      },
    },
  ],
  rettsligHandleevne: [{ ...meta(), rettsligHandleevneomfang: 'begrenset' }],
  fratattRettsligHandleevne: [meta()],
  kontaktinformasjonForDoedsbo: [
    {
      ...meta(),
      skifteform: 'annet',
      attestutstedelsesdato: '2024-06-01',
      adresse: { adresselinje: ['Gate 1'], postnummer: '0150', poststedsnavn: 'OSLO' },
      person: { foedselsEllerDNummer: NUMMER.fortrolig },
    },
  ],
  utenlandskPersonidentifikasjon: [
    {
      ...meta(),
      identifikasjonsnummer: '14-58',
      identifikasjonsnummertype: 'taxIdentificationNumber',
      utstederland: 'CAN',
    },
  ],
  utlendingsmyndighetenesIdentifikasjonsnummer: [
    {
      ...meta(),
      identifikasjonsnummer: '201012345678',
      identifikasjonsnummertype: 'duf',
      utstederland: 'NOR',
    },
  ],
  legitimasjonsdokument: [
    {
      ...meta(),
      identifikasjonsdokumenttype: 'pass',
      utstederland: 'CAN',
      identifikasjonsdokumentnummer: 'P1',
    },
  ],
  falskIdentitet: { ...meta(), erFalsk: true },
  brukAvSamiskSpraak: [{ ...meta(), spraak: ['nordsamisk', 'lulesamisk'] }],
  preferertKontaktadresse: [{ ...meta(), valg: 'postadresse' }],
  forholdTilSametingetsValgmanntall: [{ ...meta(), forhold: 'innmeldt', vedtaksdato: '2000-01-01' }],
  oppholdPaaSvalbard: [{ ...meta(), startdato: '2000-01-01', antattOppholdsvarighet: 'ukjent' }],
  nyEgenskap: [{ ...meta(), nyttFelt: 'nyVerdi' }],
};

const FORTROLIG: Persondokument = {
  identifikasjonsnummer: [identitet(NUMMER.fortrolig)],
  foedsel: [{ ...meta(), foedselsdato: '1970-11-15', foedselsaar: '1970' }],
  innflytting: [{ ...meta(), fraflyttingsland: 'DNK' }],
  navn: [{ ...meta(), fornavn: 'SKJERMET', mellomnavn: 'STILLE', etternavn: 'RULLETRAPP' }],
  adressebeskyttelse: [{ ...meta(), graderingsnivaa: 'fortrolig' }],
  bostedsadresse: [
    bosted('Hemmeligveien', 'fortrolig'),
    bosted('Gammelhemmelig', 'FORTROLIG', false),
    bosted('Glemtmerking', 'ugradert', false),
  ],
  postadresse: [{ ...meta(), postboksadresse: { postboks: 'Hemmeligboks' }, adressegradering: 'fortrolig' }],
};

const STRENGT: Persondokument = {
  identifikasjonsnummer: [identitet(NUMMER.strengtFortrolig)],
  navn: [{ ...meta(), fornavn: 'USYNLIG', etternavn: 'LYKT' }],
  adressebeskyttelse: [{ ...meta(), graderingsnivaa: 'strengtFortrolig' }],
  bostedsadresse: [bosted('Glemtgata', 'ugradert', false)],
  postadresse: [{ ...meta(), postboksadresse: { postboks: 'Åpenboks 1' }, adressegradering: 'ugradert' }],
};

const FIENDTLIG: Persondokument = {
  identifikasjonsnummer: [identitet(NUMMER.fiendtlig)],
  foedsel: [{ ...meta(), foedselsaar: '1970', foedested: '' }],
  navn: [
    {
      ...meta(),
      fornavn: '<script>alert("1")&amp;]]></script>',
      etternavn: 'A\u0000B\u0007C\uD800D\uFFFE\u202EE',
    },
  ],
};

const DOKUMENTER = [OLA, FORTROLIG, STRENGT, FIENDTLIG];
const STED: Record<string, number> = {
  [NUMMER.ola]: 0,
  [NUMMER.gammelOla]: 0,
  [NUMMER.fortrolig]: 1,
  [NUMMER.strengtFortrolig]: 2,
  [NUMMER.fiendtlig]: 3,
};

/** Matches identifikasjonsnummer, etternavn (last word) and adressenavn (part of the text): enough for the services. */
function isTreff(
  person: number,
  { identifikasjonsnummer, navn, adressenavn, husnummer }: EntydigKriterier,
): boolean {
  const { navn: navneliste, bostedsadresse, oppholdsadresse } = DOKUMENTER[person] ?? {};
  if (identifikasjonsnummer !== undefined && STED[identifikasjonsnummer] !== person) return false;
  const etternavn = navn?.split(' ').at(-1);
  if (etternavn !== undefined && !JSON.stringify(navneliste).includes(`"etternavn":"${etternavn}"`))
    return false;
  const adresser = JSON.stringify([bostedsadresse, oppholdsadresse]);
  if (adressenavn !== undefined && !adresser.includes(adressenavn)) return false;
  return husnummer === undefined || adresser.includes(`"husnummer":"${husnummer}"`);
}

export const PROEVEBEFOLKNING: Befolkning = {
  antall: DOKUMENTER.length,
  scenariopersoner: [],
  findPerson: (nummer) => STED[nummer],
  getDokument: (person) => DOKUMENTER[person] ?? {},
  getNummer: (person) => Object.keys(STED).find((nummer) => STED[nummer] === person) ?? '',
  findEntydig: (kriterier) =>
    DOKUMENTER.map((_, person) => person).filter((person) => isTreff(person, kriterier)),
  listSoek: (kriterier) =>
    DOKUMENTER.flatMap((dokument, person) => (isSoektreff(dokument, kriterier) ? [person] : [])),
  listUttrekk: (utvalg) =>
    DOKUMENTER.flatMap((dokument, person) => (isUttrekkstreff(dokument, utvalg) ? [person] : [])),
};

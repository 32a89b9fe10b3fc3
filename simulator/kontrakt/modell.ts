/**
 * The types of the person document, one line each, for the schema resource: `felt:type`, `!` required, `*` repeated.
 * Without a type a field is text. A type that begins with a capital letter is another row. Types in `MED_METADATA`
 * carry the six metadata fields too.
 * Source: freg-contract.md section 2 (OpenAPI 1.6.2 over the older schemas, section 9 no 12 and 18).
 */
/** Types by name, each with its fields in the notation above. */
export type Modelltyper = Readonly<Record<string, string>>;

export const METADATA =
  'ajourholdstidspunkt:tid erGjeldende:bool kilde aarsak gyldighetstidspunkt:tid opphoerstidspunkt:tid';

/** The egenskaper of Folkeregisterperson with the type of each element. Only `doedsfall` and `falskIdentitet` are single. */
export const FOLKEREGISTERPERSON = `
  identifikasjonsnummer*:Identifikasjonsnummer identitetsgrunnlag*:Identitetsgrunnlag status*:Status
  kjoenn*:Kjoenn foedsel*:Foedsel foedselINorge*:FoedselINorge familierelasjon*:Familierelasjon
  doedsfall:Doedsfall sivilstand*:Sivilstand statsborgerskap*:Statsborgerskap bibehold*:Bibehold opphold*:Opphold
  innflytting*:Innflytting utflytting*:Utflytting navn*:Navn adressebeskyttelse*:Adressebeskyttelse
  bostedsadresse*:Bostedsadresse oppholdsadresse*:Oppholdsadresse deltBosted*:DeltBosted
  postadresse*:Postadresse postadresseIUtlandet*:PostadresseIUtlandet foreldreansvar*:Foreldreansvar
  vergemaalEllerFremtidsfullmakt*:Vergemaal rettsligHandleevne*:RettsligHandleevne
  fratattRettsligHandleevne*:FratattRettsligHandleevne kontaktinformasjonForDoedsbo*:Doedsbokontakt
  utenlandskPersonidentifikasjon*:AnnenIdentifikasjon
  utlendingsmyndighetenesIdentifikasjonsnummer*:AnnenIdentifikasjon legitimasjonsdokument*:Legitimasjonsdokument
  falskIdentitet:FalskIdentitet brukAvSamiskSpraak*:SamiskSpraak preferertKontaktadresse*:Kontaktvalg`;

export const MED_METADATA: Record<string, string> = {
  Identifikasjonsnummer: 'status! foedselsEllerDNummer!:elleve identifikatortype!',
  Identitetsgrunnlag: 'identitetsgrunnlagstatus!',
  Status: 'status!',
  Kjoenn: 'kjoenn!',
  Foedsel: 'foedselsdato:dato foedselsaar! foedested foedekommuneINorge:fire foedeland',
  FoedselINorge: 'foedselsinstitusjonsnavn rekkefoelgenummer:heltall',
  Doedsfall: 'doedsdato:dato',
  Sivilstand:
    'sivilstand! sivilstandsdato:dato myndighet kommune:fire sted utland relatertVedSivilstand:elleve',
  Statsborgerskap: 'statsborgerskap! ervervsdato:dato',
  Bibehold: 'bibeholdstatus! datoForBibehold:dato',
  Opphold: 'oppholdstillatelse! oppholdFra:dato oppholdTil:dato',
  Innflytting: 'fraflyttingsland fraflyttingsstedIUtlandet',
  Utflytting: 'tilflyttingsland tilflyttingsstedIUtlandet utflyttingsdato:dato',
  Navn: 'fornavn! mellomnavn etternavn! forkortetNavn originaltNavn:Personnavn',
  Familierelasjon:
    'relatertPerson:elleve relatertPersonUtenFolkeregisteridentifikator:AnnenPerson relatertPersonsRolle! minRolleForPerson',
  Foreldreansvar:
    'ansvar! ansvarlig:elleve ansvarligUtenIdentifikator:AnnenPerson ansvarligOrganisasjon ansvarssubjekt:elleve ansvarssubjektUtenIdentifikator:AnnenPerson',
  Vergemaal: 'vergemaaltype embete verge!:Verge',
  RettsligHandleevne: 'rettsligHandleevneomfang!',
  FratattRettsligHandleevne: '',
  Adressebeskyttelse: 'graderingsnivaa!',
  Bostedsadresse:
    'vegadresse:Vegadresse matrikkeladresse:Matrikkeladresse ukjentBosted:UkjentBosted adresseIdentifikatorFraMatrikkelen naerAdresseIdentifikatorFraMatrikkelen adressegradering! flyttedato:dato grunnkrets:heltall stemmekrets:heltall skolekrets:heltall kirkekrets:heltall',
  Oppholdsadresse:
    'vegadresse:Vegadresse matrikkeladresse:Matrikkeladresse utenlandskAdresse:InternasjonalAdresse adressenErUkjent:bool adresseIdentifikatorFraMatrikkelen adressegradering! oppholdsadressedato:dato oppholdAnnetSted',
  DeltBosted:
    'vegadresse:Vegadresse matrikkeladresse:Matrikkeladresse ukjentBosted:UkjentBosted adresseIdentifikatorFraMatrikkelen naerAdresseIdentifikatorFraMatrikkelen adressegradering! startdatoForKontrakt!:dato sluttdatoForKontrakt:dato',
  Postadresse:
    'vegadresse:Vegadresse postboksadresse:Postboksadresse postadresseIFrittFormat:FriAdresse adresseIdentifikatorFraMatrikkelen adressegradering!',
  PostadresseIUtlandet:
    'utenlandskAdresse:InternasjonalAdresse utenlandskAdresseIFrittFormat:InternasjonalFriAdresse adressegradering!',
  Kontaktvalg: 'valg! adressegradering kontaktadresseIFrittFormat:FriAdresse',
  Doedsbokontakt:
    'skifteform! attestutstedelsesdato!:dato adresse!:Doedsboadresse person:Kontaktperson advokat:Advokat organisasjon:Organisasjon',
  AnnenIdentifikasjon: 'identifikasjonsnummer! identifikasjonsnummertype! utstederland!',
  Legitimasjonsdokument:
    'identifikasjonsdokumenttype! utstederland! identifikasjonsdokumentnummer utstedernavn gyldigFra:dato gyldigTil:dato dokumentkontroll:Dokumentkontroll',
  FalskIdentitet:
    'erFalsk:bool rettIdentitetErUkjent:bool rettIdentitetVedIdentifikasjonsnummer:elleve rettIdentitetVedOpplysninger:Identitetsopplysninger',
  SamiskSpraak: 'spraak!*',
};

export const UTEN_METADATA: Record<string, string> = {
  Personnavn: 'fornavn! mellomnavn etternavn!',
  AnnenPerson: 'navn!:Personnavn foedselsdato:dato kjoenn statsborgerskap',
  Identitetsopplysninger: 'personnavn!:Personnavn foedselsdato:dato kjoenn statsborgerskap*',
  Verge:
    'foedselsEllerDNummer:elleve navn:Personnavn navnFoedselsdato:Identitetsopplysninger omfang omfangetErInnenPersonligOmraade:bool tjenesteomraade*:Tjenesteomraade',
  Tjenesteomraade: 'vergeTjenestevirksomhet! vergeTjenesteoppgave!',
  Poststed: 'postnummer:fire poststedsnavn',
  Adressenummer: 'husnummer! husbokstav',
  Vegadresse:
    'kommunenummer:fire bruksenhetsnummer bruksenhetstype adressenavn! adressenummer:Adressenummer adressekode adressetilleggsnavn poststed:Poststed coAdressenavn',
  Matrikkelnummer: 'kommunenummer!:fire gaardsnummer:heltall bruksnummer:heltall festenummer:heltall',
  Matrikkeladresse:
    'bruksenhetsnummer bruksenhetstype matrikkelnummer!:Matrikkelnummer undernummer:heltall adressetilleggsnavn poststed:Poststed coAdressenavn',
  UkjentBosted: 'bostedskommune:fire',
  Postboksadresse: 'postboks! postbokseier poststed:Poststed',
  FriAdresse: 'adresselinje* landkode poststed:Poststed',
  InternasjonalAdresse:
    'landkode! coAdressenavn adressenavn bygning etasjenummer boenhet postboks postkode byEllerStedsnavn distriktsnavn region',
  InternasjonalFriAdresse: 'adresselinje* postkode byEllerStedsnavn landkode!',
  Doedsboadresse: 'adresselinje!* postnummer! poststedsnavn! landkode',
  Kontaktperson: 'foedselsEllerDNummer:elleve foedselsdato:dato personnavn:Personnavn',
  Advokat: 'personnavn!:Personnavn organisasjonsnavn organisasjonsnummer',
  Organisasjon: 'organisasjonsnavn! organisasjonsnummer kontaktpersonnavn:Personnavn',
  Dokumentkontroll: 'dokumentkontrollstatus! dokumentkontrolltidspunkt:tid',
};

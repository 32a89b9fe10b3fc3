/**
 * The keys of the person model, type by type: `felt` or `felt:Type`, where the type is another row. Facts from
 * freg-contract.md section 2; the tests hold every document against it, so that no key is invented by mistake.
 */
const METADATA = 'ajourholdstidspunkt erGjeldende kilde aarsak gyldighetstidspunkt opphoerstidspunkt';

const TYPER: Readonly<Record<string, string>> = {
  AdresseIFrittFormat: 'adresselinje landkode',
  Adressenummer: 'husbokstav husnummer',
  AdvokatSomKontakt: 'organisasjonsnavn organisasjonsnummer personnavn:Personnavn',
  BibeholdAvNorskStatsborgerskap: `${METADATA} bibeholdstatus datoForBibehold`,
  Bostedsadresse: `${METADATA} adresseIdentifikatorFraMatrikkelen adressegradering flyttedato grunnkrets kirkekrets matrikkeladresse:Matrikkeladresse naerAdresseIdentifikatorFraMatrikkelen skolekrets stemmekrets ukjentBosted:UkjentBosted vegadresse:Vegadresse`,
  DeltBosted: `${METADATA} adresseIdentifikatorFraMatrikkelen adressegradering matrikkeladresse:Matrikkeladresse naerAdresseIdentifikatorFraMatrikkelen sluttdatoForKontrakt startdatoForKontrakt ukjentBosted:UkjentBosted vegadresse:Vegadresse`,
  Doedsfall: `${METADATA} doedsdato`,
  FalskIdentitet: `${METADATA} erFalsk rettIdentitetErUkjent rettIdentitetVedIdentifikasjonsnummer rettIdentitetVedOpplysninger:IdentifiserendeInformasjon`,
  Familierelasjon: `${METADATA} minRolleForPerson relatertPerson relatertPersonUtenFolkeregisteridentifikator:RelatertBiPerson relatertPersonsRolle`,
  Foedsel: `${METADATA} foedekommuneINorge foedeland foedested foedselsaar foedselsdato`,
  FoedselINorge: `${METADATA} foedselsinstitusjonsnavn rekkefoelgenummer`,
  Folkeregisteridentifikator: `${METADATA} foedselsEllerDNummer identifikatortype status`,
  Folkeregisterperson:
    'adressebeskyttelse:GraderingAvAdresse bibehold:BibeholdAvNorskStatsborgerskap bostedsadresse:Bostedsadresse brukAvSamiskSpraak:SamiskSpraak deltBosted:DeltBosted doedsfall:Doedsfall falskIdentitet:FalskIdentitet familierelasjon:Familierelasjon foedsel:Foedsel foedselINorge:FoedselINorge foreldreansvar:Foreldreansvar forholdTilSametingetsValgmanntall:SametingetsValgmanntall identifikasjonsnummer:Folkeregisteridentifikator identitetsgrunnlag:Identitetsgrunnlag innflytting:InnflyttingTilNorge kjoenn:Personkjoenn kontaktinformasjonForDoedsbo:KontaktinformasjonForDoedsbo legitimasjonsdokument:Identifikasjonsdokument navn:Folkeregisterpersonnavn opphold:Opphold oppholdPaaSvalbard:OppholdPaaSvalbard oppholdsadresse:Oppholdsadresse postadresse:Kontaktadresse postadresseIUtlandet:KontaktadresseIUtlandet preferertKontaktadresse:PreferertKontaktadresse sivilstand:Sivilstand statsborgerskap:Statsborgerskap status:Folkeregisterpersonstatus utenlandskPersonidentifikasjon:Personidentifikasjon utflytting:UtflyttingFraNorge utlendingsmyndighetenesIdentifikasjonsnummer:Personidentifikasjon vergemaalEllerFremtidsfullmakt:VergemaalRepresentasjonEllerFremtidsfullmakt rettsligHandleevne:RettsligHandleevne fratattRettsligHandleevne:FratattRettsligHandleevne',
  Folkeregisterpersonnavn: `${METADATA} etternavn forkortetNavn fornavn mellomnavn originaltNavn:Personnavn`,
  Folkeregisterpersonstatus: `${METADATA} status`,
  Foreldreansvar: `${METADATA} ansvar ansvarlig ansvarligOrganisasjon ansvarligUtenIdentifikator:RelatertBiPerson ansvarssubjekt ansvarssubjektUtenIdentifikator:RelatertBiPerson`,
  GraderingAvAdresse: `${METADATA} graderingsnivaa`,
  Identifikasjonsdokument: `${METADATA} dokumentkontroll:TekniskDokumentkontroll gyldigFra gyldigTil identifikasjonsdokumentnummer identifikasjonsdokumenttype utstederland utstedernavn`,
  IdentifiserendeInformasjon: 'foedselsdato kjoenn personnavn:Personnavn statsborgerskap',
  Identitetsgrunnlag: `${METADATA} identitetsgrunnlagstatus`,
  InnflyttingTilNorge: `${METADATA} fraflyttingsland fraflyttingsstedIUtlandet`,
  InternasjonalAdresse:
    'adressenavn boenhet byEllerStedsnavn bygning coAdressenavn distriktsnavn etasjenummer landkode postboks postkode region',
  InternasjonalAdresseIFrittFormat: 'adresselinje byEllerStedsnavn landkode postkode',
  Kontaktadresse: `${METADATA} adresseIdentifikatorFraMatrikkelen adressegradering postadresseIFrittFormat:PostadresseIFrittFormat postboksadresse:Postboksadresse vegadresse:VegadresseForPost`,
  KontaktadresseForDoedsbo: 'adresselinje landkode postnummer poststedsnavn',
  KontaktadresseIUtlandet: `${METADATA} adressegradering utenlandskAdresse:InternasjonalAdresse utenlandskAdresseIFrittFormat:InternasjonalAdresseIFrittFormat`,
  KontaktinformasjonForDoedsbo: `${METADATA} adresse:KontaktadresseForDoedsbo advokat:AdvokatSomKontakt attestutstedelsesdato organisasjon:OrganisasjonSomKontakt person:PersonSomKontakt skifteform`,
  Matrikkeladresse:
    'adressetilleggsnavn bruksenhetsnummer bruksenhetstype coAdressenavn matrikkelnummer:Matrikkelnummer poststed:Poststed undernummer',
  Matrikkelnummer: 'bruksnummer festenummer gaardsnummer kommunenummer',
  Opphold: `${METADATA} oppholdFra oppholdTil oppholdstillatelse`,
  OppholdPaaSvalbard: `${METADATA} antallTidligereOpphold antattOppholdsvarighet fraflyttingskommunenummer fraflyttingsland sluttdato startdato`,
  Oppholdsadresse: `${METADATA} adresseIdentifikatorFraMatrikkelen adressegradering adressenErUkjent matrikkeladresse:Matrikkeladresse oppholdAnnetSted oppholdsadressedato utenlandskAdresse:InternasjonalAdresse vegadresse:Vegadresse`,
  OrganisasjonSomKontakt: 'kontaktpersonnavn:Personnavn organisasjonsnavn organisasjonsnummer',
  PersonSomKontakt: 'foedselsEllerDNummer foedselsdato personnavn:Personnavn',
  Personidentifikasjon: `${METADATA} identifikasjonsnummer identifikasjonsnummertype utstederland`,
  Personkjoenn: `${METADATA} kjoenn`,
  Personnavn: 'etternavn fornavn mellomnavn',
  PostadresseIFrittFormat: 'adresselinje poststed:Poststed',
  Postboksadresse: 'postboks postbokseier poststed:Poststed',
  Poststed: 'postnummer poststedsnavn',
  PreferertKontaktadresse: `${METADATA} adressegradering kontaktadresseIFrittFormat:AdresseIFrittFormat valg`,
  RelatertBiPerson: 'foedselsdato kjoenn navn:Personnavn statsborgerskap',
  SametingetsValgmanntall: `${METADATA} forhold vedtaksdato`,
  SamiskSpraak: `${METADATA} spraak`,
  Sivilstand: `${METADATA} kommune myndighet relatertVedSivilstand sivilstand sivilstandsdato sted utland`,
  Statsborgerskap: `${METADATA} ervervsdato statsborgerskap`,
  TekniskDokumentkontroll: 'dokumentkontrollstatus dokumentkontrolltidspunkt',
  UkjentBosted: 'bostedskommune',
  UtflyttingFraNorge: `${METADATA} tilflyttingsland tilflyttingsstedIUtlandet utflyttingsdato`,
  Vegadresse:
    'adressekode adressenavn adressenummer:Adressenummer adressetilleggsnavn bruksenhetsnummer bruksenhetstype coAdressenavn kommunenummer poststed:Poststed',
  VegadresseForPost:
    'adressekode adressenavn adressenummer:Adressenummer adressetilleggsnavn bruksenhetsnummer coAdressenavn poststed:Poststed',
  VergeRepresentantEllerFullmektig:
    'foedselsEllerDNummer navn:Personnavn omfang omfangetErInnenPersonligOmraade navnFoedselsdato:IdentifiserendeInformasjon tjenesteomraade:VergeTjenesteomraade',
  VergemaalRepresentasjonEllerFremtidsfullmakt: `${METADATA} embete verge:VergeRepresentantEllerFullmektig vergemaaltype`,
  RettsligHandleevne: `${METADATA} rettsligHandleevneomfang`,
  FratattRettsligHandleevne: `${METADATA} `,
  VergeTjenesteomraade: 'vergeTjenesteoppgave vergeTjenestevirksomhet',
};

/**
 * Paths of keys that the model does not have, from a value of the given type; empty when all are known.
 */
export function listUkjenteNoekler(verdi: unknown, type: string, sti = type): string[] {
  if (Array.isArray(verdi)) return verdi.flatMap((element) => listUkjenteNoekler(element, type, sti));
  if (typeof verdi !== 'object' || verdi === null) return [];
  const felter = new Map(
    (TYPER[type] ?? '').split(' ').map((felt) => [felt.split(':')[0], felt.split(':')[1]]),
  );
  return Object.entries(verdi).flatMap(([noekkel, innhold]) => {
    if (!felter.has(noekkel)) return [`${sti}.${noekkel}`];
    const undertype = felter.get(noekkel);
    return undertype === undefined ? [] : listUkjenteNoekler(innhold, undertype, `${sti}.${noekkel}`);
  });
}

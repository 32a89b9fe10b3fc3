/**
 * The population as the servers see it. A document is a pure function of seed, number and time; nothing is stored
 * but the indexes that the searches need.
 */

/** A whole person document in the register's keys and order: every egenskap, current and historical entries. */
export type Persondokument = { [egenskap: string]: unknown };

/** The parameters of personer/entydigsoek that match, already checked for format by the contract. */
export type EntydigKriterier = {
  identifikasjonsnummer?: string;
  /** `AFG-1458-4555`: country a3, hyphen, number (which may hold hyphens). */
  utenlandskpersonidentifikasjon?: string;
  legitimasjonsdokument?: string;
  utlendingsmyndighetenesIdentifikasjonsnummer?: string;
  /** YYYYMMDD */
  foedselsdato?: string;
  navn?: string;
  postnummer?: string;
  adressenavn?: string;
  husnummer?: string;
  soekFonetisk: boolean;
  /** historisk matches historical and current names and addresses. */
  historisk: boolean;
  /** Whether the pakke may see a klientadresse, and so have it confirmed. */
  serKlientadresser: boolean;
};

/** The criteria of personer/soek, already checked for format by the contract. All must fit. */
export type Soekekriterier = {
  /** One or more whole words, all of one and the same name. */
  navn?: string;
  kjoenn?: 'kvinne' | 'mann';
  /** YYYYMMDD */
  foedselsdato?: string;
  /** Both ends included. */
  foedselsaarFraOgMed?: number;
  foedselsaarTilOgMed?: number;
  /** The start of a street name, at least three characters. */
  adressenavn?: string;
  /** Number and letter, such as 14B. */
  husnummer?: string;
  postnummer?: string;
  kommunenummer?: string;
  /** The first two digits of the municipality's number. */
  fylkesnummer?: string;
  inkluderOppholdsadresse: boolean;
  soekFonetisk: boolean;
  inkluderDoede: boolean;
  /** historisk matches historical and current names and addresses. */
  historisk: boolean;
  /** As for an entydig søk. */
  serKlientadresser: boolean;
};

/** Whom an uttrekk/tilpasset is of. All must fit; years include both ends. */
export type Uttrekksutvalg = {
  /** `aktiv` covers midlertidig, ikkeBosatt, forsvunnet and foedselsregistrert. */
  personstatustyper: readonly ('aktiv' | 'bosatt' | 'utflyttet' | 'doed' | 'inaktiv')[];
  bostedskommunenummer?: string;
  oppholdskommunenummer?: string;
  foedselsaarFraOgMed?: number;
  foedselsaarTilOgMed?: number;
  doedsaarFraOgMed?: number;
  doedsaarTilOgMed?: number;
  kjoenn?: 'kvinne' | 'mann';
  statsborgerskap?: string;
  sivilstandstype?: string;
  /**
   * Whether the pakke may see protected addresses (fortrolig, klientadresse): without it nobody is found by the
   * municipality of one.
   */
  serVernede: boolean;
};

/** A person that documentation and tests refer to by name. */
export type Scenarioperson = { navn: string; nummer: string; beskrivelse: string };

export type Befolkning = {
  readonly antall: number;
  readonly scenariopersoner: readonly Scenarioperson[];
  /** The person that a number belongs to now: current, historical and opphørt numbers all lead to the continuing person. */
  findPerson(nummer: string): number | undefined;
  /**
   * The whole document (as if every part and historikk were asked for with every right), in the register's order. With
   * `bare` at least those egenskaper: others may be missing.
   */
  getDokument(person: number, bare?: ReadonlySet<string>): Persondokument;
  /** The person's current number, eleven digits, without making a document. */
  getNummer(person: number): string;
  /** The persons that fit, at most two: the caller only needs to know none, one or several. */
  findEntydig(kriterier: EntydigKriterier): number[];
  /** The persons that fit, by rising index; when there are more than `grense`, some `grense` + 1 of them. */
  listSoek(kriterier: Soekekriterier, grense: number): number[];
  /** The persons of an uttrekk as they are now. To be read at once, before anything more happens. */
  listUttrekk(utvalg: Uttrekksutvalg): Iterable<number>;
};

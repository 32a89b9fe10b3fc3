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
};

/** A person that documentation and tests refer to by name. */
export type Scenarioperson = { navn: string; nummer: string; beskrivelse: string };

export type Befolkning = {
  readonly antall: number;
  readonly scenariopersoner: readonly Scenarioperson[];
  /** The person that a number belongs to now: current, historical and opphørt numbers all lead to the continuing person. */
  findPerson(nummer: string): number | undefined;
  /** The whole document (as if every part and historikk were asked for with every right), in the register's order. */
  getDokument(person: number): Persondokument;
  /** The persons that fit, at most two: the caller only needs to know none, one or several. */
  findEntydig(kriterier: EntydigKriterier): number[];
};

/**
 * What one hendelse changed, as a user may be told it. Rule: that something of a person was changed is told where a hendelse
 * of that alone would be (list-synlige.ts) and the purpose asks for it; one may hold several, and its kind names the first.
 * Source: freg-contract.md section 5.2.
 */
import type { Vern } from '#lib/domain/person/skjerming.ts';
import type { Skjermingsrett } from '#lib/domain/session/session.ts';
import type { Egenskapsendring, Egenskapshendelse } from './hendelse.ts';
import type { Hendelsestype } from './hendelsestyper.ts';
import { isSynlig } from './list-synlige.ts';

/** The kind that tells of each entitet alone. */
const TYPE: Readonly<Record<string, Hendelsestype>> = {
  falskIdentitet: 'endringIFalskIdentitet',
  identifikasjonsnummer: 'endringIIdentifikasjonsnummer',
  identitetsgrunnlag: 'endringIIdentitetsgrunnlag',
  utlendingsmyndighetenesIdentifikasjonsnummer: 'endringIUtlendingsmyndighetenesIdentifikasjonsnummer',
  legitimasjonsdokument: 'endringILegitimasjonsdokument',
  utenlandskPersonidentifikasjon: 'endringIUtenlandskPersonidentifikasjon',
  kontaktinformasjonForDoedsbo: 'endringIKontaktopplysningerForDoedsbo',
  status: 'endringIStatus',
  deltBosted: 'endringIDeltBosted',
  kjoenn: 'endringIKjoenn',
  foedsel: 'endringIFoedsel',
  foedselINorge: 'endringIFoedselINorge',
  sivilstand: 'endringISivilstand',
  familierelasjon: 'endringIFamilierelasjon',
  doedsfall: 'endringIDoedsfall',
  navn: 'endringINavn',
  adressebeskyttelse: 'endringIAdressebeskyttelse',
  bostedsadresse: 'endringIBostedsadresse',
  oppholdsadresse: 'endringIOppholdsadresse',
  innflytting: 'endringIInnflytting',
  utflytting: 'endringIUtflytting',
  brukAvSamiskSpraak: 'endringIBrukAvSamiskSpraak',
  forholdTilSametingetsValgmanntall: 'endringISametingetsValgmanntall',
  kontaktadresse: 'endringIKontaktinformasjon',
  kontaktadresseIUtlandet: 'endringIKontaktinformasjon',
  foreldreansvar: 'endringIForeldreansvar',
  statsborgerskap: 'endringIStatsborgerskap',
  bibehold: 'endringIStatsborgerskap',
  opphold: 'endringIOpphold',
  vergemaalEllerFremtidsfullmakt: 'endringIVergemaal',
  rettsligHandleevne: 'endringIRettsligHandleevne',
  fratattRettsligHandleevne: 'endringIFratattRettsligHandleevne',
};

/** Two have another name than the egenskap that they are of. */
const EGENSKAP: Readonly<Record<string, string>> = {
  kontaktadresse: 'postadresse',
  kontaktadresseIUtlandet: 'postadresseIUtlandet',
};

const findIn = <T>(tabell: Readonly<Record<string, T>>, navn: string): T | undefined =>
  Object.hasOwn(tabell, navn) ? tabell[navn] : undefined;

type Bruker = {
  vern: Vern;
  rett: Skjermingsrett;
  /** What the purpose asks for. An entitet that the portal does not know is of no purpose, and not left out by any. */
  egenskaper: ReadonlySet<string>;
};

/** Each once, in the register's order. */
export function listEgenskapsendringer(
  hendelser: readonly Egenskapshendelse[],
  { vern, rett, egenskaper }: Bruker,
): Egenskapsendring[] {
  const funnet = new Map<string, Egenskapsendring>();
  for (const { entitet, entitetsendring } of hendelser) {
    const type = findIn(TYPE, entitet);
    const egenskap = findIn(EGENSKAP, entitet) ?? entitet;
    if (!isSynlig(type ?? entitet, vern, rett)) continue;
    if (type !== undefined && !egenskaper.has(egenskap)) continue;
    funnet.set(`${egenskap} ${entitetsendring}`, { egenskap, entitetsendring });
  }

  return [...funnet.values()];
}

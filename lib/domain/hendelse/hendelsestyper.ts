/**
 * The kinds of hendelse: those that the register has, and which of them are about nothing from which a place can be read.
 * A kind that is not in the list is as good as any and is shown as it was delivered; of somebody protected it is treated as
 * if it told of a place. Source: freg-contract.md section 5.1.
 */

/** In the order of the contract; the last two are named by the register's own description and by no schema. */
export const HENDELSESTYPER = [
  'personErOpprettet',
  'personErReaktivert',
  'personErOppdatert',
  'personErOpphoert',
  'personErViderefoertSomGjeldendeVedSammenslaaing',
  'personErOpphoertSomDublett',
  'personErEndretVedSplitting',
  'personErGjenopprettetVedSplitting',
  'personErDoed',
  'personErBosatt',
  'personErUtflyttet',
  'endringIStatus',
  'endringIIdentitetsgrunnlag',
  'endringIUtenlandskPersonidentifikasjon',
  'endringIUtlendingsmyndighetenesIdentifikasjonsnummer',
  'endringILegitimasjonsdokument',
  'endringIIdentifikasjonsnummer',
  'endringIFalskIdentitet',
  'endringIKontaktopplysningerForDoedsbo',
  'endringIDeltBosted',
  'endringIFoedsel',
  'endringIFoedselINorge',
  'endringIKjoenn',
  'endringIFamilierelasjon',
  'endringISivilstand',
  'endringIDoedsfall',
  'endringINavn',
  'endringIAdressebeskyttelse',
  'endringIBostedsadresse',
  'endringIBostedsadresseUtenFlytting',
  'endringIOppholdsadresse',
  'endringIInnflytting',
  'endringIUtflytting',
  'endringIBrukAvSamiskSpraak',
  'endringISametingetsValgmanntall',
  'endringIKontaktinformasjon',
  'endringIForeldreansvar',
  'endringIStatsborgerskap',
  'endringIOpphold',
  'endringIOppholdPaaSvalbard',
  'endringIVergemaal',
  'endringIPerson',
  'endringIFratattRettsligHandleevne',
  'endringIRettsligHandleevne',
  'personErInaktiv',
  'endringIBostedsadresseVedKommuneregulering',
] as const;
export type Hendelsestype = (typeof HENDELSESTYPER)[number];

/** That a grading came, changed or went: itself confidential. */
export const OM_BESKYTTELSE: Hendelsestype = 'endringIAdressebeskyttelse';

/**
 * What may be shown of somebody protected: facts that an oppslag shows of her too. Left out besides the places are the
 * kinds that say of nothing what has changed, and `personErOppdatert`, which the register also sends when it corrects an
 * address by machine.
 */
export const UTEN_STED: ReadonlySet<string> = new Set<Hendelsestype>([
  'personErOpprettet',
  'personErReaktivert',
  'personErOpphoert',
  'personErViderefoertSomGjeldendeVedSammenslaaing',
  'personErOpphoertSomDublett',
  'personErDoed',
  'endringIIdentitetsgrunnlag',
  'endringIUtenlandskPersonidentifikasjon',
  'endringIUtlendingsmyndighetenesIdentifikasjonsnummer',
  'endringILegitimasjonsdokument',
  'endringIIdentifikasjonsnummer',
  'endringIFalskIdentitet',
  'endringIFoedsel',
  'endringIFoedselINorge',
  'endringIKjoenn',
  'endringIFamilierelasjon',
  'endringISivilstand',
  'endringIDoedsfall',
  'endringINavn',
  'endringIBrukAvSamiskSpraak',
  'endringIForeldreansvar',
  'endringIStatsborgerskap',
  'endringIVergemaal',
  'endringIFratattRettsligHandleevne',
  'endringIRettsligHandleevne',
]);

/**
 * The hendelser as the pakker see them: which types there are, what the feed tells each pakke and the document of one
 * hendelse. Rule: a type that names an egenskap which the pakke does not get is told as endringIPerson.
 * Source: freg-contract.md sections 3.2, 3.4, 5.1 and 5.3. "Assumption" marks what no source says.
 */
import type { Egenskap } from './egenskaper.ts';
import type { Innstillinger } from './innstillinger.ts';
import type { PakkeId } from './pakker.ts';
import { getSynlighet } from './synlighet.ts';

/** The types (section 5.1) and the egenskaper each tells of; a type without any is shared as it is. */
export const HENDELSESTYPER = {
  personErOpprettet: [],
  personErReaktivert: [],
  personErOppdatert: [],
  personErOpphoert: [],
  personErViderefoertSomGjeldendeVedSammenslaaing: [],
  personErOpphoertSomDublett: [],
  personErEndretVedSplitting: [],
  personErGjenopprettetVedSplitting: [],
  personErDoed: [],
  personErBosatt: [],
  personErUtflyttet: [],
  endringIStatus: ['status'],
  endringIIdentitetsgrunnlag: ['identitetsgrunnlag'],
  endringIUtenlandskPersonidentifikasjon: ['utenlandskPersonidentifikasjon'],
  endringIUtlendingsmyndighetenesIdentifikasjonsnummer: ['utlendingsmyndighetenesIdentifikasjonsnummer'],
  endringILegitimasjonsdokument: ['legitimasjonsdokument'],
  endringIIdentifikasjonsnummer: ['identifikasjonsnummer'],
  endringIFalskIdentitet: ['falskIdentitet'],
  endringIKontaktopplysningerForDoedsbo: ['kontaktinformasjonForDoedsbo'],
  endringIDeltBosted: ['deltBosted'],
  endringIFoedsel: ['foedsel'],
  endringIFoedselINorge: ['foedselINorge'],
  endringIKjoenn: ['kjoenn'],
  endringIFamilierelasjon: ['familierelasjon'],
  endringISivilstand: ['sivilstand'],
  endringIDoedsfall: ['doedsfall'],
  endringINavn: ['navn'],
  endringIAdressebeskyttelse: ['adressebeskyttelse'],
  endringIBostedsadresse: ['bostedsadresse'],
  endringIBostedsadresseUtenFlytting: ['bostedsadresse'],
  endringIOppholdsadresse: ['oppholdsadresse'],
  endringIInnflytting: ['innflytting'],
  endringIUtflytting: ['utflytting'],
  endringIBrukAvSamiskSpraak: ['brukAvSamiskSpraak'],
  endringISametingetsValgmanntall: ['forholdTilSametingetsValgmanntall'],
  endringIKontaktinformasjon: ['postadresse', 'postadresseIUtlandet'],
  endringIForeldreansvar: ['foreldreansvar'],
  endringIStatsborgerskap: ['statsborgerskap', 'bibehold'],
  endringIOpphold: ['opphold'],
  endringIOppholdPaaSvalbard: ['oppholdPaaSvalbard'],
  endringIVergemaal: ['vergemaalEllerFremtidsfullmakt'],
  endringIPerson: [],
  endringIFratattRettsligHandleevne: ['fratattRettsligHandleevne'],
  endringIRettsligHandleevne: ['rettsligHandleevne'],
} as const satisfies Record<
  string,
  readonly (Egenskap | 'forholdTilSametingetsValgmanntall' | 'oppholdPaaSvalbard')[]
>;

/** A hendelse as it happened: everything that the feed of offentlig-med-hjemmel tells. */
export type FeedhendelseWire = {
  folkeregisteridentifikator?: string;
  /** Without the s that the document's field has (section 5.3). */
  hendelsetype: string;
  /** Absent for personErOppdatert. */
  hendelsesdokument?: string;
  /** Absent for personErOpphoertSomDublett. */
  persondokument?: string;
  /** ISO with offset. */
  ajourholdstidspunkt?: string;
};

type Hendelse = {
  folkeregisteridentifikator: string;
  hendelsestype: string;
  ajourholdstidspunkt: string;
  hendelsesdokument?: string;
  persondokument?: string;
};

/** What a pakke's feed tells of a hendelse; `erBeskyttet` is asked only where the answer depends on it. */
export type Feedregel = (hendelse: Hendelse, erBeskyttet: () => boolean) => FeedhendelseWire | undefined;

const OFFENTLIGE: readonly PakkeId[] = ['offentlig-med-hjemmel', 'offentlig-uten-hjemmel'];
const FLYTTINGER = new Set(['endringIInnflytting', 'endringIUtflytting']);
/** These name a move too, but say besides that status has changed, which every pakke is told. */
const FLYTTINGER_MED_STATUS = new Set(['personErBosatt', 'personErUtflyttet']);

/**
 * The feed of the pakke, as a function from a hendelse to what is told of it, or undefined when nothing is.
 * personErOppdatert is for offentlig-med-hjemmel only (section 8 no 2), and that a protected person moved in or out
 * is not told to packages that are not public (section 2.2). Assumption: where status changed with it, that something
 * changed is told.
 */
export function createFeedregel(pakke: PakkeId, innstillinger: Innstillinger): Feedregel {
  const synlighet = getSynlighet(pakke, innstillinger);
  if (synlighet.harHjemmel) return toAlt;
  const synlige: ReadonlySet<string> = synlighet.egenskaper;
  const aapne = new Set(
    Object.entries(HENDELSESTYPER)
      .filter(([, egenskaper]) => egenskaper.length === 0 || egenskaper.some((e) => synlige.has(e)))
      .map(([type]) => type),
  );
  const erOffentlig = OFFENTLIGE.includes(pakke);
  const erGeneralisert = synlighet.identifikasjonsnummer !== 'alltid';
  const medNummer = synlighet.identifikasjonsnummer !== 'aldri' || innstillinger.delNummerIHendelser;
  return (hendelse, erBeskyttet) => {
    const { folkeregisteridentifikator, hendelsestype, ajourholdstidspunkt } = hendelse;
    if (hendelsestype === 'personErOppdatert') return undefined;
    if (!erOffentlig && FLYTTINGER.has(hendelsestype) && erBeskyttet()) return undefined;
    if (erGeneralisert)
      return { ...(medNummer ? { folkeregisteridentifikator } : {}), hendelsetype: 'endringIPerson' };
    const erSkjult =
      !aapne.has(hendelsestype) ||
      (!erOffentlig && FLYTTINGER_MED_STATUS.has(hendelsestype) && erBeskyttet());
    const hendelsetype = erSkjult ? 'endringIPerson' : hendelsestype;
    return { folkeregisteridentifikator, hendelsetype, ajourholdstidspunkt };
  };
}

const toAlt: Feedregel = (hendelse) => ({
  folkeregisteridentifikator: hendelse.folkeregisteridentifikator,
  hendelsetype: hendelse.hendelsestype,
  ...(hendelse.hendelsesdokument === undefined ? {} : { hendelsesdokument: hendelse.hendelsesdokument }),
  ...(hendelse.persondokument === undefined ? {} : { persondokument: hendelse.persondokument }),
  ajourholdstidspunkt: hendelse.ajourholdstidspunkt,
});

/** The document of one hendelse (section 5.3, "Tykk"). Without egenskapshendelser the list is absent. */
export function toHendelsesdokument(
  dokumentidentifikator: string,
  { folkeregisteridentifikator, hendelsestype, ajourholdstidspunkt }: Hendelse,
  egenskapshendelse: readonly Record<string, unknown>[],
): Record<string, unknown> {
  return {
    dokumentidentifikator,
    skjemaversjon: '1.0',
    hendelse: {
      folkeregisteridentifikator,
      hendelsestype,
      ajourholdstidspunkt,
      ...(egenskapshendelse.length === 0 ? {} : { egenskapshendelse }),
    },
  };
}

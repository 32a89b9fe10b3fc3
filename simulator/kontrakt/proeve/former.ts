/**
 * The shapes that answers have, as JSON Schema, and the root and namespace of each in XML. Ours, checked in: they hold
 * when no OpenAPI description is at hand, and they are stricter than it.
 * Source: freg-contract.md sections 1.2, 1.3, 5.2 and 5.3. "Assumption" marks what no source says.
 */

import { FOLKEREGISTERPERSON, METADATA } from '../modell.ts';
import { createTyper, listFelter, PERSONSKJEMA, type Skjema } from './personskjema.ts';

const TEKST: Skjema = { type: 'string', minLength: 1 };
const ELLEVE: Skjema = { type: 'string', pattern: '^\\d{11}$' };
/** Ids are 32 hex digits today (section 5.3). */
const DOKUMENTID: Skjema = { type: 'string', pattern: '^[0-9a-f]{32}$' };
const TID: Skjema = { type: 'string', format: 'date-time' };
const UUID: Skjema = { type: 'string', format: 'uuid' };

const objekt = (felter: Skjema, valgfrie: Skjema = {}): Skjema => ({
  type: 'object',
  properties: { ...felter, ...valgfrie },
  required: Object.keys(felter),
  additionalProperties: false,
});
const liste = (items: Skjema, minItems = 1): Skjema => ({ type: 'array', minItems, items });

const BULKFEIL = objekt({ feilmelding: TEKST });

/** A bulk row has the id and one of the two: what was asked for, or why it is not there. */
const bulksvar = (id: string, idskjema: Skjema, innhold: string, skjema: Skjema): Skjema =>
  objekt({
    oppslag: liste(
      {
        ...objekt({ [id]: idskjema }, { [innhold]: skjema, feilmelding: BULKFEIL }),
        oneOf: [{ required: [innhold] }, { required: ['feilmelding'] }],
      },
      0,
    ),
  });

const PERSON: Skjema = { $ref: 'person' };
const HENDELSESDOKUMENT: Skjema = { $ref: 'hendelse' };

/** The types of section 5.1. */
export const HENDELSESTYPER =
  'personErOpprettet personErReaktivert personErOppdatert personErOpphoert personErViderefoertSomGjeldendeVedSammenslaaing personErOpphoertSomDublett personErEndretVedSplitting personErGjenopprettetVedSplitting personErDoed personErBosatt personErUtflyttet endringIStatus endringIIdentitetsgrunnlag endringIUtenlandskPersonidentifikasjon endringIUtlendingsmyndighetenesIdentifikasjonsnummer endringILegitimasjonsdokument endringIIdentifikasjonsnummer endringIFalskIdentitet endringIKontaktopplysningerForDoedsbo endringIDeltBosted endringIFoedsel endringIFoedselINorge endringIKjoenn endringIFamilierelasjon endringISivilstand endringIDoedsfall endringINavn endringIAdressebeskyttelse endringIBostedsadresse endringIBostedsadresseUtenFlytting endringIOppholdsadresse endringIInnflytting endringIUtflytting endringIBrukAvSamiskSpraak endringISametingetsValgmanntall endringIKontaktinformasjon endringIForeldreansvar endringIStatsborgerskap endringIOpphold endringIOppholdPaaSvalbard endringIVergemaal endringIPerson endringIFratattRettsligHandleevne endringIRettsligHandleevne'.split(
    ' ',
  );

/** Without the s in the feed (section 5.3). Only offentlig-med-hjemmel gets document ids. */
const FEEDHENDELSE: Skjema = objekt({
  sekvensnummer: { type: 'integer', minimum: 1 },
  hendelse: objekt(
    { folkeregisteridentifikator: ELLEVE, hendelsetype: { enum: HENDELSESTYPER } },
    { hendelsesdokument: DOKUMENTID, persondokument: DOKUMENTID, ajourholdstidspunkt: TID },
  ),
});

/** Two egenskaper are called something else as entitet (section 5.2). */
const ENTITETER: Readonly<Record<string, string>> = {
  postadresse: 'kontaktadresse',
  postadresseIUtlandet: 'kontaktadresseIUtlandet',
};

/** An annullering has only entitet and entitetsendring; everything else carries the one egenskap that it names. */
function toEgenskapshendelse({ navn, type }: { navn: string; type: string }): Skjema {
  const entitet: Skjema = { const: ENTITETER[navn] ?? navn };
  return {
    oneOf: [
      objekt({ entitet, entitetsendring: { const: 'annullere' } }),
      objekt({
        entitet,
        entitetsendring: { enum: ['registrereNy', 'korrigere'] },
        [navn]: { $ref: `#/$defs/${type}` },
      }),
    ],
  };
}

/** The hendelse's elements carry the metadata of the person's, but for erGjeldende (section 2). */
const HENDELSEMETADATA = METADATA.replace(/ ?erGjeldende:bool/, '');

/** In hendelser identitetsgrunnlag has another field (section 5.2; section 9 no 14: the description, not the docs). */
const HENDELSESTYPESKJEMAER: Record<string, Skjema> = {
  ...createTyper(HENDELSEMETADATA),
  Identitetsgrunnlag: {
    type: 'object',
    properties: {
      ...Object.fromEntries(listFelter(HENDELSEMETADATA).map(({ navn }) => [navn, { type: 'string' }])),
      legitimasjonskontroll: { enum: ['ingenStatus', 'ikkeKontrollert', 'kontrollert', 'unik'] },
    },
    required: ['legitimasjonskontroll'],
    additionalProperties: false,
  },
};

const HENDELSESSKJEMA: Skjema = {
  ...objekt({
    dokumentidentifikator: DOKUMENTID,
    skjemaversjon: { const: '1.0' },
    hendelse: objekt(
      {
        folkeregisteridentifikator: ELLEVE,
        hendelsestype: { enum: HENDELSESTYPER },
        ajourholdstidspunkt: TID,
      },
      {
        egenskapshendelse: liste({ anyOf: listFelter(FOLKEREGISTERPERSON).map(toEgenskapshendelse) }),
        hendelsesaarsakIDsf: TEKST,
      },
    ),
  }),
  $defs: HENDELSESTYPESKJEMAER,
};

/** Every shape of a JSON body; `$id` where others refer to it. */
export const FORMER = {
  Folkeregisterperson: PERSON,
  PersonBulkoppslag: bulksvar('foedselsEllerDNummer', ELLEVE, 'folkeregisterperson', PERSON),
  ArkivBulkoppslag: bulksvar('dokumentidentifikator', TEKST, 'folkeregisterperson', PERSON),
  HendelseBulkoppslag: bulksvar('dokumentidentifikator', TEKST, 'hendelsedokument', HENDELSESDOKUMENT),
  Personsoek: objekt({}, { foedselsEllerDNummer: liste(ELLEVE, 0) }),
  Feedside: { ...liste(FEEDHENDELSE, 0), maxItems: 1_000 },
  Sekvensnummer: { type: 'integer', minimum: 0 },
  DokumentForHendelse: HENDELSESDOKUMENT,
  UttrekkJobb: objekt({ jobbId: UUID }),
  /** The numbers of a tilpasset, or the document ids of a komplett. */
  UttrekkData: {
    ...objekt({}, { foedselsEllerDNummer: liste(ELLEVE), dokumentidentifikator: liste(DOKUMENTID) }),
    minProperties: 1,
    maxProperties: 1,
  },
  UttrekkSlutt: objekt({}),
  UttrekkJobbfeil: objekt({ feilmelding: TEKST }),
  UttrekkDatafeil: objekt({ feilmelding: TEKST }),
  FolkeregisterFeilmelding: objekt(
    {
      httpStatus: { type: 'integer' },
      alvorlighetsgrad: { const: 'WARNING' },
      feilmelding: TEKST,
    },
    { feilkode: TEKST, tilleggsinformasjon: { type: 'object', additionalProperties: { type: 'string' } } },
  ),
  FeilForEksterne: objekt({
    code: TEKST,
    message: TEKST,
    httpStatus: { type: 'integer' },
    feilreferanse: TEKST,
  }),
  Tjenestefeil: objekt({ kode: { const: 'FREG-001' }, melding: TEKST }),
} as const satisfies Record<string, Skjema>;

/** Shapes that are not JSON. */
const ANDRE = ['Tom', 'Html', 'Xsd'] as const;
export type Form = keyof typeof FORMER | (typeof ANDRE)[number];

/** What the shapes refer to by name. */
export const FELLESSKJEMAER: Readonly<Record<string, Skjema>> = {
  person: PERSONSKJEMA,
  hendelse: HENDELSESSKJEMA,
};

const PERSON_V1 = 'folkeregisteret:tilgjengeliggjoering:person:v1';
const HENDELSE_V1 = 'folkeregisteret:tilgjengeliggjoering:hendelse:v1';

/**
 * Root and namespace of each shape in XML. The person's namespace and the root `error` are the sources' own (sections
 * 1.3 and 2); assumption: the rest. The feed is Atom and is read on its own.
 */
export const ROETTER: Readonly<
  Record<Exclude<keyof typeof FORMER, 'Feedside'>, { rot: string; navnerom: string }>
> = {
  Folkeregisterperson: { rot: 'folkeregisterperson', navnerom: PERSON_V1 },
  PersonBulkoppslag: { rot: 'personBulkoppslagResponse', navnerom: PERSON_V1 },
  ArkivBulkoppslag: { rot: 'arkivPersonDokumentBulkoppslagResponse', navnerom: PERSON_V1 },
  HendelseBulkoppslag: { rot: 'hendelseBulkoppslagResponse', navnerom: HENDELSE_V1 },
  Personsoek: { rot: 'personsoekResponse', navnerom: PERSON_V1 },
  Sekvensnummer: { rot: 'sekvensnummer', navnerom: HENDELSE_V1 },
  DokumentForHendelse: { rot: 'dokumentForHendelse', navnerom: HENDELSE_V1 },
  UttrekkJobb: { rot: 'uttrekkJobbResponse', navnerom: PERSON_V1 },
  UttrekkData: { rot: 'uttrekkDataResponse', navnerom: PERSON_V1 },
  UttrekkSlutt: { rot: 'uttrekkDataResponse', navnerom: PERSON_V1 },
  UttrekkJobbfeil: { rot: 'uttrekkJobbResponse', navnerom: PERSON_V1 },
  UttrekkDatafeil: { rot: 'uttrekkDataResponse', navnerom: PERSON_V1 },
  FolkeregisterFeilmelding: { rot: 'folkeregisterFeilmelding', navnerom: PERSON_V1 },
  FeilForEksterne: { rot: 'error', navnerom: '' },
  Tjenestefeil: { rot: 'feil', navnerom: PERSON_V1 },
};

export const erJsonForm = (form: Form): form is keyof typeof FORMER => form in FORMER;

/**
 * The contract of an oppslag between browser and server: what may be asked and every way it can end.
 * The parameters of entydig soek are those of freg-contract.md section 4.1.
 */
import { z } from 'zod';
import type { PersonView } from '#lib/domain/person/person-view.ts';
import { STENGT_GRUNNER } from '#lib/domain/personregel/personregel.ts';
import { EGENSKAPER } from '#lib/domain/rettighetspakke/egenskaper.ts';
import { KontekstRequest } from '#lib/domain/session/kontekst-request.ts';

const kort = z.string().trim().max(200);

/** Criteria as the user typed them, trimmed; an empty string is no criterion. Formats are judged by `kriterier.ts`. */
export const Kriterier = z.strictObject({
  identifikasjonsnummer: kort.optional(),
  utenlandskpersonidentifikasjon: kort.optional(),
  legitimasjonsdokument: kort.optional(),
  utlendingsmyndighetenesIdentifikasjonsnummer: kort.optional(),
  foedselsdato: kort.optional(),
  navn: kort.optional(),
  postnummer: kort.optional(),
  adressenavn: kort.optional(),
  husnummer: kort.optional(),
  soekFonetisk: z.boolean().optional(),
  opplysningsgrunnlag: z.enum(['gjeldende', 'historisk']).optional(),
});
export type Kriterier = z.infer<typeof Kriterier>;

/** What a user may add to the purpose's parts: egenskaper one by one, and their history. Never an alias for many. */
const TILLEGGSDELER = [...EGENSKAPER, 'historikk'] as const;
export type Tilleggsdel = (typeof TILLEGGSDELER)[number];

export const OppslagRequest = KontekstRequest.extend({
  kriterier: Kriterier,
  /** Parts beside the purpose's, for this oppslag only. */
  tilleggsdeler: z.array(z.enum(TILLEGGSDELER)).max(TILLEGGSDELER.length).optional(),
});
export type OppslagRequest = z.infer<typeof OppslagRequest>;

/** Why the portal refused. Only who the person is may be seen after the register has answered. Each has a text: `oppslag.avvist.<grunn>`. */
export const AVVIST_GRUNNER = [
  'manglerRolle',
  'manglerPakke',
  'manglerTjeneste',
  'ukjentFormaal',
  'formaalIkkeForPakken',
  'formaalIkkeTilDette',
  'manglerSaksreferanse',
  'manglerRettTilTreff',
  'ugyldigKriterium',
  'tilleggIkkeIPakken',
  ...STENGT_GRUNNER,
] as const;
export type AvvistGrunn = (typeof AVVIST_GRUNNER)[number];

/** Why the register gave no answer. Each has a text: `oppslag.feil.<grunn>`. */
export const KILDEFEIL = [
  'tidsavbrudd',
  'utilgjengelig',
  'opptatt',
  'sertifikat',
  'ikkeAutentisert',
  'manglerTilgang',
  'avvistAvKilden',
  'blokkertAvBrannmur',
  'ugyldigSvar',
] as const;
export type KildeFeil = (typeof KILDEFEIL)[number];

/** What one oppslag leaves for the case file (product.md section 4, Kvittering). */
export type Kvittering = {
  /** The id of the act in the revisjonslogg. */
  handlingId: string;
  tidspunkt: string;
  formaal: string;
  hjemmel: string;
  saksreferanse: string;
  pakke: string;
  deler: string[];
  /** Those of `deler` that the user added to the purpose's. */
  tilleggsdeler: Tilleggsdel[];
  felter: string[];
  /**
   * The register's own id of the document that was shown, where it has one: a document of the archive. What is asked of
   * a living person comes without, and without a sekvensnummer (freg-contract.md sections 1.2 and 1.4).
   */
  dokumentidentifikator: string | null;
  /** The place in the feed of the hendelse that led to it. */
  sekvensnummer: string | null;
  /** HMAC-SHA256 of what was shown, hex: says later whether a copy is what the screen had. */
  avtrykk: string;
};

/** One rung of the søketrapp (`soeketrapp.ts`). */
export type Trinn = {
  grunnlag: 'foedselsdato' | 'adresse' | 'foedselsdatoOgAdresse';
  opplysningsgrunnlag: 'gjeldende' | 'historisk';
  fonetisk: boolean;
};

/** How one criterion agrees with the person: now, earlier, not at all, or nothing to compare with is shown. */
export type Samsvar = {
  felt: 'navn' | 'foedselsdato' | 'adressenavn' | 'husnummer' | 'postnummer';
  grad: 'likt' | 'tidligere' | 'ulikt' | 'ikkeVist';
};

/** How a person was found by the søketrapp: what was tried, the last rung being the one that hit. */
export type Trapp = { trinn: Trinn[]; samsvar: Samsvar[] };

/** Every way an oppslag can end that is not a fault of ours. `trapp` is there when the søketrapp was used. */
export type OppslagResult =
  | {
      utfall: 'funnet';
      oppslagId: string;
      utloeper: string;
      person: PersonView;
      kvittering: Kvittering;
      trapp?: Trapp;
      /** By which nødtilgang she is open to the user, and until when (ISO). */
      noedtilgang?: { id: string; utloeper: string };
    }
  /** Zero or several hits: the register does not tell them apart, so neither do we. */
  | { utfall: 'ingenEntydigTreff'; referanse: string; trinn?: Trinn[] }
  | {
      utfall: 'avvist';
      grunn: AvvistGrunn;
      felt: string | null;
      referanse: string;
      /** What to ask for a nødtilgang with, where one can be had: the person, sealed. */
      noedtilgang?: string;
    }
  | { utfall: 'kildefeil'; grunn: KildeFeil; proevIgjenOmMs: number | null; referanse: string };

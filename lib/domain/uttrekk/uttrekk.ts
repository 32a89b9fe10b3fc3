/**
 * An uttrekk as the browser sees it: its order, its state, how far it has come and what it gave. Nothing here names a
 * person that was fetched; files are downloaded, never sent as JSON (product.md section 6).
 */
import { z } from 'zod';
import { Bestilling, FORMATER } from './bestilling.ts';
import { OENSKER, TILSTANDER } from './tilstand.ts';

const Antall = z.int().nonnegative();
const Tidspunkt = z.iso.datetime();

/** What this user may do with this uttrekk now; the server decides again at each request. */
export const UTTREKKSVALG = [
  'endre',
  'bestill',
  'godkjenn',
  'avslaa',
  'pause',
  'fortsett',
  'avbryt',
  'avklar',
  'bestillPaaNytt',
  'lastNed',
  'del',
  'slett',
  'sammenlign',
  'holdOppdatert',
] as const;
export type Uttrekksvalg = (typeof UTTREKKSVALG)[number];

/** Persons fetched of those found so far; `sisteBatchSett` once the register has said that there are no more. */
const Fremdrift = z.strictObject({
  batcher: Antall,
  sisteBatchSett: z.boolean(),
  identifikatorer: Antall,
  hentet: Antall,
  ikkeLevert: Antall,
  /** Over the last half minute; null before there is anything to measure. */
  personerPerSekund: z.number().nonnegative().nullable(),
  sekunderIgjen: Antall.nullable(),
});
export type Fremdrift = z.infer<typeof Fremdrift>;

export const Uttrekksrad = z.strictObject({
  uttrekkId: z.uuid(),
  navn: z.string(),
  tilstand: z.enum(TILSTANDER),
  oenske: z.enum(OENSKER),
  eier: z.string(),
  erEier: z.boolean(),
  pakke: z.string(),
  formaal: z.string(),
  opprettet: Tidspunkt,
  ferdig: Tidspunkt.nullable(),
  /** When its files are deleted. */
  utloeper: Tidspunkt.nullable(),
  fremdrift: Fremdrift,
});
export type Uttrekksrad = z.infer<typeof Uttrekksrad>;

const BATCHTILSTANDER = ['venter', 'hentet', 'oppslag', 'ferdig', 'feilet'] as const;

const Batchrad = z.strictObject({
  jobbNr: Antall,
  batchNr: Antall,
  tilstand: z.enum(BATCHTILSTANDER),
  forsoek: Antall,
  antall: Antall,
  /** Chunks of at most 1 000, and how many of them are done. */
  deler: Antall,
  delerFerdig: Antall,
});
export type Batchrad = z.infer<typeof Batchrad>;

/** One line of the job's own log: a text by `kode`, filled in with `verdier`. */
const Merknad = z.strictObject({
  tidspunkt: Tidspunkt,
  kode: z.string(),
  verdier: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Merknad = z.infer<typeof Merknad>;

const Filrad = z.strictObject({
  filId: z.uuid(),
  format: z.enum(FORMATER),
  tilstand: z.enum(['skrives', 'klar', 'slettet']),
  bytes: Antall.nullable(),
  rader: Antall.nullable(),
  /** SHA-256 of the file as it is downloaded, hex. */
  sjekksum: z.string().nullable(),
  /** Whether there is a signed manifest of it; files from before there were any have none. */
  harManifest: z.boolean(),
  nedlastinger: Antall,
  slettet: Tidspunkt.nullable(),
});
export type Filrad = z.infer<typeof Filrad>;

/** Why the file can be trusted: every batch from 0 was fetched, the end was seen, and nobody is unaccounted for. */
const Fullstendighet = z.strictObject({
  batcher: Antall,
  identifikatorer: Antall,
  dubletter: Antall,
  levert: Antall,
  /** Persons whom the register gave no document of, or who cannot be delivered in an uttrekk: not told apart. */
  ikkeLevert: Antall,
  stemmer: z.boolean(),
});
export type Fullstendighet = z.infer<typeof Fullstendighet>;

/** One picture of the result: groups with how many, null where it is fewer than five and so not told. */
const Fordeling = z.strictObject({
  navn: z.enum(['alderKjoenn', 'kommune', 'status', 'sivilstand', 'kjoenn']),
  grupper: z.array(
    z.strictObject({ noekkel: z.string(), undergruppe: z.string().nullable(), antall: Antall.nullable() }),
  ),
});
export type Fordeling = z.infer<typeof Fordeling>;

const Godkjenning = z.strictObject({
  bruker: z.string(),
  utfall: z.enum(['godkjent', 'avslaatt']),
  begrunnelse: z.string(),
  tidspunkt: Tidspunkt,
});

/** Why an approval is needed. Each has a text: `uttrekk.godkjenningsgrunn.<grunn>`. */
export const GODKJENNINGSGRUNNER = [
  'mange',
  'taushetsbelagt',
  'dokumenter',
  'komplett',
  'plan',
  'skillerUt',
] as const;
export type Godkjenningsgrunn = (typeof GODKJENNINGSGRUNNER)[number];

export const Uttrekksside = Uttrekksrad.extend({
  bestilling: Bestilling,
  /** SHA-256 of the order's canonical text, hex: what the user saw, named by what she then asks for. */
  avtrykk: z.string(),
  /** Why it was ordered although it concerns few. */
  begrunnelse: z.string().nullable(),
  valg: z.array(z.enum(UTTREKKSVALG)),
  /** The fault that ended it or that it waits for, as a code: `uttrekk.feil.<kode>`. */
  feil: z.string().nullable(),
  godkjenningsgrunner: z.array(z.enum(GODKJENNINGSGRUNNER)),
  godkjenninger: z.array(Godkjenning),
  batcher: z.array(Batchrad),
  merknader: z.array(Merknad),
  filer: z.array(Filrad),
  /**
   * That the files go so many hours after everybody who may has downloaded them all, if that is before their last day.
   * `alleHar`: they have, and `utloeper` is that time. Null where the last day alone counts.
   */
  etterNedlasting: z.strictObject({ timer: Antall, alleHar: z.boolean() }).nullable(),
  deltMed: z.array(z.strictObject({ brukerId: z.uuid(), navn: z.string() })),
  fullstendighet: Fullstendighet.nullable(),
  fordelinger: z.array(Fordeling),
});
export type Uttrekksside = z.infer<typeof Uttrekksside>;

/** What has changed of the page: every field that is new, the batches that are, and the lines that have come since. */
export const Sideendring = z.strictObject({
  felter: Uttrekksside.omit({ batcher: true, merknader: true }).partial(),
  batcher: z.array(Batchrad),
  merknader: z.array(Merknad),
  /** How many lines there are with them: the oldest give way. */
  antallMerknader: Antall,
});
export type Sideendring = z.infer<typeof Sideendring>;

/** The answer of POST /api/uttrekk/liste, each newest first. `tilGodkjenning` is for a leder: what waits for her. */
export const Uttrekksliste = z.strictObject({
  egne: z.array(Uttrekksrad),
  delte: z.array(Uttrekksrad),
  tilGodkjenning: z.array(Uttrekksrad),
});
export type Uttrekksliste = z.infer<typeof Uttrekksliste>;

/** The answer of POST /api/uttrekk/mottakere: colleagues who may be given an uttrekk. */
export const Mottakere = z.strictObject({
  mottakere: z.array(z.strictObject({ brukerId: z.uuid(), navn: z.string(), enhet: z.string().nullable() })),
});
export type Mottakere = z.infer<typeof Mottakere>;

/** The answer of POST /api/uttrekk/{uttrekkId}/sammenligning. */
export const Sammenligninger = z.strictObject({
  /** Earlier runs of the same definition that it can be compared with. */
  kandidater: z.array(z.strictObject({ uttrekkId: z.uuid(), navn: z.string(), ferdig: Tidspunkt })),
  sammenligninger: z.array(
    z.strictObject({
      medId: z.uuid(),
      navn: z.string(),
      tilstand: z.enum(['venter', 'klar', 'feilet']),
      nye: Antall.nullable(),
      borte: Antall.nullable(),
      endret: Antall.nullable(),
      /** The file of them; null where nothing has changed, and for runs from before it was made. */
      filId: z.uuid().nullable(),
      harManifest: z.boolean(),
    }),
  ),
});
export type Sammenligninger = z.infer<typeof Sammenligninger>;

/**
 * Events of GET /api/uttrekk/{uttrekkId}/strom: first `side` with an `Uttrekksside`, then `endring` with a `Sideendring`
 * to the last of them, and `slutt` with one of these words.
 */
export type Stromslutt = 'ferdig' | 'session' | 'borte';

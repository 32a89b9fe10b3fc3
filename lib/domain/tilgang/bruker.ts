/** What the screens of access are told of users and units: closed schemas, since each is an answer without a row (`Egne`). */
import { z } from 'zod';
import { TILGANGSAVSLAG } from './decide-endring.ts';
import { RETTIGHETER, type Rettighet } from './rettighet.ts';
import { TILGANGSHENDELSER } from './tilgangshendelse.ts';

const Navn = z.enum(RETTIGHETER as [Rettighet, ...Rettighet[]]);
const Tidspunkt = z.iso.datetime();

const Brukerrad = z.strictObject({
  brukerId: z.uuid(),
  navn: z.string(),
  brukernavn: z.string(),
  enhet: z.string().nullable(),
  /** Those that count now. */
  rettigheter: z.array(Navn),
  sperret: z.boolean(),
  /** Rights that somebody must confirm before they count. */
  venter: z.array(Navn),
  /** Rights that she has had for long and not used. */
  ubrukte: z.array(Navn),
  sistInnlogget: Tidspunkt,
});
export type Brukerrad = z.infer<typeof Brukerrad>;

/** The users that fit, by name. `antall` is how many there are when not all are shown. */
export const Brukerliste = z.strictObject({
  brukere: z.array(Brukerrad),
  antall: z.int(),
  /** The units that users are in, for the filter. */
  enheter: z.array(z.string()),
});
export type Brukerliste = z.infer<typeof Brukerliste>;

const Rettighetsrad = z.discriminatedUnion('kilde', [
  z.strictObject({
    kilde: z.literal('gruppe'),
    rettighet: Navn,
    fratatt: z.boolean(),
    /** The last day that the group gives it; null for one without end. */
    til: z.iso.date().nullable(),
  }),
  z.strictObject({
    kilde: z.literal('tildeling'),
    rettighet: Navn,
    tildelingId: z.uuid(),
    status: z.enum(['gjelder', 'venterPaaBekreftelse', 'ikkeBegynt', 'utloept']),
    fra: Tidspunkt,
    til: Tidspunkt,
    begrunnelse: z.string(),
    gittAv: z.string(),
    bekreftetAv: z.string().nullable(),
    /** Whether the reader may be the second pair of eyes. */
    kanBekreftes: z.boolean(),
  }),
]);
export type Rettighetsrad = z.infer<typeof Rettighetsrad>;

const Hendelse = z.strictObject({
  nr: z.string(),
  tidspunkt: Tidspunkt,
  slag: z.enum(TILGANGSHENDELSER),
  /** Which right or unit. */
  hva: z.string().nullable(),
  /** Null for what the portal does by itself. */
  av: z.string().nullable(),
  begrunnelse: z.string().nullable(),
});
export type Hendelse = z.infer<typeof Hendelse>;

export const Brukerside = z.strictObject({
  brukerId: z.uuid(),
  navn: z.string(),
  brukernavn: z.string(),
  enhet: z.string().nullable(),
  /** The unit of the portal's own; null while the identity provider's word stands. */
  enhetId: z.uuid().nullable(),
  sperret: z.boolean(),
  sistInnlogget: Tidspunkt,
  levendeOekter: z.int(),
  rettigheter: z.array(Rettighetsrad),
  /** Newest first. */
  historikk: z.array(Hendelse),
  /** Whether the reader is this user. */
  erEgen: z.boolean(),
  /** Nobody changes her own access, and a personvernombud changes nobody's. */
  kanEndres: z.boolean(),
});
export type Brukerside = z.infer<typeof Brukerside>;

/** After a change: the page as it is now, and why nothing was changed if nothing was. */
export const Tilgangssvar = z.strictObject({ avslag: z.enum(TILGANGSAVSLAG).nullable(), side: Brukerside });
export type Tilgangssvar = z.infer<typeof Tilgangssvar>;

const Enhet = z.strictObject({
  enhetId: z.uuid(),
  navn: z.string(),
  overordnetId: z.uuid().nullable(),
  antallBrukere: z.int(),
  avsluttet: Tidspunkt.nullable(),
});
export type Enhet = z.infer<typeof Enhet>;
/** Those in use by name, then those that are ended. */
export const Enhetsliste = z.strictObject({ enheter: z.array(Enhet) });
export type Enhetsliste = z.infer<typeof Enhetsliste>;

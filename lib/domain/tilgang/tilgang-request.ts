/** What the browser may ask of users, rights and units. */
import { z } from 'zod';
import { Begrunnelse } from '#lib/domain/avdekking/begrunnelse-request.ts';
import { RETTIGHETER, type Rettighet } from './rettighet.ts';

const Navn = z.enum(RETTIGHETER as [Rettighet, ...Rettighet[]]);
/** POST /api/tilgang/brukere. Empty words are no filter. */
export const BrukerlisteRequest = z.strictObject({
  soek: z.string().trim().max(60),
  enhet: z.string().max(200).nullable(),
  rettighet: Navn.nullable(),
  /** Only those with a right that somebody must confirm. */
  venter: z.boolean(),
  /** Only those with a right that they do not use. */
  ubrukt: z.boolean(),
});
export type BrukerlisteRequest = z.infer<typeof BrukerlisteRequest>;

/** PUT /api/tilgang/brukere/{brukerId}: one change, by an administrator. `til`: the first moment without the right. */
export const Tilgangsendring = z.discriminatedUnion('slag', [
  z.strictObject({
    slag: z.literal('gi'),
    rettighet: Navn,
    til: z.iso.datetime({ offset: true }),
    begrunnelse: Begrunnelse,
  }),
  z.strictObject({ slag: z.literal('trekk'), tildelingId: z.uuid(), begrunnelse: Begrunnelse }),
  z.strictObject({ slag: z.literal('fratak'), rettighet: Navn, begrunnelse: Begrunnelse }),
  z.strictObject({ slag: z.literal('sperr'), begrunnelse: Begrunnelse }),
  z.strictObject({ slag: z.literal('aapne'), begrunnelse: Begrunnelse }),
  z.strictObject({ slag: z.literal('avsluttOekter'), begrunnelse: Begrunnelse }),
  z.strictObject({ slag: z.literal('enhet'), enhetId: z.uuid().nullable() }),
]);
export type Tilgangsendring = z.infer<typeof Tilgangsendring>;

/** POST /api/tilgang/brukere/{brukerId}/bekreftelse: the second pair of eyes says yes or no. */
export const BekreftelseRequest = z.strictObject({ tildelingId: z.uuid(), bekreftes: z.boolean() });
export type BekreftelseRequest = z.infer<typeof BekreftelseRequest>;

/** PUT /api/tilgang/enheter: one unit made, changed or ended. */
export const Enhetsendring = z.discriminatedUnion('slag', [
  z.strictObject({
    slag: z.literal('opprett'),
    navn: z.string().trim().min(2).max(80),
    overordnetId: z.uuid().nullable(),
  }),
  z.strictObject({ slag: z.literal('avslutt'), enhetId: z.uuid() }),
]);
export type Enhetsendring = z.infer<typeof Enhetsendring>;

/**
 * Innsyn: what the revisjonslogg answers one person who asks who has looked her up (GDPR art. 15, security.md P-01, P-02).
 * Rule: an answer has no field for who the employee was unless a decision put the name there.
 */
import { z } from 'zod';
import { Begrunnelse } from '#lib/domain/avdekking/begrunnelse-request.ts';
import {
  AVGJOERT_AV_MAKS,
  AVGJOERT_AV_MIN,
  MAKS_NUMRE,
  TILBAKEHOLDSGRUNNER,
  type Tilbakeholdsgrunn,
} from '#lib/domain/innsyn/grenser.ts';
import type { Egenskap } from '#lib/domain/rettighetspakke/egenskaper.ts';
import { Saksreferanse } from '#lib/domain/session/kontekst-request.ts';

export const Innsynskrav = z
  .strictObject({
    /** All the numbers of the one person, eleven digits each. */
    numre: z
      .array(z.string().regex(/^\d{11}$/))
      .min(1)
      .max(MAKS_NUMRE),
    fra: z.iso.datetime({ offset: true }),
    til: z.iso.datetime({ offset: true }),
    /** Why the log is searched for this person, in the ombud's words. */
    begrunnelse: Begrunnelse,
    saksreferanse: Saksreferanse,
  })
  .refine(({ fra, til }) => Date.parse(fra) < Date.parse(til), { path: ['til'] });
export type Innsynskrav = z.infer<typeof Innsynskrav>;

const svarId = z.string().max(2_000);

/** The decision that the employees' names go into one answer (P-02). */
export const Navneavgjoerelse = z.strictObject({
  svarId,
  begrunnelse: Begrunnelse,
  avgjoertAv: z.string().trim().min(AVGJOERT_AV_MIN).max(AVGJOERT_AV_MAKS),
});
export type Navneavgjoerelse = z.infer<typeof Navneavgjoerelse>;

/** The decision that one access is held back for a time, or is so no longer (P-03). */
export const Tilbakeholdsvedtak = z.strictObject({
  svarId,
  linjeId: z.uuid(),
  begrunnelse: Begrunnelse,
  vedtak: z.discriminatedUnion('slag', [
    /** `utloeper` is the first day that she is told again. */
    z.strictObject({
      slag: z.literal('hold'),
      grunn: z.enum(TILBAKEHOLDSGRUNNER),
      utloeper: z.iso.date(),
    }),
    z.strictObject({ slag: z.literal('opphev') }),
  ]),
});
export type Tilbakeholdsvedtak = z.infer<typeof Tilbakeholdsvedtak>;

/** What kind of access a line is. Each has words: `innsyn.hva.<hva>`. */
export const INNSYNSHANDLINGER = [
  'oppslag',
  'treffliste',
  'bulk',
  'avdekking',
  'kontaktoppslag',
  'hendelsesliste',
  'hendelse',
  'noedtilgang',
  'naerstaaende',
  'uttrekk',
  'nedlasting',
  'logg',
  'annet',
] as const;
export type Innsynshandling = (typeof INNSYNSHANDLINGER)[number];

/**
 * How an access ended. `brukt`: read by the portal to decide by a rule, and shown to nobody. `aapnet`: a rule was put aside, so
 * that she could be looked up. `uavklart`: the log does not know, and it counts as shown. `ingenOpplysninger`: she was asked about
 * and nothing of her was shown. `underveis`: it had not ended when the answer was made.
 */
export const INNSYNSUTFALL = [
  'vist',
  'brukt',
  'aapnet',
  'lagtIFil',
  'lastetNed',
  'uavklart',
  'underveis',
  'ingenOpplysninger',
  'feilet',
  'avvist',
] as const;
export type Innsynsutfall = (typeof INNSYNSUTFALL)[number];

/** A group of information that was shown: of the register, of KRR, or `andre`, which the person model does not name. */
export type Opplysning = Egenskap | 'krr' | 'andre';

/** `utloeper` is the first day that she is told again, `yyyy-MM-dd`. */
export type Tilbakehold = { grunn: Tilbakeholdsgrunn; utloeper: string };

/** One act: one line, however many calls and rows it took. */
export type Innsynslinje = {
  /** The act, or for a download its own call: its uttrekk has a line of its own. */
  id: string;
  /** When it began, ISO. */
  tidspunkt: string;
  hva: Innsynshandling;
  utfall: Innsynsutfall;
  enhet: string | null;
  /** The organisation's own words; without a hjemmel when the purpose is no longer in the catalogue. */
  formaal: { navn: string; hjemmel: string | null } | null;
  opplysninger: Opplysning[];
  /** The employee's name; null unless a decision released it for this answer. */
  ansatt: string | null;
  /** Held back from the letter for now; null for what she is told. */
  tilbakehold: Tilbakehold | null;
};

export type Innsynssvar = {
  /** Names this answer to the server, sealed: what a later decision is about. */
  svarId: string;
  /** When the log was read, ISO. What came later is not in it. */
  laget: string;
  fra: string;
  til: string;
  /** Oldest first. */
  linjer: Innsynslinje[];
  /** There was more than one answer can hold: a shorter period must be asked for. */
  erAvkortet: boolean;
  /** Uttrekk in the period of which it is not known whether she was in them. */
  ubesvarteUttrekk: number;
  /** The first moment that the log knows of; null for an empty log. */
  loggenFra: string | null;
  /** The decision that released the names; null when they are withheld. */
  navneavgjoerelse: { avgjoertAv: string; tidspunkt: string } | null;
};

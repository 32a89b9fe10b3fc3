/** The questions that may be asked of the revisjonslogg, and what is answered. What an act is stands in `logghandling.ts`. */
import { z } from 'zod';
import { Begrunnelse } from '#lib/domain/avdekking/begrunnelse-request.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { LOGGFORMATER } from '#lib/domain/revisjonslogg/eksport.ts';
import { LOGGUTFALL, type Logghandling } from '#lib/domain/revisjonslogg/logghandling.ts';

/** A filter that says nothing of any person: what may be kept under a name. */
export const Loggfilter = z.strictObject({
  /** User name, whole. */
  bruker: z.string().trim().min(1).max(200).optional(),
  fra: z.iso.datetime({ offset: true }).optional(),
  til: z.iso.datetime({ offset: true }).optional(),
  handling: z
    .string()
    .regex(/^[A-Z_]{1,60}$/)
    .optional(),
  utfall: z.enum(LOGGUTFALL).exclude(['paabegynt']).optional(),
  /** Id of a purpose in the catalogue. */
  formaal: z.string().min(1).max(60).optional(),
  saksreferanse: z.string().trim().min(1).max(60).optional(),
  pakke: z.enum(PAKKER).optional(),
});
export type Loggfilter = z.infer<typeof Loggfilter>;

/** Eleven digits. Turned into a keyed reference on the server; never stored in clear. */
const Personidentifikator = z
  .string()
  .trim()
  .regex(/^\d{11}$/)
  .optional();

/** The same, with whom it concerns: then why it is asked must be said too (security.md A-15). */
export const RevisjonsloggFilter = Loggfilter.extend({
  personidentifikator: Personidentifikator,
  begrunnelse: Begrunnelse.optional(),
}).refine(
  ({ personidentifikator, begrunnelse }) => personidentifikator === undefined || begrunnelse !== undefined,
  { path: ['begrunnelse'] },
);
export type RevisjonsloggFilter = z.infer<typeof RevisjonsloggFilter>;

/** A file of what fits a filter: always with the reason. */
export const LoggeksportRequest = z.strictObject({
  filter: Loggfilter.extend({ personidentifikator: Personidentifikator }),
  format: z.enum(LOGGFORMATER),
  begrunnelse: Begrunnelse,
});
export type LoggeksportRequest = z.infer<typeof LoggeksportRequest>;

/** The next page of a reading: the token that came with the page before. */
export const Videre = z.strictObject({ videre: z.string().min(1).max(8_000) });

/** One's own acts: all of them, so there is nothing to ask for but the next page. */
export const EgneRequest = z.union([Videre, z.strictObject({})]);
export type EgneRequest = z.infer<typeof EgneRequest>;

export const RevisjonsloggRequest = z.union([Videre, RevisjonsloggFilter]);
export type RevisjonsloggRequest = z.infer<typeof RevisjonsloggRequest>;

/** One page, newest first. `videre` asks for the one after it, as a part of the same act; null when there is none. */
export type RevisjonsloggSide = { utfall: 'vist'; handlinger: Logghandling[]; videre: string | null };

export type RevisjonsloggSvar =
  | RevisjonsloggSide
  /** One of the user's last five reasons: nothing was read. */
  | { utfall: 'gjenbruktBegrunnelse'; referanse: string };

/** An act of the reader's own. */
export type EgenHandling = Logghandling & {
  /** The oppslag that can be opened again, and until when (ISO); null when none can. */
  kept: { oppslagId: string; utloeper: string } | null;
  /** The place in the register's feed of the hendelse that it was about; null for what was about none. */
  sekvensnummer: string | null;
};

/** One page of one's own acts, newest first; no row of it has a reference to anybody. */
export type EgneSide = { handlinger: EgenHandling[]; videre: string | null };

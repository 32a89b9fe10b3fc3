/** The revisjonslogg as its readers see it: rows and the filter on user, person and time. */
import { z } from 'zod';

export const HENDELSESSLAG = [
  'INTENT',
  'DISCLOSED',
  'DENIED',
  'FAILED',
  'UNRESOLVED',
  'LOGIN',
  'LOGOUT',
  'RETENTION',
] as const;
export type Hendelsesslag = (typeof HENDELSESSLAG)[number];

export const RevisjonsloggFilter = z.strictObject({
  bruker: z.string().trim().max(200).optional(),
  /** Eleven digits. Turned into a keyed reference on the server; never stored in clear. */
  personidentifikator: z
    .string()
    .trim()
    .regex(/^\d{11}$/)
    .optional(),
  fra: z.iso.datetime({ offset: true }).optional(),
  til: z.iso.datetime({ offset: true }).optional(),
  /** Opaque position: rows older than this one. */
  foer: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type RevisjonsloggFilter = z.infer<typeof RevisjonsloggFilter>;

export type RevisjonsloggRad = {
  id: string;
  tidspunkt: string;
  slag: Hendelsesslag;
  /** What was done, e.g. `OPPSLAG`, `LES_REVISJONSLOGG`. */
  handling: string;
  handlingId: string;
  bruker: string;
  formaal: string | null;
  saksreferanse: string | null;
  pakke: string | null;
  utfall: string | null;
  deler: string[];
  felter: string[];
  /** Keyed pseudonyms of the persons concerned: the same person has the same one. */
  subjekter: string[];
};

export type RevisjonsloggSide = { rader: RevisjonsloggRad[]; neste: string | null };

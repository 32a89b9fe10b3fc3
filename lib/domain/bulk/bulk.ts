/**
 * The contract of a bulkoppslag between browser and server: one part of at most a thousand numbers for each call, as
 * many parts as the list needs, all of them one act (product.md section 3). The server keeps nothing between parts.
 */
import { z } from 'zod';
import type { AvvistGrunn, KildeFeil } from '#lib/domain/oppslag/oppslag.ts';
import type { Personrad } from '#lib/domain/person/personrad.ts';
import { KontekstRequest } from '#lib/domain/session/kontekst-request.ts';
import { MAKS_I_DEL } from './grenser.ts';

export const BulkRequest = KontekstRequest.extend({
  /** From the answer to the first part; null for the first. */
  bulkId: z.string().max(400).nullable(),
  numre: z
    .array(z.string().regex(/^\d{11}$/))
    .min(1)
    .max(MAKS_I_DEL),
});
export type BulkRequest = z.infer<typeof BulkRequest>;

/** How one part can end. `rader` are in the order of `numre`. */
export type BulkResult =
  | { utfall: 'del'; bulkId: string; rader: Personrad[] }
  | { utfall: 'avvist'; grunn: AvvistGrunn; felt: string | null; referanse: string }
  | {
      utfall: 'kildefeil';
      bulkId: string;
      grunn: KildeFeil;
      proevIgjenOmMs: number | null;
      referanse: string;
    };

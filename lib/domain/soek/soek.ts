/**
 * The contract of a soek between browser and server: criteria, and a list of hits read page by page. The register gives
 * numbers only, so each page is a bulkoppslag of its own, within the same act (product.md section 3).
 */
import { z } from 'zod';
import type { AvvistGrunn, KildeFeil } from '#lib/domain/oppslag/oppslag.ts';
import type { Personrad } from '#lib/domain/person/personrad.ts';
import { KontekstRequest } from '#lib/domain/session/kontekst-request.ts';
import { MAKS_TREFF, SIDESTOERRELSE } from './grenser.ts';

const kort = z.string().trim().max(200);

/** The criteria of `personer/soek`, freg-contract.md section 1.2, by the register's names. All must fit. */
export const Soekekriterier = z.strictObject({
  navn: kort.optional(),
  foedselsdato: kort.optional(),
  foedselsaarFraOgMed: kort.optional(),
  foedselsaarTilOgMed: kort.optional(),
  kjoenn: z.enum(['kvinne', 'mann']).optional(),
  adressenavn: kort.optional(),
  husnummer: kort.optional(),
  postnummer: kort.optional(),
  kommunenummer: kort.optional(),
  fylkesnummer: kort.optional(),
  inkluderOppholdsadresse: z.boolean().optional(),
  inkluderDoede: z.boolean().optional(),
  soekFonetisk: z.boolean().optional(),
  opplysningsgrunnlag: z.enum(['gjeldende', 'historisk']).optional(),
  /** At most so many hits, of those that fit. */
  maksTreff: kort.optional(),
});
export type Soekekriterier = z.infer<typeof Soekekriterier>;

export const SoekRequest = KontekstRequest.extend({
  kriterier: Soekekriterier,
});
export type SoekRequest = z.infer<typeof SoekRequest>;

/** `side` counts from 0. */
export const SideRequest = z.strictObject({
  side: z
    .int()
    .min(0)
    .max(MAKS_TREFF / SIDESTOERRELSE),
});
export type SideRequest = z.infer<typeof SideRequest>;

/**
 * A row for each number of the page, in the register's order. `utelatt` of them are closed to the user: not even their
 * numbers leave the server, since she has not given them herself.
 */
export type Trefferside = { side: number; rader: Personrad[]; utelatt: number };

/** The page without those who are closed. */
export function toTrefferside(side: number, rader: readonly Personrad[]): Trefferside {
  const aapne = rader.filter(({ utfall }) => utfall !== 'ikkeTilgang');

  return { side, rader: aapne, utelatt: rader.length - aapne.length };
}

/** Every way a soek can end that is not a fault of ours. */
export type SoekResult =
  | { utfall: 'treff'; soekId: string; antall: number; utloeper: string; foersteSide: Trefferside }
  | { utfall: 'ingenTreff'; referanse: string }
  /** The register refused criteria that are right in form: by its documentation, too many fit. */
  | { utfall: 'forMange'; referanse: string }
  | { utfall: 'avvist'; grunn: AvvistGrunn; felt: string | null; referanse: string }
  | { utfall: 'kildefeil'; grunn: KildeFeil; proevIgjenOmMs: number | null; referanse: string };

/** How reading a further page can end. */
export type SideResult =
  | { utfall: 'side'; side: Trefferside }
  | { utfall: 'kildefeil'; grunn: KildeFeil; proevIgjenOmMs: number | null; referanse: string };

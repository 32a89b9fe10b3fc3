/**
 * The hendelser of one person, as the register's feed had them and as her screen shows them: thin entries that the
 * portal has kept, and the archived document of the moment for packages that have it (product.md sections 4 and 7).
 */
import type { Kvittering, OppslagResult } from '#lib/domain/oppslag/oppslag.ts';
import type { PersonView } from '#lib/domain/person/person-view.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';

/**
 * Whether the portal keeps what the feed of a package says: only where a hendelse leads to the documents of its moment. An
 * index of everybody in the country is kept for no less (docs/adr/0028).
 */
export const isFulgt = (pakke: Pakke): boolean =>
  hasTjeneste(pakke, 'hendelsesliste') && hasTjeneste(pakke, 'arkiv');

/** What the feed says of a hendelse beside whom it is about. Documents are opaque ids, null where there is none. */
export type Hendelsesinnhold = {
  /** As delivered: the register may have kinds that the portal does not know. */
  type: string;
  /** When it was written in the register, as delivered; null where it was not said, or could not be read. */
  tidspunkt: string | null;
  hendelsesdokument: string | null;
  persondokument: string | null;
};

/** What the register can do to an egenskap; a document may have other words (freg-contract.md section 5.2). */
export const ENTITETSENDRINGER = ['registrereNy', 'korrigere', 'annullere', 'korrigereHistorisk'] as const;

/** One change of a hendelse as its own document names it; what it was changed to is read of the person's. */
export type Egenskapshendelse = { entitet: string; entitetsendring: string };

/** The same by the egenskap that it is of. */
export type Egenskapsendring = { egenskap: string; entitetsendring: string };

export type Hendelse = Pick<Hendelsesinnhold, 'type' | 'tidspunkt'> & {
  /** The place in the feed, as text. */
  sekvensnummer: string;
  /** Whether the register keeps the person as she was then. */
  harDokument: boolean;
};

/** Since when the feed has been followed, until when it was last known to be read, and whether something may be missing. ISO. */
export type Foelging = { siden: string; ajour: string; harHull: boolean };

/** Every way that neither ends with what was asked for. */
export type Uten = Exclude<OppslagResult, { utfall: 'funnet' }>;

export type HendelserResult =
  | {
      utfall: 'vist';
      /** The newest first. */
      hendelser: Hendelse[];
      /** Whether kinds are left out for this user; true of everybody without the right, whoever the person is. */
      utelatt: boolean;
      /** Null before the feed has been read at all. */
      foelging: Foelging | null;
    }
  | Uten;

/** The person as the register had her then, and what the hendelse changed: null where that could not be fetched. */
export type Arkivert = { person: PersonView; endret: Egenskapsendring[] | null };

/** The person as the register had her after the hendelse. */
export type HendelsesdokumentResult =
  | {
      utfall: 'funnet';
      type: string;
      tidspunkt: string | null;
      arkivert: Arkivert;
      kvittering: Kvittering;
    }
  /** No such hendelse of hers, or the register no longer has the document: one answer for all. */
  | { utfall: 'utenDokument'; referanse: string }
  | Uten;

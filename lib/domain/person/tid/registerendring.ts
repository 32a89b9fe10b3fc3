/**
 * Copies that the register makes for its own upkeep (new matrikkel key, new adressekode, kommunereform) folded under
 * the entry they copy. Rule: a copy has the same gyldighetstidspunkt and the same substance; what is merely alike is an
 * entry of its own. Nothing is dropped: each entry is a head or stands under exactly one.
 * Source: freg-contract.md section 2.1.
 */
import { isVedlikeholdsfelt } from '../adressekoder.ts';
import type { Felt, Oppfoering, Seksjon } from '../person-view.ts';

/** An entry with the copies that say the same of the person, in the order of the view. */
export type Foldet = { oppfoering: Oppfoering; registerendringer: Oppfoering[] };

export type FoldetSeksjon = { gjeldende: Foldet[]; historikk: Foldet[] };

/** What the fields say of the person, as one text: equal for two entries that differ in upkeep only. */
export function toInnhold(felter: readonly Felt[]): string {
  return JSON.stringify(felter.filter(({ felt }) => !isVedlikeholdsfelt(felt)));
}

/** The moment from which the register holds the entry, or null when it does not say or cannot be read. */
function findGyldighet({ metadata }: Oppfoering): number | null {
  const verdi = metadata.find(({ felt }) => felt === 'gyldighetstidspunkt')?.verdi;
  const tid = verdi?.slag === 'tidspunkt' ? Date.parse(verdi.tidspunkt) : Number.NaN;
  return Number.isNaN(tid) ? null : tid;
}

/** Entries with the same key are copies of each other; null for one that is never a copy. */
function toNoekkel(oppfoering: Oppfoering): string | null {
  const gyldighet = oppfoering.skjermet ? null : findGyldighet(oppfoering);
  return gyldighet === null ? null : `${gyldighet} ${toInnhold(oppfoering.felter)}`;
}

/** An end of its own is a fact about the person: such an entry is no copy of one that has not ended then. */
const isSlutt = (kopi: Oppfoering, hode: Oppfoering): boolean => kopi.til !== null && kopi.til !== hode.til;

/** The entries of a section, current ones first, each copy under the first entry that it copies. */
export function foldRegisterendringer({
  gjeldende,
  historikk,
}: Pick<Seksjon, 'gjeldende' | 'historikk'>): FoldetSeksjon {
  const hoder = new Map<string, Foldet[]>();
  const fold = (oppfoering: Oppfoering): Foldet[] => {
    const noekkel = toNoekkel(oppfoering);
    const like = noekkel === null ? [] : (hoder.get(noekkel) ?? []);
    const hode = like.find((et) => !isSlutt(oppfoering, et.oppfoering));
    if (hode) {
      hode.registerendringer.push(oppfoering);
      return [];
    }
    const nytt: Foldet = { oppfoering, registerendringer: [] };
    if (noekkel !== null) hoder.set(noekkel, [...like, nytt]);
    return [nytt];
  };
  return { gjeldende: gjeldende.flatMap(fold), historikk: historikk.flatMap(fold) };
}

/**
 * How one page of the feed moves whoever follows it. Rule: nothing that was read before counts again, nothing is passed
 * by, and a feed that no longer has the last entry that was seen has lost something, which is said (security.md R-19).
 * Gaps between two numbers mean nothing: the register leaves them (freg-contract.md section 5.3).
 */
import type { Hendelsesinnhold } from '#lib/domain/hendelse/hendelse.ts';

/** `neste` is the first sekvensnummer not read; `sett` the last entry that was seen, null while there is none. */
export type Feedplass = { neste: number; sett: number | null };
export type Feedhendelse = { sekvensnummer: number; nummer: string | null; innhold: Hendelsesinnhold };
/** A page from and with `fra`, ascending; `erSiste` when there were no more. */
export type Feedside = { fra: number; hendelser: readonly Feedhendelse[]; erSiste: boolean };

/** The place afterwards, with what is new to it. `hull`: something may be missing. */
export type Framgang = Feedplass & { nye: Feedhendelse[]; hull: boolean };

/** Where a page must begin for one place: the last entry that was seen is asked for again. */
export const toLesested = ({ neste, sett }: Feedplass): number => sett ?? neste;

/** What the page means to one who follows; null where it ends before her place or begins after it. */
export function applyFeedside(plass: Feedplass, { fra, hendelser, erSiste }: Feedside): Framgang | null {
  const sted = toLesested(plass);
  const slutt = hendelser.at(-1)?.sekvensnummer ?? fra - 1;
  if (sted < fra || (!erSiste && slutt < sted)) return null;
  const nye = hendelser.filter(({ sekvensnummer }) => sekvensnummer >= plass.neste);
  const erSettBorte =
    plass.sett !== null && !hendelser.some(({ sekvensnummer }) => sekvensnummer === plass.sett);
  const siste = nye.at(-1)?.sekvensnummer;

  return {
    nye,
    neste: siste === undefined ? plass.neste : siste + 1,
    // What is gone is not asked for again: the hole is said once.
    sett: siste ?? (erSettBorte ? null : plass.sett),
    hull: erSettBorte || nye.some(({ nummer }) => nummer === null),
  };
}

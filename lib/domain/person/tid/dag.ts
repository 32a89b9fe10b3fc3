/**
 * The days of an entry, for those who lay entries out in time. Rule: a day is the day in Norway; what cannot be read as
 * a day that exists is no day, and nothing is made up for it.
 */
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import type { Oppfoering } from '../person-view.ts';

/** The day of a date or ISO date-time as `yyyy-MM-dd`; null when it is none. */
export function findDag(tidspunkt: string | null): string | null {
  if (tidspunkt === null || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(tidspunkt)) return null;
  const tid = new Date(tidspunkt.length === 10 ? `${tidspunkt}T00:00:00Z` : tidspunkt);
  if (Number.isNaN(tid.getTime())) return null;
  if (tidspunkt.length > 10) return toNorskDag(tid);
  // A day that does not exist (30 February) must not become the one it would roll over to.
  return tid.toISOString().startsWith(tidspunkt) ? tidspunkt : null;
}

/** The field that dates the fact itself, where the entry's period says something else (when it was registered). */
const FAKTADATO: Readonly<Record<string, readonly string[]>> = {
  foedsel: ['foedselsdato', 'foedselsaar'],
  kontaktinformasjonForDoedsbo: ['attestutstedelsesdato'],
};

function findFaktadato(egenskap: string, { felter }: Oppfoering): string | null {
  for (const navn of FAKTADATO[egenskap] ?? []) {
    const verdi = felter.find(({ felt }) => felt === navn)?.verdi;
    const dag = verdi?.slag === 'dato' ? findDag(verdi.dato) : null;
    if (dag !== null) return dag;
    if (verdi?.slag === 'tekst' && /^\d{4}$/.test(verdi.tekst)) return verdi.tekst;
  }
  return null;
}

/** The day from which the entry holds: `yyyy-MM-dd`, or `yyyy` where only the year is known; null when neither is. */
export function findFraDag(egenskap: string, oppfoering: Oppfoering): string | null {
  return findFaktadato(egenskap, oppfoering) ?? findDag(oppfoering.fra);
}

/** Whether the entry had ended on that day. A date is the last day it held, a moment the end itself. */
export function hasEndet({ til }: Oppfoering, dag: string): boolean {
  const slutt = findDag(til);
  if (slutt === null) return false;
  return til?.length === 10 ? slutt < dag : slutt <= dag;
}

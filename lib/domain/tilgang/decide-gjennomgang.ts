/**
 * Who answers for a right in a round: an administrator, or a leder for those of her own unit; nobody for her own. What
 * gives or watches access is answered for by administrators alone, so that no unit can be left without.
 */
import type { Rolle } from '#lib/domain/session/session.ts';
import type { Rettighet } from './rettighet.ts';

const STYRENDE: readonly Rettighet[] = ['rolle:administrator', 'rolle:personvernombud'];

export type Svarer = { brukerId: string; roller: readonly Rolle[]; enhet: string | null };

/** Whether `svarer` may answer for this right of this user. */
export function canSvare(
  { brukerId, roller, enhet }: Svarer,
  linje: { brukerId: string; enhet: string | null; rettighet: Rettighet },
): boolean {
  if (brukerId === linje.brukerId) return false;
  if (roller.includes('administrator')) return true;
  const egenEnhet = enhet !== null && enhet === linje.enhet;
  return roller.includes('leder') && egenEnhet && !STYRENDE.includes(linje.rettighet);
}

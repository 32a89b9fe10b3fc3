/**
 * Four eyes: which orders somebody else must approve, and who may (security.md F-10, Z-12). An approval is of one order
 * as it stood: a changed one has another avtrykk and needs its own.
 */
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import type { Bestilling } from './bestilling.ts';
import { findUttrekksfelt } from './felter/uttrekksfelter.ts';
import type { Stoerrelse } from './forhaandskontroll.ts';
import { GODKJENNING_FRA } from './grenser.ts';
import { GODKJENNINGSGRUNNER, type Godkjenningsgrunn } from './uttrekk.ts';

/**
 * Why the order needs an approval, in the order of the list; empty when it needs none.
 * `kanSkilleUt`: together with what its owner ordered before it may be of few.
 */
export function listGodkjenningsgrunner(
  { kilde, innhold }: Bestilling,
  stoerrelse: Stoerrelse,
  { erPlan, kanSkilleUt }: { erPlan: boolean; kanSkilleUt: boolean },
): Godkjenningsgrunn[] {
  // A field that the catalogue does not know is held to be taushetsbelagt.
  const erTaushetsbelagt = (id: string) => findUttrekksfelt(id)?.taushetsbelagt ?? true;
  const gjelder: Record<Godkjenningsgrunn, boolean> = {
    mange: stoerrelse.hoeyst === null || stoerrelse.hoeyst > GODKJENNING_FRA,
    taushetsbelagt: innhold.slag === 'felter' && innhold.felter.some(erTaushetsbelagt),
    dokumenter: innhold.slag === 'dokumenter',
    komplett: kilde.slag === 'komplett',
    plan: erPlan,
    skillerUt: kanSkilleUt,
  };

  return GODKJENNINGSGRUNNER.filter((grunn) => gjelder[grunn]);
}

/** Whether this user may approve or refuse the order: a leder with its package, who did not order it herself. */
export function canGodkjenne(
  { brukerId, rettigheter }: { brukerId: string; rettigheter: Rettigheter },
  { eierId, pakke }: { eierId: string; pakke: Bestilling['pakke'] },
): boolean {
  return (
    isAllowed(rettigheter.roller, 'uttrekkGodkjenning') &&
    rettigheter.pakker.includes(pakke) &&
    brukerId !== eierId
  );
}

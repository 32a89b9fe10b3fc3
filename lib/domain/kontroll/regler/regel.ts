/**
 * What a rule is: pure, versioned, and explainable (security.md D-09). It gets the spor of a period with what came before
 * and says which of the new ones it finds, with the counts it found them by. A rule that changes gets a new version.
 */
import type { Kontrollvalg } from '../kontrollvalg.ts';
import type { RegelId } from '../sak.ts';
import type { Grunnlag, Spor } from '../spor.ts';

export type Regelfunn = { spor: Spor; verdier: Record<string, string | number> };

export type Regel = {
  id: RegelId;
  versjon: number;
  /** Always a case, and never explained away: what must be looked at by a person whatever the reason. */
  alltid: boolean;
  find(grunnlag: Grunnlag, valg: Kontrollvalg): Regelfunn[];
};

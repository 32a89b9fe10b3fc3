/** What every part of a user's page is given. */
import type { Brukerhandling } from '#lib/client/tilgang.ts';
import type { Brukerside } from '#lib/domain/tilgang/bruker.ts';

export type BrukerdelProps = {
  side: Brukerside;
  pending: boolean;
  /** `onUtfoert` is called when it is done, and not when it is refused: what was written for it can go. */
  onHandling: (handling: Brukerhandling, onUtfoert?: () => void) => void;
};

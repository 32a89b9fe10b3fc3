/** What every part of a user's page is given. */
import type { Brukerhandling } from '#lib/client/tilgang.ts';
import type { Brukerside } from '#lib/domain/tilgang/bruker.ts';

export type BrukerdelProps = {
  side: Brukerside;
  pending: boolean;
  onHandling: (handling: Brukerhandling) => void;
};

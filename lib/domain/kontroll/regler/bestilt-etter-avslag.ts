/** K18: a leader said no to an uttrekk, and its owner ordered one anew. */
import { DOEGN_MINUTTER, isInnen, isVist, type Spor } from '../spor.ts';
import type { Regel } from './regel.ts';

const DAGER = 7;

const isBestilt = (spor: Spor): boolean => spor.handling === 'UTTREKK' && isVist(spor);

export const bestiltEtterAvslag: Regel = {
  id: 'bestiltEtterAvslag',
  versjon: 1,
  alltid: false,
  find({ nye, alle }) {
    const bestilt = alle.filter(isBestilt);
    const eiere = new Map(bestilt.map(({ handlingId, bruker }) => [handlingId, bruker]));
    const avslag = alle.filter(
      ({ handling, utfall }) => handling === 'UTTREKK_GODKJENNING' && utfall === 'avslaatt',
    );
    return nye.flatMap((spor) => {
      if (!isBestilt(spor)) return [];
      const foer = avslag.some(
        (nei) =>
          nei.handlingId !== spor.handlingId &&
          eiere.get(nei.handlingId) === spor.bruker &&
          isInnen(nei, spor, DAGER * DOEGN_MINUTTER),
      );
      return foer ? [{ spor, verdier: { dager: DAGER } }] : [];
    });
  },
};

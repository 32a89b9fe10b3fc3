/** K15: an employee was refused a person, and soon after tried for the same person in another way (security.md D-03). */
import { findSubjekt, indexPersoner, isInnen } from '../spor.ts';
import type { Regel } from './regel.ts';

export const nyttForsoek: Regel = {
  id: 'nyttForsoek',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { avvistMinutter } }) {
    const findAvviste = indexPersoner(
      alle.filter((spor) => spor.slag === 'DENIED' && findSubjekt(spor) !== null),
    );
    return nye.flatMap((spor) => {
      if (findSubjekt(spor) === null) return [];
      const foer = findAvviste(spor).some(
        (annet) =>
          annet.handlingId !== spor.handlingId &&
          annet.bruker === spor.bruker &&
          isInnen(annet, spor, avvistMinutter),
      );
      return foer ? [{ spor, verdier: { minutter: avvistMinutter } }] : [];
    });
  },
};

/** K15: one employee was refused a person, and soon after another one looked at the same person. */
import { findSubjekt, indexPersoner, isInnen } from '../spor.ts';
import type { Regel } from './regel.ts';

export const avvistHosAnnen: Regel = {
  id: 'avvistHosAnnen',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { avvistMinutter } }) {
    const findAvviste = indexPersoner(
      alle.filter((spor) => spor.slag === 'DENIED' && findSubjekt(spor) !== null),
    );
    return nye.flatMap((spor) => {
      if (findSubjekt(spor) === null) return [];
      const foer = findAvviste(spor).find(
        (annet) => annet.bruker !== spor.bruker && isInnen(annet, spor, avvistMinutter),
      );
      return foer === undefined ? [] : [{ spor, verdier: { minutter: avvistMinutter } }];
    });
  },
};

/** K15: one employee was refused a person, and soon after another one looked at the same person. */
import { findSubjekt, isInnen } from '../spor.ts';
import type { Regel } from './regel.ts';

export const avvistHosAnnen: Regel = {
  id: 'avvistHosAnnen',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { avvistMinutter } }) {
    const avvist = alle.filter((spor) => spor.slag === 'DENIED' && findSubjekt(spor) !== null);
    const perPerson = Map.groupBy(avvist, findSubjekt);
    return nye.flatMap((spor) => {
      const foer = (perPerson.get(findSubjekt(spor)) ?? []).find(
        (annet) => annet.bruker !== spor.bruker && isInnen(annet, spor, avvistMinutter),
      );
      return foer === undefined ? [] : [{ spor, verdier: { minutter: avvistMinutter } }];
    });
  },
};

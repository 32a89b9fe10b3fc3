/** K17: one employee lifts protections often. */
import { DOEGN_MINUTTER, isAvdekking, isInnen, isVist, type Spor } from '../spor.ts';
import type { Regel } from './regel.ts';

const isAvdekket = (spor: Spor): boolean => isVist(spor) && isAvdekking(spor);

export const mangeAvdekkinger: Regel = {
  id: 'mangeAvdekkinger',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { avdekkinger, avdekkingDager } }) {
    const avdekket = alle.filter(isAvdekket);
    return nye.flatMap((spor) => {
      if (!isAvdekket(spor)) return [];
      const antall = avdekket.filter(
        (annet) => annet.bruker === spor.bruker && isInnen(annet, spor, avdekkingDager * DOEGN_MINUTTER),
      ).length;
      return antall >= avdekkinger ? [{ spor, verdier: { antall, dager: avdekkingDager } }] : [];
    });
  },
};

/** K20, D-10: a reader of the log searches again and again for the same person in it. */
import { DOEGN_MINUTTER, isInnen, isVist, LOGGLESINGER, type Spor } from '../spor.ts';
import type { Regel } from './regel.ts';

const isPersonsoek = (spor: Spor): boolean =>
  isVist(spor) && LOGGLESINGER.includes(spor.handling) && spor.subjekter.length > 0;

export const loggleser: Regel = {
  id: 'loggleser',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { loggsoek, loggsoekDager } }) {
    const soek = alle.filter(isPersonsoek);
    return nye.flatMap((spor) => {
      if (!isPersonsoek(spor)) return [];
      const ganger = soek.filter(
        (annet) =>
          annet.bruker === spor.bruker &&
          annet.subjekter.some((person) => spor.subjekter.includes(person)) &&
          isInnen(annet, spor, loggsoekDager * DOEGN_MINUTTER),
      ).length;
      return ganger >= loggsoek ? [{ spor, verdier: { ganger, dager: loggsoekDager } }] : [];
    });
  },
};

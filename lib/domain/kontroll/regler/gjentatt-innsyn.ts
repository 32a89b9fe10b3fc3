/** K14: the same employee comes back to the same person day after day, and the case is always the same, or none. */
import { toVeggklokke } from '../arbeidstid.ts';
import { DOEGN_MINUTTER, indexPersoner, isInnen, isPersonvist } from '../spor.ts';
import type { Regel } from './regel.ts';

/** Told when the limit is reached, and when it is twice that: one who follows a person is a case or two and not ten. */
const isTerskel = (dager: number, grense: number): boolean => dager === grense || dager === 2 * grense;

export const gjentattInnsyn: Regel = {
  id: 'gjentattInnsyn',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { gjentattDager, gjentattVindu } }) {
    const findSamme = indexPersoner(alle.filter(isPersonvist));
    return nye.flatMap((spor) => {
      if (!isPersonvist(spor)) return [];
      const foer = findSamme(spor).filter(
        (annet) => annet.bruker === spor.bruker && isInnen(annet, spor, gjentattVindu * DOEGN_MINUTTER),
      );
      const dager = new Set(foer.map(({ tidspunkt }) => toVeggklokke(tidspunkt).dag));
      const saker = new Set(foer.map(({ saksreferanse }) => saksreferanse ?? ''));
      const isFoerstIDag =
        foer.find((annet) => toVeggklokke(annet.tidspunkt).dag === toVeggklokke(spor.tidspunkt).dag) === spor;
      return isTerskel(dager.size, gjentattDager) && saker.size === 1 && isFoerstIDag
        ? [{ spor, verdier: { dager: dager.size, vindu: gjentattVindu } }]
        : [];
    });
  },
};

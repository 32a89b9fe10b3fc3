/** K09: one person is looked at by many employees or many units in a few days. */
import { DOEGN_MINUTTER, indexPersoner, isInnen, isPersonvist } from '../spor.ts';
import type { Regel } from './regel.ts';

export const populaerPerson: Regel = {
  id: 'populaerPerson',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser }) {
    const findSamme = indexPersoner(alle.filter(isPersonvist));
    return nye.flatMap((spor) => {
      if (!isPersonvist(spor)) return [];
      const foer = findSamme(spor).filter(
        (annet) => annet !== spor && isInnen(annet, spor, grenser.populaerDager * DOEGN_MINUTTER),
      );
      const brukere = new Set(foer.map(({ bruker }) => bruker));
      // Who has been there already was told of then: each new one is told of once.
      if (brukere.has(spor.bruker)) return [];
      const antallBrukere = brukere.size + 1;
      const enheter = new Set([...foer, spor].flatMap(({ enhet }) => enhet ?? [])).size;
      const isMange = antallBrukere >= grenser.populaerBrukere || enheter >= grenser.populaerEnheter;
      return isMange
        ? [{ spor, verdier: { brukere: antallBrukere, enheter, dager: grenser.populaerDager } }]
        : [];
    });
  },
};

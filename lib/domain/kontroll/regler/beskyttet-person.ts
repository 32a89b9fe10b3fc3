/** D-04: every avdekking and nødtilgang, given or refused, and every look at an adressebeskyttelse is reviewed. */
import { AVDEKKINGER } from '../spor.ts';
import type { Regel } from './regel.ts';

export const beskyttetPerson: Regel = {
  id: 'beskyttetPerson',
  versjon: 1,
  alltid: true,
  find: ({ nye }) =>
    nye.flatMap((spor) => {
      const slag = spor.slag === 'DENIED' ? 'avvist' : 'avdekket';
      if (AVDEKKINGER.includes(spor.handling)) return [{ spor, verdier: { slag } }];
      const isGradering = spor.felter.some((felt) => felt.startsWith('adressebeskyttelse.'));
      return isGradering ? [{ spor, verdier: { slag: 'gradering' } }] : [];
    }),
};

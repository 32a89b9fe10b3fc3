/** D-04: every avdekking and nødtilgang, given or refused, and every look at an adressebeskyttelse is reviewed. */
import { isAvdekking } from '../spor.ts';
import type { Regel } from './regel.ts';

export const beskyttetPerson: Regel = {
  id: 'beskyttetPerson',
  versjon: 1,
  alltid: true,
  find: ({ nye }) =>
    nye.flatMap((spor) => {
      const slag = spor.handling === 'NOEDTILGANG' ? 'noedtilgang' : 'avdekking';
      const svar = spor.slag === 'DENIED' ? 'Avvist' : 'Gitt';
      if (isAvdekking(spor)) return [{ spor, verdier: { slag: `${slag}${svar}` } }];
      const isGradering = spor.felter.some((felt) => felt.startsWith('adressebeskyttelse.'));
      return isGradering ? [{ spor, verdier: { slag: 'gradering' } }] : [];
    }),
};

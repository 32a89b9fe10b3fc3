/**
 * D-04: every avdekking and nødtilgang, given or refused, every look at an adressebeskyttelse and at somebody skjermet is
 * reviewed.
 */
import { isAvdekking } from '../spor.ts';
import type { Regel } from './regel.ts';

/** The mark of the row of what was shown, where the right to skjermede let her through. */
const SKJERMET_MERKE = 'personregler.skjermet';

export const beskyttetPerson: Regel = {
  id: 'beskyttetPerson',
  versjon: 1,
  alltid: true,
  find: ({ nye }) =>
    nye.flatMap((spor) => {
      const slag = spor.handling === 'NOEDTILGANG' ? 'noedtilgang' : 'avdekking';
      const svar = spor.slag === 'DENIED' ? 'Avvist' : 'Gitt';
      if (isAvdekking(spor)) return [{ spor, verdier: { slag: `${slag}${svar}` } }];
      if (spor.felter.includes(SKJERMET_MERKE)) return [{ spor, verdier: { slag: 'skjermetVist' } }];
      const isGradering = spor.felter.some((felt) => felt.startsWith('adressebeskyttelse.'));
      return isGradering ? [{ spor, verdier: { slag: 'gradering' } }] : [];
    }),
};

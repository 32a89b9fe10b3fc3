/** K13: a person was looked at in the evening, at night, in a weekend or on a holiday. */
import { findFritid } from '../arbeidstid.ts';
import { isVist, SAKSINNSYN } from '../spor.ts';
import type { Regel } from './regel.ts';

export const utenforArbeidstid: Regel = {
  id: 'utenforArbeidstid',
  versjon: 1,
  alltid: false,
  find: ({ nye }, { arbeidstid }) =>
    nye.flatMap((spor) => {
      if (!isVist(spor) || !SAKSINNSYN.includes(spor.handling)) return [];
      const fritid = findFritid(spor.tidspunkt, arbeidstid);
      return fritid === null
        ? []
        : [{ spor, verdier: { fritid, start: arbeidstid.fra, slutt: arbeidstid.til } }];
    }),
};

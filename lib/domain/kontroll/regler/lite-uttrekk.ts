/** K18: an uttrekk gave so few persons that it may have been made to find one of them. */
import type { Regel } from './regel.ts';

export const liteUttrekk: Regel = {
  id: 'liteUttrekk',
  versjon: 1,
  alltid: false,
  find: ({ nye }, { grenser }) =>
    nye.flatMap((spor) =>
      spor.handling === 'UTTREKK_KLAR' &&
      spor.utfall === 'klar' &&
      spor.antall !== null &&
      spor.antall < grenser.liteUttrekk
        ? [{ spor, verdier: { antall: spor.antall, grense: grenser.liteUttrekk } }]
        : [],
    ),
};

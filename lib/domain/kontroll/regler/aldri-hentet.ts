/**
 * K18: an uttrekk had its time and was deleted, and nobody had downloaded it: persons were fetched in bulk for nothing
 * (security.md D-08). The case is its owner's, by the act that made the files; one that she deletes herself she has seen to.
 */
import { isVist } from '../spor.ts';
import type { Regel } from './regel.ts';

export const aldriHentet: Regel = {
  id: 'aldriHentet',
  versjon: 1,
  alltid: false,
  find: ({ nye, alle }) =>
    nye.flatMap((slettet) => {
      if (slettet.handling !== 'UTTREKK_SLETTET' || !isVist(slettet)) return [];
      const samme = alle.filter(({ handlingId }) => handlingId === slettet.handlingId).filter(isVist);
      const klar = samme.findLast(({ handling }) => handling === 'UTTREKK_KLAR');
      const erHentet = samme.some(({ handling }) => handling === 'NEDLASTING');
      if (klar === undefined || erHentet || klar.bruker === slettet.bruker) return [];
      return klar.antall ? [{ spor: klar, verdier: { antall: klar.antall } }] : [];
    }),
};

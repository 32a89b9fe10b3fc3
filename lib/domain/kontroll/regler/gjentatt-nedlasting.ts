/** K18: the same file of an uttrekk is downloaded again and again by the same employee. */
import { isVist } from '../spor.ts';
import type { Regel } from './regel.ts';

export const gjentattNedlasting: Regel = {
  id: 'gjentattNedlasting',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser }) {
    const lastet = alle.filter((spor) => spor.fil !== null && isVist(spor));
    const perFil = Map.groupBy(lastet, ({ bruker, fil }) => `${bruker} ${fil}`);
    return nye.flatMap((spor) => {
      const ganger = (perFil.get(`${spor.bruker} ${spor.fil}`) ?? []).indexOf(spor) + 1;
      return ganger >= grenser.nedlastinger ? [{ spor, verdier: { ganger } }] : [];
    });
  },
};

/** K01: persons were seen for no case, for a purpose that says nothing, or for a case that is no case. */
import type { Kontrollvalg } from '../kontrollvalg.ts';
import { isVist, SAKSINNSYN, type Spor } from '../spor.ts';
import type { Regel } from './regel.ts';

/** What is wrong with the reason: no case, a word that is none, or a purpose that covers anything. */
export function findSvakGrunn(
  { saksreferanse, formaal }: Pick<Spor, 'saksreferanse' | 'formaal'>,
  { intetsigendeSaker, generelleFormaal }: Pick<Kontrollvalg, 'intetsigendeSaker' | 'generelleFormaal'>,
): 'ingenSak' | 'intetsigendeSak' | 'generelltFormaal' | null {
  const sak = (saksreferanse ?? '').toLowerCase().replace(/[^a-zæøå0-9]/g, '');
  if (sak === '') return 'ingenSak';
  if (intetsigendeSaker.includes(sak) || new Set(sak).size === 1) return 'intetsigendeSak';
  return formaal !== null && generelleFormaal.includes(formaal) ? 'generelltFormaal' : null;
}

export const utenSak: Regel = {
  id: 'utenSak',
  versjon: 1,
  alltid: false,
  find: ({ nye }, valg) =>
    nye.flatMap((spor) => {
      if (!isVist(spor) || !SAKSINNSYN.includes(spor.handling)) return [];
      const grunn = findSvakGrunn(spor, valg);
      return grunn === null ? [] : [{ spor, verdier: { grunn } }];
    }),
};

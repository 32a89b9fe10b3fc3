/** K10, K11: one employee looks at more different persons in an hour than work asks for. */
import { findSubjekt, isInnen, isPersonvist, type Spor, TIME_MINUTTER } from '../spor.ts';
import type { Regel, Regelfunn } from './regel.ts';

/** The spor with which a user passed the limit: the first of each hour, so that one hunt is one case. */
function findPasseringer(spor: readonly Spor[], grense: number): Regelfunn[] {
  const funn: Regelfunn[] = [];
  const vindu: Spor[] = [];
  for (const naa of spor) {
    vindu.push(naa);
    while (vindu[0] && !isInnen(vindu[0], naa, TIME_MINUTTER)) vindu.shift();
    const personer = new Set(vindu.map(findSubjekt)).size;
    const siste = funn.at(-1);
    const isFortalt = siste !== undefined && isInnen(siste.spor, naa, TIME_MINUTTER);
    if (personer > grense && !isFortalt) funn.push({ spor: naa, verdier: { personer, grense } });
  }
  return funn;
}

export const mangePersoner: Regel = {
  id: 'mangePersoner',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser }) {
    const innsyn = alle.filter(isPersonvist);
    const perBruker = Map.groupBy(innsyn, ({ bruker }) => bruker);
    const iPerioden = new Set(nye);
    return [...new Set(nye.map(({ bruker }) => bruker))]
      .flatMap((bruker) => findPasseringer(perBruker.get(bruker) ?? [], grenser.personerPerTime))
      .filter(({ spor }) => iPerioden.has(spor));
  },
};

/** K12: persons are looked at faster than anybody reads: a script, or a list gone through. */
import { isPersonvist, type Spor } from '../spor.ts';
import type { Regel, Regelfunn } from './regel.ts';

const SEKUND_MS = 1000;

/** The spor that made a run long enough; told once for each run. */
function findStoet(spor: readonly Spor[], antall: number, sekunder: number): Regelfunn[] {
  const funn: Regelfunn[] = [];
  let lengde = 0;
  let forrige = Number.NEGATIVE_INFINITY;
  for (const naa of spor) {
    const tid = Date.parse(naa.tidspunkt);
    lengde = tid - forrige <= sekunder * SEKUND_MS ? lengde + 1 : 1;
    forrige = tid;
    if (lengde === antall) funn.push({ spor: naa, verdier: { antall, sekunder } });
  }
  return funn;
}

export const stoet: Regel = {
  id: 'stoet',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { stoetAntall, stoetSekunder } }) {
    const innsyn = alle.filter(isPersonvist);
    const perBruker = Map.groupBy(innsyn, ({ bruker }) => bruker);
    const iPerioden = new Set(nye);
    return [...new Set(nye.map(({ bruker }) => bruker))]
      .flatMap((bruker) => findStoet(perBruker.get(bruker) ?? [], stoetAntall, stoetSekunder))
      .filter(({ spor }) => iPerioden.has(spor));
  },
};

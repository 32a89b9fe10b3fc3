/** K10: on one day an employee has seen several times as many persons as the middle of her colleagues (security.md D-03). */
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { findSubjekt, isPersonvist, type Spor } from '../spor.ts';
import type { Regel, Regelfunn } from './regel.ts';

/** Of fewer colleagues at work the middle says nothing. */
const MINST_KOLLEGER = 4;

function findMedian(tall: readonly number[]): number {
  const ordnet = tall.toSorted((a, b) => a - b);
  const midt = Math.floor(ordnet.length / 2);
  const [under = 0, over = 0] = [ordnet[midt - 1], ordnet[midt]];
  return ordnet.length % 2 === 1 ? over : (under + over) / 2;
}

/** The spor by which somebody passed the limit: the first of the day, told once. One unit, one day, oldest first. */
function findPasseringer(
  spor: readonly Spor[],
  { ganger, minst }: { ganger: number; minst: number },
): Regelfunn[] {
  const sett = new Map<string, Set<string>>();
  const fortalt = new Set<string>();
  return spor.flatMap((naa) => {
    const personer = sett.get(naa.bruker) ?? new Set();
    sett.set(naa.bruker, personer.add(findSubjekt(naa) ?? ''));
    if (personer.size < minst || fortalt.has(naa.bruker)) return [];
    const kolleger = [...sett].filter(([bruker]) => bruker !== naa.bruker).map(([, deres]) => deres.size);
    const median = findMedian(kolleger);
    if (kolleger.length < MINST_KOLLEGER || personer.size <= ganger * median) return [];
    fortalt.add(naa.bruker);
    return [
      {
        spor: naa,
        verdier: { personer: personer.size, kolleger: kolleger.length, median: Math.round(median) },
      },
    ];
  });
}

export const flereEnnAndre: Regel = {
  id: 'flereEnnAndre',
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { gangerKolleger, minstPersoner } }) {
    const iPerioden = new Set(nye);
    const enheter = new Set(nye.map(({ enhet }) => enhet));
    const aktuelle = alle.filter(
      (spor) => spor.enhet !== null && enheter.has(spor.enhet) && isPersonvist(spor),
    );
    const perDag = Map.groupBy(
      aktuelle,
      ({ enhet, tidspunkt }) => `${toNorskDag(new Date(tidspunkt))} ${enhet}`,
    );
    return [...perDag.values()]
      .flatMap((spor) => findPasseringer(spor, { ganger: gangerKolleger, minst: minstPersoner }))
      .filter(({ spor }) => iPerioden.has(spor));
  },
};

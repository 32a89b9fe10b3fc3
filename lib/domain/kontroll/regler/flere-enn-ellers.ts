/**
 * K10: on one day an employee has seen more persons than on any of her own days before (security.md D-03). Of fewer than a
 * hundred days the highest is the 99th percentile. She is held against herself and nobody else, and only a day that is
 * large by itself is held against anything: how much somebody gets done is not asked.
 */
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { findSubjekt, type Grunnlag, isPersonvist, type Spor } from '../spor.ts';
import type { Regel, Regelfunn } from './regel.ts';

/** How far back her own days go: fewer than a hundred. */
export const EGNE_DAGER = 90;
/** Of fewer days than a month of work nothing is usual yet. */
const MINST_DAGER = 20;

/** What one user saw on one day, oldest first. */
type Brukerdag = { bruker: string; dag: string; spor: Spor[] };

/** The days of the period, of those who saw something in it. */
function listDager({ nye, alle }: Pick<Grunnlag, 'nye' | 'alle'>): Brukerdag[] {
  const toNoekkel = ({ bruker, tidspunkt }: Spor) => `${toNorskDag(new Date(tidspunkt))} ${bruker}`;
  const aktuelle = new Set(nye.filter(isPersonvist).map(toNoekkel));
  const vist = alle.filter((spor) => isPersonvist(spor) && aktuelle.has(toNoekkel(spor)));
  return [...Map.groupBy(vist, toNoekkel)].map(([noekkel, spor]) => ({
    bruker: noekkel.slice('yyyy-MM-dd '.length),
    dag: noekkel.slice(0, 'yyyy-MM-dd'.length),
    spor,
  }));
}

const countPersoner = (spor: readonly Spor[]): number => new Set(spor.map(findSubjekt)).size;

/** Whose own days a period asks for: those with a day in it of at least so many persons. */
export const listMedMange = (grunnlag: Pick<Grunnlag, 'nye' | 'alle'>, minst: number): string[] => [
  ...new Set(
    listDager(grunnlag)
      .filter(({ spor }) => countPersoner(spor) >= minst)
      .map(({ bruker }) => bruker),
  ),
];

/** The spor that made the day one person more than `grense`, with how many that is. */
function findPassering(spor: readonly Spor[], grense: number): { spor: Spor; personer: number } | null {
  const personer = new Set<string | null>();
  for (const ett of spor)
    if (personer.add(findSubjekt(ett)).size > grense) return { spor: ett, personer: personer.size };
  return null;
}

export const flereEnnEllers: Regel = {
  id: 'flereEnnEllers',
  versjon: 1,
  alltid: false,
  find({ nye, alle, dager }, { grenser: { minstPersoner } }) {
    const iPerioden = new Set(nye);
    const egneDager = Map.groupBy(dager, ({ bruker }) => bruker);
    return listDager({ nye, alle }).flatMap(({ bruker, dag, spor }): Regelfunn[] => {
      const tidligere = (egneDager.get(bruker) ?? []).filter((en) => en.dag < dag);
      if (tidligere.length < MINST_DAGER) return [];
      const hoeyst = Math.max(...tidligere.map(({ personer }) => personer));
      const passering = findPassering(spor, Math.max(hoeyst, minstPersoner - 1));
      if (passering === null || !iPerioden.has(passering.spor)) return [];
      const { personer } = passering;
      return [{ spor: passering.spor, verdier: { personer, dager: tidligere.length, hoeyst } }];
    });
  },
};

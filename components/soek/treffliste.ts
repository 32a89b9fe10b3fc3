/**
 * A hit list as the user has it: the criteria, the pages she has seen, and whom she has picked. Kept in memory while she
 * looks at one of the hits. The numbers of unseen pages are on the server only.
 */
import { createMinne } from '#lib/client/minne.ts';
import { cleanNummer } from '#lib/domain/oppslag/kriterier.ts';
import { SIDESTOERRELSE } from '#lib/domain/soek/grenser.ts';
import type { Soekekriterier, Trefferside } from '#lib/domain/soek/soek.ts';

export type Treffliste = {
  /** As typed: what the form shows when one comes back. */
  utfylt: Soekekriterier;
  soekId: string;
  antall: number;
  /** The page that is shown, from 0. */
  side: number;
  /** The pages that have been fetched. */
  sider: ReadonlyMap<number, Trefferside>;
  /** The numbers that are picked, across pages. */
  valgt: ReadonlySet<string>;
};

const minne = createMinne<Treffliste>('treffliste');
export const findTreffliste = minne.find;
export const keepTreffliste = minne.keep;

export function countSider({ antall }: Treffliste): number {
  return Math.ceil(antall / SIDESTOERRELSE);
}

/** Whether the list ends where the user asked it to: more may fit. */
export function isAvkortet({ antall, utfylt }: Treffliste): boolean {
  return cleanNummer(utfylt.maksTreff ?? '') === String(antall);
}

/** The list with this page fetched and shown. */
export function addSide(liste: Treffliste, lest: Trefferside): Treffliste {
  const { side } = lest;
  return { ...liste, side, sider: new Map([...liste.sider, [side, lest]]) };
}

/** The list with these numbers picked, or no longer. */
export function setValgt(liste: Treffliste, numre: readonly string[], valgt: boolean): Treffliste {
  const ny = new Set(liste.valgt);
  for (const nummer of numre) {
    if (valgt) ny.add(nummer);
    else ny.delete(nummer);
  }
  return { ...liste, valgt: ny };
}

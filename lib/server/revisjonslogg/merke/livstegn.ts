/** What a writer says when it has fallen silent, or ends: how far it came. It stands beside the log and not in it. */
import 'server-only';
import { createMerke, type Merkehode, openMerke } from '#lib/server/revisjonslogg/merke/merke.ts';
import type { Utsagn } from '#lib/server/revisjonslogg/merke/nummerrekke.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

/** No mark of a row is over one of these: it begins with a length. */
const LIVSTEGN = 'livstegn';
const SLUTT = 'slutt';

/** @param erSlutt the writer writes no more */
export const createLivstegn = (key: string, skriver: string, utsagn: Utsagn, erSlutt: boolean): Buffer =>
  createMerke(key, { ...utsagn, skriver, nummer: 0 }, erSlutt ? SLUTT : LIVSTEGN);

/** Null when no writer of ours has made it. */
export function openLivstegn(
  noekler: Revisjonsnoekler,
  merke: Buffer,
): (Merkehode & { erSlutt: boolean }) | null {
  for (const tekst of [LIVSTEGN, SLUTT]) {
    const hode = openMerke(noekler, merke, tekst);
    if (hode) return { ...hode, erSlutt: tekst === SLUTT };
  }

  return null;
}

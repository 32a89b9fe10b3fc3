/**
 * From what is asked for (`part`) to what comes. The portal always names its parts, never leaves them to the
 * register's default, and never asks for what the package does not have.
 * Source: freg-contract.md section 3.3; section 9 no 9 (falskIdentitet) and no 11 (letter case).
 */

import type { Del, Egenskap, Samledel } from './egenskaper.ts';
import { DELER, EGENSKAPER, INNHOLD_I_SAMLEDEL, SAMLEDELER } from './egenskaper.ts';
import type { Rettighetspakke } from './rettighetspakke.ts';
import { egenskaperFor, isPakke, RETTIGHETSPAKKER } from './rettighetspakker.ts';

function isSamledel(del: string): del is Samledel {
  return SAMLEDELER.some((samledel) => samledel === del);
}

const DEL_AV_FOLDET: ReadonlyMap<string, Del> = new Map(DELER.map((del) => [del.toLowerCase(), del]));

/** The part that is meant, in the model's spelling; the register itself reads parts without regard to case. */
function findDel(del: string): Del | undefined {
  return DEL_AV_FOLDET.get(del.trim().toLowerCase());
}

function egenskaperI(del: Del, pakke: Rettighetspakke): readonly Egenskap[] {
  if (!isSamledel(del)) return [del];
  const innhold = INNHOLD_I_SAMLEDEL[del];
  return del === 'person-basis' ? [...innhold, ...pakke.tilleggIPersonBasis] : innhold;
}

/**
 * The egenskaper that an oppslag with these parts yields in the package: known parts only, within the package, with
 * identifikasjonsnummer where it always comes. No part at all means `person-basis`, as in the register.
 * An unknown package yields nothing.
 */
export function expandDeler(pakke: string, deler: readonly string[]): ReadonlySet<string> {
  if (!isPakke(pakke)) return new Set();
  const data = RETTIGHETSPAKKER[pakke];
  const bedtOm = (deler.length === 0 ? ['person-basis'] : deler)
    .map(findDel)
    .filter((del) => del !== undefined);
  const navngitt = new Set(bedtOm.flatMap((del) => egenskaperI(del, data)));
  if (data.identifikasjonsnummer === 'alltid') navngitt.add('identifikasjonsnummer');
  if (data.identifikasjonsnummer === 'paaBestilling' && !bedtOm.includes('identifikasjonsnummer')) {
    navngitt.delete('identifikasjonsnummer');
  }
  const iPakken = egenskaperFor(pakke);
  return new Set(EGENSKAPER.filter((egenskap) => navngitt.has(egenskap) && iPakken.has(egenskap)));
}

/**
 * The parts to send, and what will not come although it was asked for.
 *
 * An alias that the package lacks is replaced by those of its egenskaper that the package has by name.
 * @returns `deler` in the model's spelling, without repeats, in the order asked. `ikkeIPakken` holds egenskaper, or
 *   the word itself where no part has that name. For an unknown package everything is `ikkeIPakken`.
 */
export function limitDeler(
  pakke: string,
  deler: readonly string[],
): { deler: string[]; ikkeIPakken: string[] } {
  if (!isPakke(pakke)) return { deler: [], ikkeIPakken: [...new Set(deler)] };
  const data = RETTIGHETSPAKKER[pakke];
  const sendes = new Set<string>();
  const mangler = new Set<string>();
  for (const ord of deler) {
    const del = findDel(ord);
    if (del === undefined) {
      mangler.add(ord);
      continue;
    }
    const egenskaper = egenskaperI(del, data);
    const has = egenskaper.filter((egenskap) => data.egenskaper.includes(egenskap));
    const aliasHolder = isSamledel(del) && data.samledeler.includes(del);
    for (const sendt of aliasHolder ? [del] : has) sendes.add(sendt);
    for (const egenskap of egenskaper) if (!has.includes(egenskap)) mangler.add(egenskap);
  }
  return { deler: [...sendes], ikkeIPakken: [...mangler] };
}

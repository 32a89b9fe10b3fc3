/**
 * Whether an uttrekk can be held up to date. Rule: a count that changes by the minute is of so many that it points at
 * nobody: whoever follows a handful looks them up, one by one and with a row for each (docs/adr/0025).
 */
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasTjeneste, RETTIGHETSPAKKER } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { FAA_PERSONER } from './grenser.ts';
import type { Oppdatering } from './oppdatering.ts';

/** Without numbers in the feed nobody can be told from another (freg-contract.md section 3.4). */
export const canFoelges = (pakke: Pakke): boolean =>
  hasTjeneste(pakke, 'hendelsesliste') && RETTIGHETSPAKKER[pakke].identifikasjonsnummer !== 'aldri';

/** @param personer rows of its files */
export function findOppdateringshinder(pakke: Pakke, personer: number): Oppdatering['hinder'] {
  if (!canFoelges(pakke)) return 'pakke';

  return personer < FAA_PERSONER ? 'faaPersoner' : null;
}

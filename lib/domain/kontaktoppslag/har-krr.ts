/**
 * Which packages KRR can be asked with: those in which the register tells who is protected. Where it does not, nobody could know
 * what to withhold, so there is nothing to ask for. Apart from the decision, which is the server's.
 */
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor, hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';

/** What is asked of the register before KRR: who she is, and how protected at this moment. */
export const DELER_FOER_KRR = ['identifikasjonsnummer', 'adressebeskyttelse'] as const;

/** Whether somebody with this package can ask KRR. */
export function hasKrr(pakke: Pakke): boolean {
  return hasTjeneste(pakke, 'oppslag') && DELER_FOER_KRR.every((del) => egenskaperFor(pakke).has(del));
}

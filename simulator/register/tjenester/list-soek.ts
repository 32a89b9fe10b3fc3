/**
 * `personer/soek`: the numbers of everybody who fits, in an order that stays the same while the people do
 * (freg-contract.md section 1.2 no 6). More than 10 000 hits are refused, however few were asked for.
 * Assumptions: the status and the text of that refusal; without hits the list is empty, not left out.
 */
import { AVSLAG, createUgyldigParameter } from '../../kontrakt/feilmeldinger.ts';
import { HOEYESTE_ANTALL_TREFF, parseSoek } from '../../kontrakt/soek.ts';
import { getSynlighet } from '../../kontrakt/synlighet.ts';
import { type Svar, toAvslag, toData } from '../svar.ts';
import type { Tjenestekall } from '../tjenestekall.ts';

export function listSoek({ befolkning, query, pakke, innstillinger }: Tjenestekall): Svar {
  const { harHjemmel } = getSynlighet(pakke, innstillinger);
  const soek = parseSoek(query, harHjemmel);
  if ('ugyldig' in soek) return toAvslag(createUgyldigParameter(soek.ugyldig));
  const treff = befolkning.listSoek(soek.kriterier, HOEYESTE_ANTALL_TREFF);
  if (treff.length > HOEYESTE_ANTALL_TREFF) return toAvslag(AVSLAG.forMangeTreff);
  const numre = treff.slice(0, soek.maksTreff).map((person) => befolkning.getNummer(person));
  return toData('personsoekResponse', { foedselsEllerDNummer: numre });
}

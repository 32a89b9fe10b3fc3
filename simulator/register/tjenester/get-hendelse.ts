/**
 * `hendelser/{hendelsesidentifikator}`: what one hendelse changed (freg-contract.md sections 1.2 no 11 and 5.3).
 * The id is opaque: whatever its form, one that names no document is unknown.
 */
import { type Svar, toAvslag, toHendelsedata } from '../svar.ts';
import { findHendelsesdokument, type Tjenestekall } from '../tjenestekall.ts';

export function getHendelse(kall: Tjenestekall): Svar {
  const funn = findHendelsesdokument(kall, kall.parametre.hendelsesidentifikator ?? '');
  if ('status' in funn) return toAvslag(funn);
  return toHendelsedata('dokumentForHendelse', funn.dokument);
}

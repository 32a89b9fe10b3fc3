/**
 * `personer/arkiv/{dokumentidentifikator}`: a version of a person as it was right after the hendelse that made it, with
 * the parts that are asked for (freg-contract.md section 1.2 no 4).
 */
import { AVSLAG } from '../../kontrakt/feilmeldinger.ts';
import { type Svar, toAvslag, toData } from '../svar.ts';
import { findDeler, findPersondokument, getMinimert, type Tjenestekall } from '../tjenestekall.ts';

export function getArkivperson(kall: Tjenestekall): Svar {
  const deler = findDeler(kall);
  if (!deler) return toAvslag(AVSLAG.ugyldigPart);
  const funn = findPersondokument(kall, kall.parametre.dokumentidentifikator ?? '');
  return 'status' in funn
    ? { ...toAvslag(funn), deler: deler.navn }
    : toData('folkeregisterperson', getMinimert(kall, deler, funn.dokument), deler.navn);
}

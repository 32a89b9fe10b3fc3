/**
 * `personer/bulkoppslag/arkiv`: archived versions by document id, up to 1000 (freg-contract.md section 1.2 no 3). Every
 * id has its row, in the order of the request, as often as it is there; one that is unknown or too old has a
 * feilmelding.
 */
import { AVSLAG } from '../../kontrakt/feilmeldinger.ts';
import { readListe } from '../read-liste.ts';
import { type Svar, toAvslag, toData } from '../svar.ts';
import { findDeler, findPersondokument, getMinimert, type Tjenestekall } from '../tjenestekall.ts';

export function listBulkoppslagArkiv(kall: Tjenestekall): Svar {
  const ider = readListe(kall, 'dokumentidentifikator');
  if (!ider) return toAvslag(AVSLAG.ugyldigInput);
  const deler = findDeler(kall);
  if (!deler) return toAvslag(AVSLAG.ugyldigPart);
  const oppslag = ider.map((id) => {
    const funn = findPersondokument(kall, id);
    return 'status' in funn
      ? { dokumentidentifikator: id, feilmelding: { feilmelding: funn.tekst } }
      : { dokumentidentifikator: id, folkeregisterperson: getMinimert(kall, deler, funn.dokument) };
  });
  return toData('arkivPersonDokumentBulkoppslagResponse', { oppslag }, deler.navn);
}

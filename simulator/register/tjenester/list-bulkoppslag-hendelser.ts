/**
 * `hendelser/bulkoppslag`: up to 1000 documents of hendelser at once (freg-contract.md section 1.2 no 12). Every id has
 * its row, in the order of the request; one that is unknown or too old has a feilmelding.
 */
import { AVSLAG } from '../../kontrakt/feilmeldinger.ts';
import { readListe } from '../read-liste.ts';
import { type Svar, toAvslag, toHendelsedata } from '../svar.ts';
import { findHendelsesdokument, type Tjenestekall } from '../tjenestekall.ts';

export function listBulkoppslagHendelser(kall: Tjenestekall): Svar {
  const ider = readListe(kall, 'dokumentidentifikator');
  if (!ider) return toAvslag(AVSLAG.ugyldigInput);
  const oppslag = ider.map((id) => {
    const funn = findHendelsesdokument(kall, id);
    return 'status' in funn
      ? { dokumentidentifikator: id, feilmelding: { feilmelding: funn.tekst } }
      : { dokumentidentifikator: id, hendelsedokument: funn.dokument };
  });
  return toHendelsedata('hendelseBulkoppslagResponse', { oppslag });
}

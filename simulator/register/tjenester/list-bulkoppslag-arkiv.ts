/**
 * `personer/bulkoppslag/arkiv`: archived versions by document id (freg-contract.md section 1.2 no 3). This register
 * has handed out no document ids, since it has no hendelser yet, so every id is unknown to it.
 */
import { AVSLAG } from '../../kontrakt/feilmeldinger.ts';
import { readListe } from '../read-liste.ts';
import { type Svar, toAvslag, toData } from '../svar.ts';
import { findDeler, type Tjenestekall } from '../tjenestekall.ts';

const UKJENT = { feilmelding: 'Ukjent dokumentid.' };

export function listBulkoppslagArkiv(kall: Tjenestekall): Svar {
  const ider = readListe(kall, 'dokumentidentifikator');
  if (!ider) return toAvslag(AVSLAG.ugyldigInput);
  const deler = findDeler(kall);
  if (!deler) return toAvslag(AVSLAG.ugyldigPart);
  const oppslag = ider.map((id) => ({ dokumentidentifikator: id, feilmelding: UKJENT }));
  return toData('arkivPersonDokumentBulkoppslagResponse', { oppslag }, deler.navn);
}

/**
 * `uttrekk/{jobbid}/batch/{batchnr}`: the identifiers of one batch, from 0; `{}` past the last one (freg-contract.md
 * section 1.2 no 15). 404 is a batch that is not ready; 410 a job that does not exist or belongs to somebody else.
 */
import { type Svar, toData } from '../svar.ts';
import type { Tjenestekall } from '../tjenestekall.ts';
import { toDatafeil } from '../uttrekkssvar.ts';

export function getUttrekkBatch(kall: Tjenestekall): Svar {
  const { jobbid = '', batchnr = '' } = kall.parametre;
  if (!/^\d{1,19}$/.test(batchnr)) return toDatafeil(400, 'batchnr er ikke på gyldig format');
  const svar = kall.uttrekk.findBatch(kall, jobbid, Number(batchnr));
  switch (svar.slag) {
    case 'data':
      return toData('uttrekkDataResponse', svar.data);
    case 'ikkeKlar':
      return toDatafeil(404, 'Uttrekket er ikke ferdig.');
    case 'finnesIkke':
      return toDatafeil(410, 'Uttrekket finnes ikke.');
  }
}

/**
 * `uttrekk/komplett`: a job with the document ids of everybody's version as of a sekvensnummer (freg-contract.md section
 * 1.2 no 13). Section 9 no 19: a snapshot up to and with the sekvensnummer, without what came later.
 * Nothing is gathered: a batch is asked of the log when it is fetched, and the log of then gives the same answer.
 */
import type { Hendelseslogg } from '../../hendelser/hendelseslogg.ts';
import { findSekvensnummer } from '../../kontrakt/uttrekk.ts';
import type { Svar } from '../svar.ts';
import type { Tjenestekall } from '../tjenestekall.ts';
import { startJobb, toJobbfeil } from '../uttrekkssvar.ts';

/**
 * Batch n covers the n-th range of persons, so any batch costs the same. Assumption: one who has ended as a dublett has
 * no document and leaves her place empty; a batch can hold fewer than its size.
 */
export function createUttrekkKomplett(kall: Tjenestekall): Svar {
  const { befolkning, hendelser, uttrekk, query } = kall;
  const sekvensnummer = findSekvensnummer(query.get('feedsekvensnr'), hendelser.siste());
  if (sekvensnummer === undefined) return toJobbfeil(400, 'feedsekvensnr er ikke på gyldig format');
  const { antall } = befolkning;
  const batch = uttrekk.innstillinger.batchKomplett;
  return startJobb(kall, () => ({
    antallBatcher: Math.ceil(antall / batch),
    listBatch: (nr) => {
      const [fra, til] = [nr * batch, Math.min((nr + 1) * batch, antall)];
      return { dokumentidentifikator: listDokumentider(hendelser, fra, til, sekvensnummer) };
    },
  }));
}

function listDokumentider(hendelser: Hendelseslogg, fra: number, til: number, sekvensnummer: number) {
  const ider: string[] = [];
  for (let person = fra; person < til; person += 1) {
    const id = hendelser.findDokumentid(person, sekvensnummer);
    if (id !== undefined) ider.push(id);
  }
  return ider;
}

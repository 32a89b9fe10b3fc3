/**
 * `hendelser/feed/tilpasset`: the feed of one municipality (freg-contract.md section 1.2 no 9; no document describes
 * it). Assumption: a hendelse concerns the municipality that the person lived in before or after it; without
 * kommunenummer, which the OpenAPI description leaves optional, the feed is whole; one that does not exist is empty.
 */
import { createUgyldigParameter } from '../../kontrakt/feilmeldinger.ts';
import { createFeedside } from '../feedside.ts';
import { type Svar, toAvslag } from '../svar.ts';
import type { Tjenestekall } from '../tjenestekall.ts';

export function listFeedTilpasset(kall: Tjenestekall): Svar {
  const kommunenummer = kall.query.get('kommunenummer');
  if (kommunenummer !== null && !/^\d{4}$/.test(kommunenummer))
    return toAvslag(createUgyldigParameter('Kommunenummer er ikke på gyldig format'));
  return createFeedside(kall, {
    ressurs: 'hendelser/feed/tilpasset',
    utvalg: kommunenummer === null ? '' : `&kommunenummer=${kommunenummer}`,
    seq: kall.query.get('seq'),
    list: (fra, maks) =>
      kommunenummer === null
        ? kall.hendelser.list(fra, maks)
        : kall.hendelser.listForKommune(fra, maks, kommunenummer),
  });
}

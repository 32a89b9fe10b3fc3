/**
 * `hendelser/feed`: the hendelser from a sekvensnummer, at most 1000 (freg-contract.md sections 1.2 no 8 and 5.3).
 * The hendelsesliste seed's `feed/{startsekvensnummer}` is the same page; its HEAD line has no sekvensnummer at all.
 */
import { randomUUID } from 'node:crypto';
import { AVSLAG, toFeilmeldingForEksterne } from '../../kontrakt/feilmeldinger.ts';
import { createFeedside } from '../feedside.ts';
import type { Svar } from '../svar.ts';
import type { Tjenestekall } from '../tjenestekall.ts';

/** Assumption: the feed's own 404 is for a path after `feed/` that is no sekvensnummer; no source says what it is for. */
export function listFeed(kall: Tjenestekall): Svar {
  const { startsekvensnummer } = kall.parametre;
  if (startsekvensnummer !== undefined && !/^\d+$/.test(startsekvensnummer)) return createIkkeFunnet();
  return createFeedside(kall, {
    ressurs: 'hendelser/feed',
    utvalg: '',
    seq: startsekvensnummer ?? kall.query.get('seq'),
    somSeed: startsekvensnummer !== undefined,
    list: (fra, maks) => kall.hendelser.list(fra, maks),
  });
}

function createIkkeFunnet(): Svar {
  const verdi = toFeilmeldingForEksterne(AVSLAG.feilUri, randomUUID());
  return { status: 404, kropp: { slag: 'data', rot: 'error', navnerom: '', verdi } };
}

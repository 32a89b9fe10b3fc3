/** Orders for tests: one that is right in every way, and the same with something else. */
import type { Bestilling, Utvalg } from './bestilling.ts';

const UTVALG: Utvalg = {
  personstatustyper: ['bosatt'],
  sted: { slag: 'bosted', kommuner: ['0301'] },
  foedselsaar: { fra: 1990, til: 1995 },
  doedsaar: null,
  kjoenn: null,
  statsborgerskap: null,
  sivilstandstype: null,
};

/** An order of two fields for statistics, by offentlig med hjemmel. */
export function createBestilling(annet: Partial<Bestilling> = {}): Bestilling {
  return {
    navn: 'Unge voksne',
    kilde: { slag: 'tilpasset', utvalg: UTVALG },
    innhold: { slag: 'felter', felter: ['foedsel.foedselsaar', 'bosted.kommunenummer'], perDato: null },
    formater: ['csv'],
    pakke: 'offentlig-med-hjemmel',
    formaal: 'statistikk',
    saksreferanse: '2026/77',
    ...annet,
  };
}

/** The same with other criteria. */
export function withUtvalg(utvalg: Partial<Utvalg>): Bestilling {
  return createBestilling({ kilde: { slag: 'tilpasset', utvalg: { ...UTVALG, ...utvalg } } });
}

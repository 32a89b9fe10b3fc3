/**
 * Every fault that can be switched on, in one table: where it strikes, what its number means and what it needs.
 * Rule: a fault is here, in `simulator/README.md` and in `feilsvar.integration.test.ts`, or it does not exist.
 * Source of the list: freg-contract.md sections 1.3 and 8, and what a client's own test matrix asks of its register.
 */
import type { Tjeneste } from '../kontrakt/pakker.ts';

/**
 * - `kall`: one request. - `forbindelse`: one connection, before anybody knows who is there. - `tjener`: the whole
 * server for as long as the fault is set.
 */
export type Feilsted = 'kall' | 'forbindelse' | 'tjener';

/** `verdi` is the standard of the number that the fault takes; without it the fault takes none. */
export type Feilegenskaper = {
  sted: Feilsted;
  verdi?: number;
  /** The services that it can do something to, and their templates; without it: all. */
  gjelder?: Feilomraade;
};
type Feilomraade = { tjenester: readonly Tjeneste[]; maler: readonly string[] };

const PERSON: Feilomraade = {
  tjenester: ['oppslag', 'entydigsoek', 'bulkoppslag'],
  maler: ['personer/{personidentifikator}', 'personer/entydigsoek', 'personer/bulkoppslag'],
};
const BULK: Feilomraade = {
  tjenester: ['bulkoppslag', 'arkiv', 'hendelsesdokument'],
  maler: ['personer/bulkoppslag', 'personer/bulkoppslag/arkiv', 'hendelser/bulkoppslag'],
};
const BESTILLING: Feilomraade = {
  tjenester: ['uttrekkKomplett', 'uttrekkTilpasset'],
  maler: ['uttrekk/komplett', 'uttrekk/tilpasset'],
};
const BATCH: Feilomraade = { tjenester: ['uttrekkBatch'], maler: ['uttrekk/{jobbid}/batch/{batchnr}'] };
const FEED: Feilomraade = {
  tjenester: ['hendelsesliste'],
  maler: ['hendelser/feed', 'hendelser/feed/tilpasset'],
};

const FEILTABELL = {
  /** Waits `verdi` ms before anything else. */
  'forsinkelse-ms': { sted: 'kall', verdi: 2_000 },
  'status-400': { sted: 'kall' },
  'status-401': { sted: 'kall' },
  'status-403': { sted: 'kall' },
  'status-404': { sted: 'kall' },
  'status-406': { sted: 'kall' },
  'status-410': { sted: 'kall' },
  'status-429': { sted: 'kall' },
  'status-500': { sted: 'kall' },
  'status-503': { sted: 'kall' },
  /** 429 whose Retry-After is milliseconds, as the register's docs say. */
  'retry-after-ms': { sted: 'kall', verdi: 1_500 },
  /** 429 whose Retry-After is seconds, as HTTP says. */
  'retry-after-s': { sted: 'kall', verdi: 5 },
  'brannmur-html-403': { sted: 'kall' },
  'brannmur-html-200': { sted: 'kall' },
  'tomt-svar': { sted: 'kall' },
  'uttrekk-fullt': { sted: 'kall', gjelder: BESTILLING },
  'for-gammelt-sekvensnummer': { sted: 'kall', gjelder: FEED },
  'batch-ikke-klar': { sted: 'kall', gjelder: BATCH },
  /** `{}` for the batch of number `verdi`, whatever it holds. */
  'batch-tom': { sted: 'kall', verdi: 0, gjelder: BATCH },
  /** The document of another person than the one asked for. */
  'feil-person': { sted: 'kall', gjelder: PERSON },
  /** The row at place `verdi`, or of the person that the fault is limited to. */
  'bulk-mangler': { sted: 'kall', verdi: 0, gjelder: BULK },
  'bulk-dobbel': { sted: 'kall', verdi: 0, gjelder: BULK },
  'bulk-byttet': { sted: 'kall', verdi: 0, gjelder: BULK },
  'batch-mangler': { sted: 'kall', verdi: 0, gjelder: BATCH },
  'batch-dobbel': { sted: 'kall', verdi: 0, gjelder: BATCH },
  'feed-hull': { sted: 'kall', verdi: 0, gjelder: FEED },
  'feed-dobbel': { sted: 'kall', verdi: 0, gjelder: FEED },
  'feed-bakover': { sted: 'kall', gjelder: FEED },
  'feed-ugyldig': { sted: 'kall', verdi: 0, gjelder: FEED },
  'ukjent-felt': { sted: 'kall' },
  'ukjent-kode': { sted: 'kall' },
  'avkortet-json': { sted: 'kall' },
  'lengde-for-stor': { sted: 'kall' },
  'lengde-for-liten': { sted: 'kall' },
  bom: { sted: 'kall' },
  'feil-innholdstype': { sted: 'kall' },
  /** The Date header is `verdi` seconds ahead; less than 0 is behind. */
  'klokke-skjev': { sted: 'kall', verdi: 120 },
  /** A 200 of `verdi` bytes. */
  'stort-svar': { sted: 'kall', verdi: 100 * 1024 * 1024 },
  /** A 200 that is small on the wire and `verdi` bytes when it is unpacked. */
  'gzip-bombe': { sted: 'kall', verdi: 4 * 1024 ** 3 },
  /** One byte each `verdi` ms. */
  drypp: { sted: 'kall', verdi: 1_000 },
  'brutt-foer-behandling': { sted: 'kall' },
  'brutt-etter-behandling': { sted: 'kall' },
  'brutt-forbindelse': { sted: 'kall' },
  'lukket-etterpaa': { sted: 'kall' },
  henger: { sted: 'kall' },
  /** The handshake begins `verdi` ms late. */
  'tregt-haandtrykk': { sted: 'forbindelse', verdi: 5_000 },
  'brutt-haandtrykk': { sted: 'forbindelse' },
  'tilkobling-nektes': { sted: 'tjener' },
  'tls-ny-noekkel': { sted: 'tjener' },
  'tls-ny-ca': { sted: 'tjener' },
  'tls-utloept': { sted: 'tjener' },
  'tls-feil-navn': { sted: 'tjener' },
  'tls-tilbakekalt': { sted: 'tjener' },
  'klientsertifikat-tilbakekalt': { sted: 'tjener' },
} as const satisfies Record<string, Feilegenskaper>;

export type FeilNavn = keyof typeof FEILTABELL;

/** Every fault by name, in the order of the README. */
export const FEIL: Readonly<Record<FeilNavn, Feilegenskaper>> = FEILTABELL;

export function isFeilNavn(navn: unknown): navn is FeilNavn {
  return typeof navn === 'string' && Object.hasOwn(FEIL, navn);
}

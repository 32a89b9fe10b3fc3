/**
 * What people do with an uttrekk, as lines of its log. Each has a text: `uttrekk.merknad.<kode>`. `av` is the name of the
 * user who did it, and is left out where it was the orderer.
 */
export type Portalmerknad =
  | { kode: 'opprettet' | 'endret' | 'sattIKoe' | 'pauset' | 'fortsatt' | 'avbrytes' | 'avbrutt' }
  | { kode: 'sendtTilGodkjenning' | 'slettesNaa' | 'hoppetOver' | 'holdesOppdatert' | 'holdesIkkeLenger' }
  | { kode: 'godkjent' | 'avslaatt'; verdier: { av: string } }
  /** A person has decided what becomes of an order that may or may not have reached the register. */
  | { kode: 'avklartBestillIgjen' | 'avklartAvbryt' }
  | { kode: 'delt'; verdier: { antall: number } };

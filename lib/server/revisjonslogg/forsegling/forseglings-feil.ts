/** Why a checkpoint is not made: what database and witness say does not fit together, and a person must look at it. */
import 'server-only';

export type Forseglingsgrunn =
  /** The database lacks a checkpoint that the witness has: it is older, or somebody took it away. */
  | 'BASE_ELDRE_ENN_VITNE'
  /** A checkpoint is not signed by the key that we have. */
  | 'UGYLDIG_SJEKKPUNKT'
  /** The leaves are not those that the checkpoint was made over. */
  | 'ROT_AVVIK'
  /** Transactions are numbered anew: the database was loaded into another cluster, which is another log. */
  | 'NY_KLYNGE';

export class ForseglingsFeil extends Error {
  readonly kode: Forseglingsgrunn;
  constructor(kode: Forseglingsgrunn) {
    super(kode);
    this.name = 'ForseglingsFeil';
    this.kode = kode;
  }
}

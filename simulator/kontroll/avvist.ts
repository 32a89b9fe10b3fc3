/** A request that is wrong, with a sentence for whoever sent it. */
export class Avvist extends Error {
  readonly status: number;
  constructor(status: number, melding: string) {
    super(melding);
    this.status = status;
  }
}

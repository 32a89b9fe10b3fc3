/**
 * An answer with the user's own acts, by receipt. The one answer with a body that needs no row in the revisjonslogg: it
 * says nothing of anybody. Its schema is closed, so a handler that tries to put a person in it throws.
 */
import 'server-only';
import { MittOppslag } from '#lib/domain/oppslag/mitt-oppslag.ts';

/** 200. `json` is the very text that is sent. */
export class Mine {
  readonly json: string;
  constructor(oppslag: readonly MittOppslag[]) {
    this.json = JSON.stringify(MittOppslag.array().parse(oppslag));
  }
}

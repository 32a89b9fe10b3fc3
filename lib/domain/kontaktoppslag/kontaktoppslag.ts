/**
 * Asking Kontakt- og reservasjonsregisteret (KRR) about the person of an oppslag: an act of its own, in the purpose and
 * package that are chosen now. What is shown is kept nowhere: KRR is to be asked each time somebody is written to, and nobody
 * keeps a register beside it (krr-maskinporten.md section 1.5).
 */
import type { KildeFeil, Kvittering } from '#lib/domain/oppslag/oppslag.ts';
import type { StengtGrunn } from '#lib/domain/personregel/personregel.ts';
import type { Krrperson } from './krrperson.ts';

/** Who gave no answer: the register, which is asked how protected she is, or KRR, with Maskinporten before it. */
export type Kontaktkilde = 'folkeregisteret' | 'krr';

export type KontaktResult =
  | { utfall: 'funnet'; krr: Krrperson; kvittering: Kvittering }
  /**
   * She is not in KRR, or she is protected, or the register has nobody by the number: one answer, word for word, for who
   * may not know which (product.md section 5).
   */
  | { utfall: 'ingenOpplysninger'; krr: null; kvittering: Kvittering }
  /** She is protected, and the user may know it: also then it is not shown. */
  | { utfall: 'skjermet'; krr: null; kvittering: Kvittering }
  /** Closed to this user since the oppslag was made. */
  | { utfall: 'avvist'; grunn: StengtGrunn; referanse: string }
  /** This portal has no way to KRR. */
  | { utfall: 'ikkeSattOpp'; referanse: string }
  /** Never a word on whether she is reserved. */
  | { utfall: 'kildefeil'; kilde: Kontaktkilde; grunn: KildeFeil; referanse: string };

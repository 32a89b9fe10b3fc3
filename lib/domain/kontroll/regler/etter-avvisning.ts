/**
 * K15: an employee was refused a person, and soon after the same person was looked for again: by another employee, or by her
 * in another way (security.md D-03).
 */
import { findSubjekt, indexPersoner, isInnen, type Spor } from '../spor.ts';
import type { Regel } from './regel.ts';

/** @param isAvSamme whether who was refused is the one who tried again, or somebody else */
const createRegel = (id: Regel['id'], isAvSamme: boolean): Regel => ({
  id,
  versjon: 1,
  alltid: false,
  find({ nye, alle }, { grenser: { avvistMinutter } }) {
    const findAvviste = indexPersoner(
      alle.filter((spor) => spor.slag === 'DENIED' && findSubjekt(spor) !== null),
    );
    const hasAvvist = (spor: Spor): boolean =>
      findAvviste(spor).some(
        (annet) =>
          annet.handlingId !== spor.handlingId &&
          (annet.bruker === spor.bruker) === isAvSamme &&
          isInnen(annet, spor, avvistMinutter),
      );

    return nye
      .filter((spor) => findSubjekt(spor) !== null && hasAvvist(spor))
      .map((spor) => ({ spor, verdier: { minutter: avvistMinutter } }));
  },
});

export const avvistHosAnnen = createRegel('avvistHosAnnen', false);
export const nyttForsoek = createRegel('nyttForsoek', true);

/** K02, K03: somebody tried to look at herself, at one who stands her near or at a shielded colleague, and was refused. */
import type { StengtGrunn } from '#lib/domain/personregel/personregel.ts';
import type { Regel } from './regel.ts';

/** The refusals that say so (security.md Z-04, Z-07). That a rule could not be decided says nothing of the user. */
const AVVISNINGER: readonly string[] = [
  'egenPerson',
  'naerstaaende',
  'skjermetPerson',
] satisfies StengtGrunn[];

export const naerstaaendeAvvist: Regel = {
  id: 'naerstaaendeAvvist',
  versjon: 1,
  alltid: true,
  find: ({ nye }) =>
    nye.flatMap((spor) =>
      spor.slag === 'DENIED' && spor.utfall !== null && AVVISNINGER.includes(spor.utfall)
        ? [{ spor, verdier: { grunn: spor.utfall } }]
        : [],
    ),
};

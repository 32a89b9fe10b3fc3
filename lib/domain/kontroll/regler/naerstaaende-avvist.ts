/** K02, K03: somebody tried to look at herself or at one who stands her near, and was refused. */
import type { Regel } from './regel.ts';

/** The refusals that say so (security.md Z-04, Z-07). */
const AVVISNINGER: readonly string[] = ['egneData', 'naerstaaende', 'skjermet'];

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

/** How the rules on who a person is were met, as the row of what was shown says it: absent when they simply let her through. */
import 'server-only';
import type { Regler } from '#lib/server/personregel/create-vakt.ts';

/** The same of all persons of one answer together. */
export const sumRegler = (alle: readonly Regler[]): Regler => ({
  ikkeVurdert: alle.some(({ ikkeVurdert }) => ikkeVurdert),
  skjermet: alle.some(({ skjermet }) => skjermet),
  noedtilgang: alle.find(({ noedtilgang }) => noedtilgang !== null)?.noedtilgang ?? null,
  likheter: [...new Set(alle.flatMap(({ likheter }) => likheter))],
});

/** Read by those who review the log: `naerstaaende: ikkeVurdert`, `skjermet: rett`, the id of the nødtilgang, and what is `lik`. */
export function toReglerILogg({ ikkeVurdert, skjermet, noedtilgang, likheter }: Regler): {
  personregler?: Record<string, string>;
} {
  const personregler = {
    ...(ikkeVurdert && { naerstaaende: 'ikkeVurdert' }),
    ...(skjermet && { skjermet: 'rett' }),
    ...(noedtilgang && { noedtilgang: noedtilgang.id }),
    ...Object.fromEntries(likheter.map((likhet) => [likhet, 'lik'])),
  };

  return Object.keys(personregler).length === 0 ? {} : { personregler };
}

/** How the rules on who a person is were met, as the row of what was shown says it: absent when they simply let her through. */
import 'server-only';
import type { Regler } from '#lib/server/personregel/create-vakt.ts';

/** Read by those who review the log: `naerstaaende: ikkeVurdert`, and the id of the nødtilgang. */
export function toReglerILogg({ ikkeVurdert, noedtilgang }: Regler): {
  personregler?: Record<string, string>;
} {
  const personregler = {
    ...(ikkeVurdert && { naerstaaende: 'ikkeVurdert' }),
    ...(noedtilgang && { noedtilgang: noedtilgang.id }),
  };

  return Object.keys(personregler).length === 0 ? {} : { personregler };
}

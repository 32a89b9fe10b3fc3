/**
 * A rettighetspakke is known by many names: ours, the register's, its path, its scope, and those of the older
 * documents. They are read here and nowhere else; what goes out is always today's (freg-contract.md 3.1, section 9 no 1).
 */

import type { Pakke } from './rettighetspakke.ts';
import { PAKKER } from './rettighetspakke.ts';
import { RETTIGHETSPAKKER } from './rettighetspakker.ts';

/** Lower case, no path segments that all packages share, no prefix of a scope, letters only. */
function simplify(navn: string): string {
  return navn
    .toLowerCase()
    .replace(/^folkeregister:deling\//, '')
    .replace(/\.segmentansvarlig$/, '')
    .split('/')
    .filter((ledd) => !['folkeregisteret', 'api', 'v1'].includes(ledd))
    .join('')
    .replace(/[^a-zæøå]/g, '');
}

/** The package that a name means, e.g. `finans-og-begrenset/api` or `OMH`. `undefined` when no package has it. */
export function findPakkeByAlias(navn: string): Pakke | undefined {
  const soekt = simplify(navn);
  return PAKKER.find((pakke) => {
    const data = RETTIGHETSPAKKER[pakke];
    return [pakke, data.navn, data.kort, data.sti, ...data.scope, ...data.alias].some(
      (kjent) => simplify(kjent) === soekt,
    );
  });
}

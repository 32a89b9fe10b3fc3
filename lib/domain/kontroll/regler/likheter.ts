/**
 * K05, K07: somebody looked at a person of her own home, next door, or with her own surname in her kommune. What they have in
 * common is compared when she looks (lib/domain/personregel/likheter.ts) and stands in the row; a surname only of acts that
 * are about one person, since a list of many holds most names.
 */
import type { Likhet } from '#lib/domain/personregel/likheter.ts';
import { isVist, PERSONINNSYN, SAKSINNSYN } from '../spor.ts';
import type { Regel } from './regel.ts';

const createLikhetsregel = (id: Likhet, handlinger: readonly string[]): Regel => ({
  id,
  versjon: 1,
  alltid: false,
  find: ({ nye }) =>
    nye.flatMap((spor) =>
      isVist(spor) && handlinger.includes(spor.handling) && spor.felter.includes(`personregler.${id}`)
        ? [{ spor, verdier: {} }]
        : [],
    ),
});

export const likhetsregler: readonly Regel[] = [
  createLikhetsregel('sammeAdresse', SAKSINNSYN),
  createLikhetsregel('naboadresse', SAKSINNSYN),
  createLikhetsregel('sammeEtternavn', PERSONINNSYN),
];

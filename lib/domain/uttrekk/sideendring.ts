/**
 * What has changed of the page of an uttrekk between two looks: the register's batches may be thousands, and in a second
 * a few of them move. Rule: what is put together again is what was seen, or nothing is told as a change at all.
 */
import type { Batchrad, Merknad, Sideendring, Uttrekksside } from './uttrekk.ts';

const isLik = (en: unknown, annen: unknown): boolean => JSON.stringify(en) === JSON.stringify(annen);

/** The same, field by field: a look has thousands of them. */
const isSammeBatch = (en: Batchrad, annen: Batchrad | undefined): boolean =>
  annen !== undefined &&
  en.jobbNr === annen.jobbNr &&
  en.batchNr === annen.batchNr &&
  en.tilstand === annen.tilstand &&
  en.forsoek === annen.forsoek &&
  en.antall === annen.antall &&
  en.deler === annen.deler &&
  en.delerFerdig === annen.delerFerdig;

const toNoekkel = ({ jobbNr, batchNr }: Batchrad): string => `${jobbNr}-${batchNr}`;

function mergeBatcher(foer: readonly Batchrad[], nye: readonly Batchrad[]): Batchrad[] {
  const alle = new Map([...foer, ...nye].map((rad) => [toNoekkel(rad), rad]));

  return [...alle.values()].sort((a, b) => a.jobbNr - b.jobbNr || a.batchNr - b.batchNr);
}

/** The lines after the last one that was there. */
function listNyeMerknader(foer: readonly Merknad[], naa: readonly Merknad[]): Merknad[] {
  const siste = foer.at(-1);

  return naa.slice(siste === undefined ? 0 : naa.findLastIndex((merknad) => isLik(merknad, siste)) + 1);
}

/** The page again, from what it was and what has changed. */
export function applyEndring(foer: Uttrekksside, endring: Sideendring): Uttrekksside {
  const { felter, batcher, merknader, antallMerknader } = endring;
  const alle = [...foer.merknader, ...merknader];

  return {
    ...Object.assign({ ...foer }, felter),
    batcher: mergeBatcher(foer.batcher, batcher),
    merknader: alle.slice(alle.length - antallMerknader),
  };
}

/** What has changed; null where it cannot be told as a change, and the whole page must be. */
export function findEndring(foer: Uttrekksside, naa: Uttrekksside): Sideendring | null {
  const gamle = new Map(foer.batcher.map((rad) => [toNoekkel(rad), rad]));
  const { batcher, merknader, ...resten } = naa;
  const foerFelter = new Map<string, unknown>(Object.entries(foer));
  const endring: Sideendring = {
    felter: Object.fromEntries(
      Object.entries(resten).filter(([navn, verdi]) => !isLik(verdi, foerFelter.get(navn))),
    ),
    batcher: batcher.filter((rad) => !isSammeBatch(rad, gamle.get(toNoekkel(rad)))),
    merknader: listNyeMerknader(foer.merknader, merknader),
    antallMerknader: merknader.length,
  };
  const etter = applyEndring(foer, endring);
  const stemmer =
    etter.batcher.length === batcher.length &&
    batcher.every((rad, nr) => isSammeBatch(rad, etter.batcher[nr])) &&
    isLik(etter.merknader, merknader);

  return stemmer ? endring : null;
}

/** Sets of numbers that mostly follow each other, as ranges in order that do not touch. */
import 'server-only';
import type { Omraade } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';

/** With the numbers of one more range. */
export function addOmraade(omraader: readonly Omraade[], nytt: Omraade): Omraade[] {
  const touches = ({ fra, til }: Omraade): boolean => fra <= nytt.til && til >= nytt.fra;
  const joined = omraader.filter(touches);
  const all = {
    fra: Math.min(nytt.fra, ...joined.map(({ fra }) => fra)),
    til: Math.max(nytt.til, ...joined.map(({ til }) => til)),
  };

  return [...omraader.filter((ett) => !touches(ett)), all].sort((a, b) => a.fra - b.fra);
}

/** Without the numbers of one range. */
export const removeOmraade = (omraader: readonly Omraade[], borte: Omraade): Omraade[] =>
  omraader
    .flatMap(({ fra, til }) => [
      { fra, til: Math.min(til, borte.fra) },
      { fra: Math.max(fra, borte.til), til },
    ])
    .filter(({ fra, til }) => fra < til);

export const findOmraade = (omraader: readonly Omraade[], nummer: number): Omraade | null =>
  omraader.find(({ fra, til }) => fra <= nummer && nummer < til) ?? null;

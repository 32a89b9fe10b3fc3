/**
 * The persons of one tilpasset uttrekk, as they were when it was ordered. Rule: what happens later changes no batch.
 * One bit for each person in the population: 0.75 MB at 6 000 000, however many there are in the set.
 */

export type Personmengde = {
  readonly antall: number;
  readonly antallBatcher: number;
  /** The persons of the batch, by rising index; none past the last one. */
  listBatch(nr: number): number[];
};

/** Takes the persons (indexes below `befolkning`, in any order) and parts them in batches of `batch`. */
export function createPersonmengde(
  personer: Iterable<number>,
  befolkning: number,
  batch: number,
): Personmengde {
  const ord = new Uint32Array((befolkning + 31) >>> 5);
  for (const person of personer) ord[person >>> 5] = (ord[person >>> 5] ?? 0) | (1 << (person & 31));
  const { antall, starter } = findStarter(ord, batch);
  return {
    antall,
    antallBatcher: starter.length,
    listBatch(nr) {
      const start = starter[nr];
      return start === undefined ? [] : listFra(ord, start, batch);
    },
  };
}

/** How many there are, and the first person of each batch. */
function findStarter(ord: Uint32Array, batch: number): { antall: number; starter: number[] } {
  const starter: number[] = [];
  let antall = 0;
  for (let i = 0; i < ord.length; i += 1) {
    for (let bits = ord[i] ?? 0; bits !== 0; bits &= bits - 1) {
      if (antall % batch === 0) starter.push((i << 5) + toPlass(bits));
      antall += 1;
    }
  }
  return { antall, starter };
}

function listFra(ord: Uint32Array, start: number, maks: number): number[] {
  const personer: number[] = [];
  let bits = (ord[start >>> 5] ?? 0) & (-1 << (start & 31));
  for (let i = start >>> 5; i < ord.length; bits = ord[++i] ?? 0) {
    for (; bits !== 0; bits &= bits - 1) {
      if (personer.length === maks) return personer;
      personer.push((i << 5) + toPlass(bits));
    }
  }
  return personer;
}

/** The place of the lowest bit. */
const toPlass = (bits: number): number => 31 - Math.clz32(bits & -bits);

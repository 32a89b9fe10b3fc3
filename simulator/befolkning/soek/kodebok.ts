/** Gives texts small numbers, so that a column can hold them. Numbers are never taken back. */
export type Kodebok = {
  /** The number of the text; a new one when it has none. */
  toKode(tekst: string): number;
  /** The number of the text, if anybody has had it. */
  find(tekst: string): number | undefined;
};

/** `foerste` get the numbers from 0. */
export function createKodebok(foerste: readonly string[] = []): Kodebok {
  const koder = new Map(foerste.map((tekst, kode) => [tekst, kode]));
  return {
    toKode(tekst) {
      const kjent = koder.get(tekst);
      if (kjent !== undefined) return kjent;
      koder.set(tekst, koder.size);
      return koder.size - 1;
    },
    find: (tekst) => koder.get(tekst),
  };
}

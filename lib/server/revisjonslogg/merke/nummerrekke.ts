/**
 * The numbers that one writer gives its rows, from 0 on. A number is used once: that of a row that was not written, or
 * whose answer was lost, is told to be empty with the next row. A row tells besides how far all before it is settled, and
 * so a row that is taken away is missed. What is still on its way is never spoken for: a writer that dies leaves no hole.
 */
import 'server-only';
import type { Omraade } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import { addOmraade, removeOmraade } from '#lib/server/revisjonslogg/merke/omraader.ts';

/** What a writer says of its numbers: each below `kvittert` is written, but for those in `tomme`, which may be. */
export type Utsagn = { kvittert: number; tomme: readonly Omraade[] };

/** The numbers of one statement, `fra` up to but not with `til`, and what its rows say of those before. */
export type Nummerbit = Omraade & Utsagn;

export type Nummerrekke = {
  take(antall: number): Nummerbit;
  /** How the statement ended. Whatever is not known to be written counts as not. */
  settle(bit: Nummerbit, erSkrevet: boolean): void;
  /** What there is to say now, and whether all of it has been said. */
  read(): Utsagn & { erSagt: boolean };
  /** That something was said and heard. */
  noteSagt(utsagn: Utsagn): void;
};

export function createNummerrekke(): Nummerrekke {
  const underveis = new Set<Nummerbit>();
  let neste = 0;
  let sagt = 0;
  let tomme: readonly Omraade[] = [];

  function getKvittert(): number {
    let lavest = neste;
    for (const { fra } of underveis) lavest = Math.min(lavest, fra);

    return lavest;
  }

  function noteSagt(utsagn: Utsagn): void {
    sagt = Math.max(sagt, utsagn.kvittert);
    for (const borte of utsagn.tomme) tomme = removeOmraade(tomme, borte);
  }

  return {
    noteSagt,
    take(antall) {
      const bit = { fra: neste, til: neste + antall, kvittert: getKvittert(), tomme };
      neste = bit.til;
      underveis.add(bit);

      return bit;
    },
    settle(bit, erSkrevet) {
      underveis.delete(bit);
      if (erSkrevet) noteSagt(bit);
      else tomme = addOmraade(tomme, bit);
    },
    read() {
      const kvittert = getKvittert();

      return { kvittert, tomme, erSagt: kvittert === sagt };
    },
  };
}

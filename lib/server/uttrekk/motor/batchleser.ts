/**
 * The identifiers of a chunk, out of the sealed file of its batch. The last few batches are kept open in memory, since a
 * hundred chunks read the same one; no more than a few, so that memory does not follow the size of the uttrekk.
 */
import 'server-only';
import { readBatchfil } from '#lib/server/uttrekk/filer/deler.ts';
import { Filfeil } from '#lib/server/uttrekk/filer/filfeil.ts';
import type { Uttrekksmappe } from '#lib/server/uttrekk/filer/mappe.ts';
import type { Delrad } from './delrad.ts';

const MAKS_AAPNE = 3;

export type Batchleser = {
  /** Throws Filfeil when the file is missing, damaged, or has not the identifiers that the row counted. */
  read: (mappe: Uttrekksmappe, del: Delrad, delstoerrelse: number) => Promise<string[]>;
};

export function createBatchleser(): Batchleser {
  const aapne = new Map<string, Promise<string[]>>();

  function open(mappe: Uttrekksmappe, { jobbNr, batchNr }: Delrad): Promise<string[]> {
    const navn = `${mappe.uttrekkId} ${mappe.noekkel.toString('base64')} ${jobbNr} ${batchNr}`;
    const lest = aapne.get(navn) ?? readBatchfil(mappe, jobbNr, batchNr);
    // Taken out and put in again: the one longest unread is first.
    aapne.delete(navn);
    aapne.set(navn, lest);
    lest.catch(() => aapne.delete(navn));
    for (const eldste of aapne.keys()) if (aapne.size > MAKS_AAPNE) aapne.delete(eldste);

    return lest;
  }

  return {
    async read(mappe, del, delstoerrelse) {
      const fra = del.nr * delstoerrelse;
      const ider = (await open(mappe, del)).slice(fra, fra + del.antall);
      if (ider.length !== del.antall) throw new Filfeil('FIL_OEDELAGT');

      return ider;
    },
  };
}

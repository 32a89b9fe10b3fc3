/** What the sealer knows of one writer: which of its numbers it has seen, and which may be without a row. */
import 'server-only';
import { z } from 'zod';
import type { Omraade } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import type { Utsagn } from '#lib/server/revisjonslogg/merke/nummerrekke.ts';
import { addOmraade, findOmraade, removeOmraade } from '#lib/server/revisjonslogg/merke/omraader.ts';

const Omraader = z.array(z.object({ fra: z.int(), til: z.int() }));
export const Skriverstand = z.object({
  /** Every number below it is seen, empty or found to be missing. */
  neste: z.int(),
  /** Numbers above it that are seen. */
  sett: z.array(z.int()),
  /** Numbers that were told to be empty and have not been seen. */
  tomme: Omraader,
  /** When the sealer last heard from the writer, ISO 8601. */
  sist: z.iso.datetime({ precision: 6 }),
  erSlutt: z.boolean(),
});
export type Skriverstand = z.infer<typeof Skriverstand>;

/** One writer while a batch is gone through. */
export type Skriver = {
  /** Whether the number is new: a row with one that is not is a copy. */
  see(nummer: number): boolean;
  hear(utsagn: Utsagn): void;
  end(): void;
  /** The numbers that should have a row and have none, once all of the batch is seen. */
  takeHull(): Omraade[];
  toStand(sist: string): Skriverstand;
};

export function createSkriver(stand: Pick<Skriverstand, 'neste' | 'sett' | 'tomme' | 'erSlutt'>): Skriver {
  const sett = new Set(stand.sett);
  let { neste, tomme, erSlutt } = stand;
  let kvittert = 0;

  /** Past everything that is settled. */
  function advance(): void {
    for (;;) {
      const tomt = findOmraade(tomme, neste);
      if (tomt) neste = tomt.til;
      else if (sett.delete(neste)) neste += 1;
      else return;
    }
  }

  return {
    see(nummer) {
      const wasEmpty = findOmraade(tomme, nummer) !== null;
      if (wasEmpty) tomme = removeOmraade(tomme, { fra: nummer, til: nummer + 1 });
      else if (nummer < neste || sett.has(nummer)) return false;
      if (nummer >= neste) sett.add(nummer);

      return true;
    },
    hear(utsagn) {
      kvittert = Math.max(kvittert, utsagn.kvittert);
      if (utsagn.tomme.length === 0) return;
      advance();
      for (const { fra, til } of utsagn.tomme) {
        // Below `neste` it was heard before, and what has come since is not empty again.
        if (til > neste) tomme = addOmraade(tomme, { fra: Math.max(fra, neste), til });
      }
      for (const nummer of sett) tomme = removeOmraade(tomme, { fra: nummer, til: nummer + 1 });
    },
    end() {
      erSlutt = true;
    },
    takeHull() {
      let hull: Omraade[] = [];
      advance();
      while (neste < kvittert) {
        hull = addOmraade(hull, { fra: neste, til: neste + 1 });
        neste += 1;
        advance();
      }

      return hull;
    },
    toStand: (sist) => ({ neste, sett: [...sett], tomme, sist, erSlutt }),
  };
}

/** The marks of one writer: who it is stands in memory alone, and is another each time that a process starts. */
import 'server-only';
import { randomBytes } from 'node:crypto';
import { createLivstegn } from '#lib/server/revisjonslogg/merke/livstegn.ts';
import { createMerke } from '#lib/server/revisjonslogg/merke/merke.ts';
import { toMerketekst } from '#lib/server/revisjonslogg/merke/merketekst.ts';
import {
  createNummerrekke,
  type Nummerbit,
  type Utsagn,
} from '#lib/server/revisjonslogg/merke/nummerrekke.ts';
import type { Radverdier } from '#lib/server/revisjonslogg/radverdier.ts';

const SKRIVER_BYTES = 8;

export type Merker = {
  /** Numbers and marks for the rows of one statement, in order. */
  mark(rader: readonly Radverdier[]): { bit: Nummerbit; merker: Buffer[] };
  /** How the statement ended. */
  settle(bit: Nummerbit, erSkrevet: boolean): void;
  /** How far the writer has come; null when there is nothing to say that is not said. */
  findLivstegn(erSlutt: boolean): { utsagn: Utsagn; merke: Buffer } | null;
  noteSagt(utsagn: Utsagn): void;
};

/** @param key REVISJON_KEY */
export function createMerker(key: string): Merker {
  const skriver = randomBytes(SKRIVER_BYTES).toString('hex');
  const rekke = createNummerrekke();

  return {
    settle: rekke.settle,
    noteSagt: rekke.noteSagt,
    mark(rader) {
      const tekster = rader.map(toMerketekst);
      const bit = rekke.take(rader.length);
      const merker = tekster.map((tekst, at) => {
        // Said once in a statement, which is there whole or not at all.
        const tomme = at === 0 ? bit.tomme : [];
        const hode = { skriver, nummer: bit.fra + at, kvittert: bit.kvittert, tomme };
        return createMerke(key, hode, tekst);
      });

      return { bit, merker };
    },
    findLivstegn(erSlutt) {
      const { erSagt, ...utsagn } = rekke.read();
      if (utsagn.kvittert === 0 || (erSagt && !erSlutt)) return null;

      return { utsagn, merke: createLivstegn(key, skriver, utsagn, erSlutt) };
    },
  };
}

/**
 * From part files to what is downloaded: duplicates dropped, every format written and sealed under a key of its own, the
 * membership file and the pictures. Nothing here is remembered between two runs: after a kill it is done again from the
 * start, and gives the same bytes. Rows in the database are the caller's, in one transaction, when this has ended.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Bestilling, Format } from '#lib/domain/uttrekk/bestilling.ts';
import { MAKS_RADER_XLSX } from '#lib/domain/uttrekk/grenser.ts';
import type { Fordeling } from '#lib/domain/uttrekk/uttrekk.ts';
import { writeForseglet } from './container.ts';
import { listDelfiler, readLinjer } from './delfil.ts';
import { Filfeil } from './filfeil.ts';
import { createTetthet, placeLinjer, type RefKey, type Tetthet } from './linjer.ts';
import {
  type Deladresse,
  type Plass,
  toArbeidsplass,
  toGrunnlagsplass,
  type Uttrekksmappe,
} from './mappe.ts';
import { type Medlemskap, writeMedlemskap } from './medlemskap.ts';
import { sortReferanser, Utelatte } from './referanser.ts';
import { type FerdigFil, skrivFiler } from './skriv-filer.ts';
import type { PlassertDel, Samling } from './skriv-format.ts';

/**
 * `filKey` is FIL_KEY; `refKey` gives the keyed reference of a number; `meld` is told how far it has come,
 * from 0 to 1.
 */
export type Ferdigstiller = {
  filKey: string;
  refKey: RefKey;
  signal: AbortSignal;
  meld: (andel: number) => void;
};

export type Ferdig = {
  /** Persons in the files. */
  rader: number;
  /** Rows left out because the person stands in an earlier one. */
  dubletter: number;
  filer: FerdigFil[];
  /** Formats that were ordered and cannot hold so many rows. */
  utelatt: Format[];
  medlemskap: Medlemskap;
  fordelinger: Fordeling[];
};

type Arbeid = { deps: Ferdigstiller; mappe: Uttrekksmappe; meld: () => void };

/** Every reference of every row into the unsorted file, and where each part's rows begin. */
async function writeReferanser(
  { deps, mappe, meld }: Arbeid,
  plass: Plass,
  deler: readonly Deladresse[],
): Promise<{ plasserte: PlassertDel[]; tetthet: Tetthet; rader: number }> {
  const tetthet = createTetthet();
  const plasserte: PlassertDel[] = [];
  let rad = 0;
  async function* listLinjer(): AsyncGenerator<Buffer> {
    for await (const delfil of listDelfiler(mappe, deler, null, deps.signal)) {
      const adresse = deler[plasserte.length];
      if (adresse !== undefined) plasserte.push({ adresse, foersteRad: rad, antall: delfil.antall });
      const linjer = readLinjer(delfil, deps.refKey);
      placeLinjer(linjer, rad, tetthet);
      yield linjer;
      rad += delfil.antall;
      meld();
    }
  }
  await writeForseglet(plass.sti, mappe.noekkel, plass.bound, listLinjer());

  return { plasserte, tetthet, rader: rad };
}

/** The sorted file, and the rows that are left out. */
async function samle(arbeid: Arbeid, deler: readonly Deladresse[]): Promise<Samling> {
  const { deps, mappe, meld } = arbeid;
  const usortert = toArbeidsplass(mappe, randomUUID());
  const grunnlag = toGrunnlagsplass(mappe);
  try {
    const { plasserte, tetthet, rader } = await writeReferanser(arbeid, usortert, deler);
    const utelatte = new Utelatte(rader);
    const sortert = sortReferanser(usortert, mappe.noekkel, tetthet, utelatte, deps.signal);
    await writeForseglet(grunnlag.sti, mappe.noekkel, grunnlag.bound, sortert);

    return { mappe, deler: plasserte, utelatte, rader: rader - utelatte.antall, signal: deps.signal, meld };
  } finally {
    await rm(usortert.sti, { force: true });
  }
}

/** Tells the share that is done, as whole passes over the parts. */
function createMelding(meld: Ferdigstiller['meld'], deler: number, runder: number): () => void {
  let gjort = 0;

  return () => {
    gjort += 1;
    meld(Math.min(1, gjort / Math.max(1, deler * runder)));
  };
}

/**
 * Finishes an uttrekk whose parts are all there.
 * @param deler in the order of the rows: by job, batch and number
 * @throws Filfeil (DISK_FULL, FIL_OEDELAGT, FIL_MANGLER, FOR_MANGE_RADER when no ordered format can hold it); the
 *   signal's reason when it is raised
 */
export async function ferdigstill(
  deps: Ferdigstiller,
  mappe: Uttrekksmappe,
  bestilling: Bestilling,
  deler: readonly Deladresse[],
): Promise<Ferdig> {
  const formater = [...new Set(bestilling.formater)];
  const meld = createMelding(deps.meld, deler.length, formater.length + 2);
  const arbeid = { deps, mappe, meld };
  const samling = await samle(arbeid, deler);
  const utelatt = formater.filter((format) => format === 'xlsx' && samling.rader > MAKS_RADER_XLSX);
  if (utelatt.length === formater.length) throw new Filfeil('FOR_MANGE_RADER');
  const mulige = formater.filter((format) => !utelatt.includes(format));
  const { filer, fordelinger } = await skrivFiler(deps.filKey, mulige, bestilling, samling);
  const medlemskap = await writeMedlemskap(deps.filKey, mappe);
  await rm(path.join(mappe.sti, 'arbeid'), { recursive: true, force: true });

  return {
    rader: samling.rader,
    dubletter: samling.utelatte.antall,
    filer,
    utelatt,
    medlemskap,
    fordelinger,
  };
}

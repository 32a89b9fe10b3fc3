/**
 * From part files to what is downloaded: duplicates dropped, every format written and sealed under a key of its own, the
 * membership file and the pictures. Nothing here is remembered between two runs: after a kill it is done again from the
 * start, and gives the same bytes. Rows in the database are the caller's, in one transaction, when this has ended.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import type { Bestilling, Format } from '#lib/domain/uttrekk/bestilling.ts';
import { type AvFaa, canGisUt, MAKS_RADER_XLSX } from '#lib/domain/uttrekk/grenser.ts';
import type { Fordeling } from '#lib/domain/uttrekk/uttrekk.ts';
import { writeForseglet } from './container.ts';
import { listDelfiler, readLinjer } from './delfil.ts';
import { Filfeil } from './filfeil.ts';
import { countFordelinger } from './fordelinger.ts';
import { placeLinjer, type RefKey } from './linjer.ts';
import {
  type Deladresse,
  type Plass,
  toArbeidsplass,
  toGrunnlagsplass,
  type Uttrekksmappe,
} from './mappe.ts';
import type { Medlemskap } from './medlemskap.ts';
import { createOmraader, type Omraade, sortReferanser, splitLinjer, Utelatte } from './referanser.ts';
import { runBoth } from './run-both.ts';
import { type FerdigFil, skrivFiler } from './skriv-filer.ts';
import { listUtelatteRader, type PlassertDel, type Samling } from './skriv-format.ts';

/**
 * `filKey` is FIL_KEY; `refKey` gives the keyed reference of a number; `meld` is told how far it has come,
 * from 0 to 1.
 */
export type Ferdigstiller = {
  filKey: string;
  refKey: RefKey;
  signal: AbortSignal;
  meld: (andel: number) => void;
  /** What becomes of few persons: how many they are is known when those who are repeated are counted once. */
  avFaa: AvFaa;
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

/** `fordeling` takes what the pictures are counted from, see `countFordelinger`. */
type Arbeid = {
  deps: Ferdigstiller;
  mappe: Uttrekksmappe;
  fordeling: WritableStreamDefaultWriter<Uint8Array>;
  meld: () => void;
};

/** Every reference of every row into the unsorted file, and where each part's rows begin. */
async function writeReferanser(
  { deps, mappe, fordeling, meld }: Arbeid,
  plass: Plass,
  deler: readonly Deladresse[],
): Promise<{ plasserte: PlassertDel[]; omraader: Omraade[]; rader: number }> {
  const omraader = createOmraader(deler.length);
  const plasserte: PlassertDel[] = [];
  let rad = 0;
  async function* listLinjer(): AsyncGenerator<Buffer> {
    for await (const delfil of listDelfiler(mappe, deler, 'fordeling', deps.signal)) {
      const adresse = deler[plasserte.length];
      if (adresse !== undefined) plasserte.push({ adresse, foersteRad: rad, antall: delfil.antall });
      const linjer = readLinjer(delfil, deps.refKey);
      placeLinjer(linjer, rad);
      // In memory of its own: it is read by another when this part is done with.
      await fordeling.write(Buffer.from(delfil.rader.kropp));
      yield linjer;
      rad += delfil.antall;
      meld();
    }
  }
  await writeForseglet(plass.sti, mappe.noekkel, plass.bound, splitLinjer(listLinjer(), omraader));

  return { plasserte, omraader, rader: rad };
}

/** The sorted file, and the rows that are left out. */
async function samle(arbeid: Arbeid, deler: readonly Deladresse[]): Promise<Samling> {
  const { deps, mappe, fordeling, meld } = arbeid;
  const usortert = toArbeidsplass(mappe, randomUUID());
  const grunnlag = toGrunnlagsplass(mappe);
  try {
    const { plasserte, omraader, rader } = await writeReferanser(arbeid, usortert, deler);
    const utelatte = new Utelatte(rader);
    const sortert = sortReferanser(usortert, mappe.noekkel, omraader, utelatte, deps.signal);
    await writeForseglet(grunnlag.sti, mappe.noekkel, grunnlag.bound, sortert);
    const samling = {
      mappe,
      deler: plasserte,
      utelatte,
      rader: rader - utelatte.antall,
      signal: deps.signal,
      meld,
    };
    for await (const bit of listUtelatteRader(samling, 'fordeling')) await fordeling.write(Buffer.from(bit));
    await fordeling.close();

    return samling;
  } finally {
    await rm(usortert.sti, { force: true });
  }
}

/** The rows that are in the files, and the pictures of them. */
async function samleOgTell(
  { signal, ...deps }: Ferdigstiller,
  mappe: Uttrekksmappe,
  deler: readonly Deladresse[],
  aar: number,
  meld: () => void,
): Promise<[Samling, Fordeling[]]> {
  const { writable, readable } = new TransformStream<Uint8Array, Uint8Array>();
  const fordeling = writable.getWriter();

  return runBoth(
    signal,
    async (begge) => {
      const samling = await samle({ deps: { ...deps, signal: begge }, mappe, fordeling, meld }, deler);

      return { ...samling, signal };
    },
    (begge) => countFordelinger(readable, deler.length, aar, begge),
  );
}

/** The year that ages are counted in. */
function toAldersaar({ innhold }: Bestilling): number {
  const perDato = innhold.slag === 'felter' ? innhold.perDato : null;

  return Number((perDato ?? toNorskDag(new Date())).slice(0, 4));
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
 * @throws Filfeil (DISK_FULL, FIL_OEDELAGT, FIL_MANGLER, FOR_MANGE_RADER when no ordered format can hold it,
 *   FOR_FAA_PERSONER when the virksomhet gives out none of so few, and then no file is made); the
 *   signal's reason when it is raised
 */
export async function ferdigstill(
  deps: Ferdigstiller,
  mappe: Uttrekksmappe,
  bestilling: Bestilling,
  deler: readonly Deladresse[],
): Promise<Ferdig> {
  // What fetching left is let go of before DuckDB takes its share: finishing leaves so little that V8 would not look for it.
  globalThis.gc?.();
  const formater = [...new Set(bestilling.formater)];
  const meld = createMelding(deps.meld, deler.length, formater.length + 1);
  const [samling, fordelinger] = await samleOgTell(deps, mappe, deler, toAldersaar(bestilling), meld);
  if (!canGisUt(samling.rader, deps.avFaa)) throw new Filfeil('FOR_FAA_PERSONER');
  const utelatt = formater.filter((format) => format === 'xlsx' && samling.rader > MAKS_RADER_XLSX);
  if (utelatt.length === formater.length) throw new Filfeil('FOR_MANGE_RADER');
  const mulige = formater.filter((format) => !utelatt.includes(format));
  const { filer, medlemskap } = await skrivFiler(deps.filKey, mulige, bestilling, samling);
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

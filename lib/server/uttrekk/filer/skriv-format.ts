/**
 * The files of an uttrekk from its part files. Rule: the rows come in the order of the parts, somebody who came before is
 * left out, and the same parts give the same bytes, however often it is done.
 */
import 'server-only';
import { BOM, toCsvLinje } from '#lib/domain/bulk/csv.ts';
import type { Bestilling, Format } from '#lib/domain/uttrekk/bestilling.ts';
import { type Delfil, listDelfiler } from './delfil.ts';
import type { Deladresse, Uttrekksmappe } from './mappe.ts';
import { toParquet } from './parquet.ts';
import { listKolonner, type Radform } from './rad.ts';
import type { Utelatte } from './referanser.ts';
import { toXlsx } from './xlsx.ts';

/** Rows in one pipe to DuckDB, or a little more. */
const RADER_I_ROER = 50_000;

/** A part and where its rows begin in the whole. */
export type PlassertDel = { adresse: Deladresse; foersteRad: number; antall: number };

/** Everything that the files are made from. `meld` is told of each part that was read. */
export type Samling = {
  mappe: Uttrekksmappe;
  deler: readonly PlassertDel[];
  utelatte: Utelatte;
  /** Rows that are in the files. */
  rader: number;
  signal: AbortSignal;
  meld: () => void;
};

/** The rows that are not left out, as stretches of the part's bytes. */
function listStrekk({ antall, rader }: Delfil, foersteRad: number, utelatte: Utelatte) {
  const strekk: Buffer[] = [];
  let [fra, sted] = [0, 0];
  const take = () => {
    if (sted > fra) strekk.push(rader.kropp.subarray(fra, sted));
  };
  for (let i = 0; i < antall; i += 1) {
    const lengde = rader.lengder[i] ?? 0;
    if (utelatte.antall > 0 && utelatte.has(foersteRad + i)) {
      take();
      fra = sted + lengde;
    }
    sted += lengde;
  }
  take();

  return strekk;
}

/** The rows of one form from these parts, as bytes. */
async function* listBytes(samling: Samling, form: Radform, deler = samling.deler): AsyncGenerator<Buffer> {
  const adresser = deler.map(({ adresse }) => adresse);
  let nr = 0;
  for await (const delfil of listDelfiler(samling.mappe, adresser, form, samling.signal)) {
    yield* listStrekk(delfil, deler[nr]?.foersteRad ?? 0, samling.utelatte);
    nr += 1;
    samling.meld();
  }
}

/** The rows of one form that are left out. Only parts that have any are read. */
export async function* listUtelatteRader(samling: Samling, form: Radform): AsyncGenerator<Buffer> {
  const { mappe, utelatte, signal } = samling;
  const deler = samling.deler.filter(({ foersteRad, antall }) => utelatte.hasIn(foersteRad, antall));
  const adresser = deler.map(({ adresse }) => adresse);
  let nr = 0;
  for await (const { rader } of listDelfiler(mappe, adresser, form, signal)) {
    const foersteRad = deler[nr]?.foersteRad ?? 0;
    let sted = 0;
    for (const [i, lengde] of rader.lengder.entries()) {
      if (utelatte.has(foersteRad + i)) yield rader.kropp.subarray(sted, sted + lengde);
      sted += lengde;
    }
    nr += 1;
  }
}

/** The rows of the form `xlsx`, each a line of JSON, some at a time. */
async function* listLinjer(samling: Samling): AsyncGenerator<string[]> {
  const adresser = samling.deler.map(({ adresse }) => adresse);
  let nr = 0;
  for await (const { rader } of listDelfiler(samling.mappe, adresser, 'xlsx', samling.signal)) {
    const { lengder, kropp } = rader;
    const foersteRad = samling.deler[nr]?.foersteRad ?? 0;
    const linjer: string[] = [];
    let sted = 0;
    for (const [i, lengde] of lengder.entries()) {
      if (!samling.utelatte.has(foersteRad + i)) linjer.push(kropp.toString('utf8', sted, sted + lengde));
      sted += lengde;
    }
    yield linjer;
    nr += 1;
    samling.meld();
  }
}

/** The rows of one form, cut into what one pipe each takes. There is always one. */
function listRoer(samling: Samling, form: Radform): (() => AsyncIterable<Buffer>)[] {
  const roer: PlassertDel[][] = [[]];
  let rader = 0;
  for (const del of samling.deler) {
    if (rader >= RADER_I_ROER) {
      roer.push([]);
      rader = 0;
    }
    roer.at(-1)?.push(del);
    rader += del.antall;
  }

  return roer.map((deler) => () => listBytes(samling, form, deler));
}

async function* toCsv(kolonner: readonly string[], samling: Samling): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BOM + toCsvLinje(kolonner));
  yield* listBytes(samling, 'csv');
}

/** One file, as a stream of its clear text. */
export function skrivFormat(
  format: Format,
  bestilling: Bestilling,
  samling: Samling,
): AsyncIterable<Uint8Array> {
  const kolonner = listKolonner(bestilling);
  switch (format) {
    case 'csv':
      return toCsv(kolonner, samling);
    case 'ndjson':
      return listBytes(samling, 'ndjson');
    case 'xlsx':
      return toXlsx(kolonner, listLinjer(samling));
    case 'parquet': {
      const lange = bestilling.innhold.slag === 'dokumenter';

      return toParquet(kolonner, listRoer(samling, 'parquet'), lange, samling.signal);
    }
  }
}

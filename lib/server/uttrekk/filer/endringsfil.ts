/**
 * Two runs compared, and the file of what has changed: one line for each person who is new, gone or changed, with the
 * kind and her number. Written as the walk goes, so that memory is the same for a few as for the whole register. Rule: it
 * holds persons of both runs, and so is for whoever may have both.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { BOM, toCsvLinje } from '#lib/domain/bulk/csv.ts';
import { createDelsummer } from '#lib/server/uttrekk/manifest/delsummer.ts';
import { createFilnoekkel, wrapNoekkel, writeForseglet } from './container.ts';
import { findGrunnlag, type Grunnlag } from './grunnlag.ts';
import { readNummer } from './linjer.ts';
import { toFilplass, type Uttrekksmappe } from './mappe.ts';
import { type Endring, type Forskjell, listEndringer } from './sammenlign.ts';
import type { FerdigFil } from './skriv-filer.ts';

/** `fil` is null where nothing has changed, and where a run was finished before numbers were kept for this. */
export type Sammenlignet = { forskjell: Forskjell; fil: FerdigFil | null };

const KOLONNER = ['endring', 'personidentifikator'];
const ORD: Record<keyof Forskjell, string> = { nye: 'ny', borte: 'borte', endret: 'endret' };
/** Lines handed on at a time. */
const SLICE = 4_096;

async function countForskjell(endringer: AsyncIterable<Endring>): Promise<Forskjell> {
  const forskjell = { nye: 0, borte: 0, endret: 0 };
  for await (const { slag } of endringer) forskjell[slag] += 1;

  return forskjell;
}

/** The file's clear text. `forskjell` is counted up. */
async function* toCsv(endringer: AsyncIterable<Endring>, forskjell: Forskjell): AsyncGenerator<Buffer> {
  yield Buffer.from(BOM + toCsvLinje(KOLONNER));
  let linjer: string[] = [];
  for await (const { slag, post } of endringer) {
    forskjell[slag] += 1;
    linjer.push(toCsvLinje([ORD[slag], readNummer(post)]));
    if (linjer.length < SLICE) continue;
    yield Buffer.from(linjer.join(''));
    linjer = [];
  }
  yield Buffer.from(linjer.join(''));
}

async function writeEndringsfil(
  filKey: string,
  mappe: Uttrekksmappe,
  endringer: AsyncIterable<Endring>,
): Promise<Sammenlignet> {
  const [filId, noekkel] = [randomUUID(), createFilnoekkel()];
  const { sti, bound } = toFilplass(mappe, filId);
  const forskjell = { nye: 0, borte: 0, endret: 0 };
  const summer = createDelsummer();
  await writeForseglet(sti, noekkel, bound, summer.sum(toCsv(endringer, forskjell)));
  const rader = forskjell.nye + forskjell.borte + forskjell.endret;
  if (rader === 0) {
    await rm(sti);
    return { forskjell, fil: null };
  }
  const pakket = wrapNoekkel(filKey, filId, noekkel);

  return { forskjell, fil: { ...summer.end(), filId, format: 'csv', rader, noekkel: pakket } };
}

const hasNumre = (...begge: readonly Grunnlag[]): boolean => begge.every(({ harNumre }) => harNumre);

/**
 * The file lies in the folder of the later run; its row is the caller's.
 * @param filKey FIL_KEY
 * @throws Filfeil when either run's files are gone or not whole, or DISK_FULL; the signal's reason when it is raised
 */
export async function compareUttrekk(
  filKey: string,
  foer: Uttrekksmappe,
  etter: Uttrekksmappe,
  signal: AbortSignal,
): Promise<Sammenlignet> {
  const [fra, til] = [await findGrunnlag(foer), await findGrunnlag(etter)];
  const endringer = listEndringer(fra, til, signal);
  if (hasNumre(fra, til)) return writeEndringsfil(filKey, etter, endringer);

  return { forskjell: await countForskjell(endringer), fil: null };
}

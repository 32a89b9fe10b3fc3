/**
 * Who is in an uttrekk, and who stands in it twice. The number line is parted so that each part of it is small, and records
 * are laid in a sealed file as they come, those of one part of the line together in stretches of the file; then one part
 * at a time is read and sorted. So each record is written and read once, memory is the same for a thousand persons as for
 * the whole register but for one stretch for each part of the line, and what comes out is sorted.
 */
import 'server-only';
import { CHUNK_BYTES } from './chunk.ts';
import { ANNET_NUMMER, LINJE_BYTES, POST_BYTES, REF_BYTES } from './linjer.ts';
import type { Plass } from './mappe.ts';
import { copyPost, isSammePost } from './poster.ts';
import { scanForseglet, type Utsnitt } from './read-forseglet.ts';

/** Parts of an uttrekk, of a thousand persons, to one part of the number line: few enough to be sorted in memory. */
const DELER_I_OMRAADE = 100;
/** The first bits of a reference are spread evenly. */
const FORSTAVELSER = 2 ** 16;
/** Records of one stretch: it fills a chunk, so that whoever reads it opens no other. */
const STREKK_BYTES = CHUNK_BYTES - (CHUNK_BYTES % LINJE_BYTES);
/** More than there are places; times the first 32 bits of a reference it is still a whole number of a double. */
const PLASSER = 2 ** 21;

/** The rows that are left out because the person stands in an earlier one. One bit a row. */
export class Utelatte {
  readonly #biter: Uint8Array;
  antall = 0;
  constructor(rader: number) {
    this.#biter = new Uint8Array(Math.ceil(rader / 8));
  }
  add(rad: number): void {
    this.#biter[rad >>> 3] = (this.#biter[rad >>> 3] ?? 0) | (1 << (rad & 7));
    this.antall += 1;
  }
  has(rad: number): boolean {
    return ((this.#biter[rad >>> 3] ?? 0) & (1 << (rad & 7))) !== 0;
  }
  /** Whether any of `antall` rows from `fra` is. */
  hasIn(fra: number, antall: number): boolean {
    for (let rad = fra; this.antall > 0 && rad < fra + antall; rad += 1) if (this.has(rad)) return true;

    return false;
  }
}

/** One part of the number line: its stretches of the unsorted file, in the order that they were written. */
export type Omraade = Utsnitt[];

/** As many parts of the number line as the parts of an uttrekk take. */
export const createOmraader = (deler: number): Omraade[] =>
  Array.from({ length: Math.max(1, Math.ceil(deler / DELER_I_OMRAADE)) }, () => []);

/**
 * The clear text of the unsorted file: the records, parted. Each piece lies where the next may.
 * @param omraader gets to know where its records lie
 */
export async function* splitLinjer(
  linjer: AsyncIterable<Buffer>,
  omraader: readonly Omraade[],
): AsyncGenerator<Buffer> {
  const aapne = omraader.map((omraade) => ({ omraade, minne: Buffer.allocUnsafeSlow(CHUNK_BYTES), lagt: 0 }));
  let skrevet = 0;
  for await (const noen of linjer) {
    for (let sted = 0; sted < noen.length; sted += LINJE_BYTES) {
      const til = aapne[Math.floor((noen.readUInt16BE(sted) * aapne.length) / FORSTAVELSER)];
      if (til === undefined) throw new Error('OMRAADE');
      copyPost(noen, sted, til.minne, til.lagt, LINJE_BYTES);
      til.lagt += LINJE_BYTES;
      if (til.lagt < STREKK_BYTES) continue;
      til.omraade.push({ fra: skrevet, til: skrevet + STREKK_BYTES });
      yield til.minne;
      skrevet += CHUNK_BYTES;
      til.lagt = 0;
    }
  }
  for (const { omraade, minne, lagt } of aapne) {
    omraade.push({ fra: skrevet, til: skrevet + lagt });
    yield minne.subarray(0, lagt);
    skrevet += lagt;
  }
}

const countLinjer = (omraade: Omraade): number =>
  omraade.reduce((sum, { fra, til }) => sum + til - fra, 0) / LINJE_BYTES;

/** What one part of the number line is sorted in, and then the next: new memory for each would pile up. */
type Arbeidsminne = { linjer: Buffer; noekler: Float64Array; plasser: Uint32Array; poster: Buffer };

const createArbeidsminne = (antall: number): Arbeidsminne => ({
  linjer: Buffer.allocUnsafeSlow(antall * LINJE_BYTES),
  noekler: new Float64Array(antall),
  plasser: new Uint32Array(antall),
  poster: Buffer.allocUnsafeSlow(antall * POST_BYTES),
});

/** The records of one part of the number line into `linjer`, as they came. */
async function readOmraade(
  { sti, bound }: Plass,
  noekkel: Buffer,
  omraade: Omraade,
  { linjer }: Arbeidsminne,
): Promise<void> {
  let lagt = 0;
  for (const strekk of omraade)
    for await (const bit of scanForseglet(sti, noekkel, bound, strekk)) lagt += bit.copy(linjer, lagt);
}

/** Those of one run whose first 32 bits are alike, by all of the reference. Stable: the row that came first stays first. */
function sortLike(linjer: Buffer, like: Uint32Array): void {
  const compare = (a: number, b: number): number => {
    const [fraA, fraB] = [a * LINJE_BYTES, b * LINJE_BYTES];

    return linjer.compare(linjer, fraB, fraB + REF_BYTES, fraA, fraA + REF_BYTES);
  };
  like.sort((a, b) => compare(a, b) || a - b);
}

/** Places in `linjer` by reference. By the first 32 bits with their place, which one double holds; then those that are alike. */
function sortLinjer({ linjer, ...minne }: Arbeidsminne, antall: number): Uint32Array {
  const noekler = minne.noekler.subarray(0, antall);
  const plasser = minne.plasser.subarray(0, antall);
  for (let i = 0; i < antall; i += 1) noekler[i] = linjer.readUInt32BE(i * LINJE_BYTES) * PLASSER + i;
  noekler.sort();
  let [forrige, fra] = [-1, 0];
  for (let i = 0; i < antall; i += 1) {
    const noekkel = noekler[i] ?? 0;
    const hode = Math.floor(noekkel / PLASSER);
    if (hode !== forrige) {
      if (i - fra > 1) sortLike(linjer, plasser.subarray(fra, i));
      [forrige, fra] = [hode, i];
    }
    plasser[i] = noekkel - hode * PLASSER;
  }
  if (antall - fra > 1) sortLike(linjer, plasser.subarray(fra));

  return plasser;
}

/** Everybody once, in order, each `POST_BYTES`; rows of somebody who came before are added to `utelatte`. */
function mergeLike({ linjer, poster }: Arbeidsminne, plasser: Uint32Array, utelatte: Utelatte): Buffer {
  let lagt = 0;
  let harRad = false;
  for (const plass of plasser) {
    const sted = plass * LINJE_BYTES;
    const rad = linjer.readUInt32LE(sted + POST_BYTES);
    const erRad = rad < ANNET_NUMMER;
    const erNy = lagt === 0 || !isSammePost(poster, lagt - POST_BYTES, linjer, sted, REF_BYTES);
    if (erNy) {
      copyPost(linjer, sted, poster, lagt, POST_BYTES);
      lagt += POST_BYTES;
      harRad = erRad;
    } else if (erRad && harRad) {
      utelatte.add(rad);
    } else if (erRad) {
      copyPost(linjer, sted + REF_BYTES, poster, lagt - POST_BYTES + REF_BYTES, POST_BYTES - REF_BYTES);
      harRad = true;
    }
  }

  return poster.subarray(0, lagt);
}

/**
 * Everybody in the unsorted file, once and in order, each `POST_BYTES`. Each piece lies in the same memory as the one
 * before: whoever takes it is done with it before asking for the next.
 * @param utelatte is filled with the rows that say somebody again
 * @throws Filfeil when the file is not whole; the signal's reason when it is raised
 */
export async function* sortReferanser(
  plass: Plass,
  noekkel: Buffer,
  omraader: readonly Omraade[],
  utelatte: Utelatte,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const minne = createArbeidsminne(Math.max(...omraader.map(countLinjer)));
  for (const omraade of omraader) {
    signal.throwIfAborted();
    await readOmraade(plass, noekkel, omraade, minne);
    yield mergeLike(minne, sortLinjer(minne, countLinjer(omraade)), utelatte);
  }
}

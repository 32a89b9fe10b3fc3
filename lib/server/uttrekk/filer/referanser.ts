/**
 * Who is in an uttrekk, and who stands in it twice. Records with a reference are laid in a sealed file as they come, and
 * read again once for each of as many parts of the number line as it takes for a part to be small: so memory is the
 * same for a thousand persons as for the whole register, and what comes out is sorted.
 */
import 'server-only';
import { readForseglet } from './container.ts';
import { ANNET_NUMMER, LINJE_BYTES, POST_BYTES, REF_BYTES, type Tetthet, toBoette } from './linjer.ts';
import type { Plass } from './mappe.ts';
import { copyPost, isSammePost, listPoster } from './poster.ts';

/** Records sorted at a time: few enough to lie in the processor's own memory while they are. */
const MAKS_I_MINNET = 1 << 17;
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
}

type Omraade = { fra: number; til: number; antall: number };

/** The number line in parts that each fit in memory; `til` is not included. */
function listOmraader(tetthet: Tetthet): Omraade[] {
  const omraader: Omraade[] = [];
  let naa: Omraade = { fra: 0, til: 0, antall: 0 };
  for (const [boette, antall] of tetthet.entries()) {
    if (naa.antall > 0 && naa.antall + antall > MAKS_I_MINNET) {
      omraader.push(naa);
      naa = { fra: boette, til: boette, antall: 0 };
    }
    naa = { ...naa, til: boette + 1, antall: naa.antall + antall };
  }
  omraader.push(naa);

  return omraader;
}

/** What one part of the number line is sorted in, and then the next: new memory for each would pile up. */
type Arbeidsminne = { linjer: Buffer; noekler: Float64Array; plasser: Uint32Array; poster: Buffer };

const createArbeidsminne = (antall: number): Arbeidsminne => ({
  linjer: Buffer.allocUnsafeSlow(antall * LINJE_BYTES),
  noekler: new Float64Array(antall),
  plasser: new Uint32Array(antall),
  poster: Buffer.allocUnsafeSlow(antall * POST_BYTES),
});

/** The records of one part of the number line into `linjer`, as they lie in the unsorted file. */
async function readOmraade(
  { sti, bound }: Plass,
  noekkel: Buffer,
  { fra, til }: Omraade,
  { linjer }: Arbeidsminne,
): Promise<void> {
  let lagt = 0;
  for await (const bytes of listPoster(readForseglet(sti, noekkel, bound), LINJE_BYTES)) {
    for (let sted = 0; sted < bytes.length; sted += LINJE_BYTES) {
      const boette = toBoette(bytes, sted);
      if (boette < fra || boette >= til) continue;
      copyPost(bytes, sted, linjer, lagt, LINJE_BYTES);
      lagt += LINJE_BYTES;
    }
  }
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
  tetthet: Tetthet,
  utelatte: Utelatte,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const omraader = listOmraader(tetthet);
  const minne = createArbeidsminne(Math.max(...omraader.map(({ antall }) => antall)));
  for (const omraade of omraader) {
    signal.throwIfAborted();
    await readOmraade(plass, noekkel, omraade, minne);
    yield mergeLike(minne, sortLinjer(minne, omraade.antall), utelatte);
  }
}

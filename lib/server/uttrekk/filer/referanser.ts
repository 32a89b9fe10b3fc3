/**
 * Who is in an uttrekk, and who stands in it twice. References of sixteen bytes are laid in a sealed file as they come,
 * and read again once for each of as many parts of the number line as it takes for a part to be small: so memory is the
 * same for a thousand persons as for the whole register, and what comes out is sorted.
 */
import 'server-only';
import { readForseglet } from './container.ts';
import { AVTRYKK_BYTES } from './delfil.ts';
import type { Plass } from './mappe.ts';

export const REF_BYTES = 16;
const NUMMER_BYTES = 6;
/** What stands before the number decides whether two records say the same. */
export const NUMMER_STED = REF_BYTES + AVTRYKK_BYTES;
/**
 * A sorted record: whose row, what it says and the number it stands under. Other numbers of the same person have neither
 * digest nor number of their own.
 */
export const POST_BYTES = NUMMER_STED + NUMMER_BYTES;
/** In the unsorted file also which row, four bytes; the top bit marks another number of the same person. */
const LINJE_BYTES = POST_BYTES + 4;
const ANNET_NUMMER = 0x80000000;
const UTEN_AVTRYKK = Buffer.alloc(AVTRYKK_BYTES);
const PERSONIDENTIFIKATOR = /^\d{11}$/;

/** References are spread evenly, so their first twelve bits part them well. */
const BOETTER = 4096;
/** Records sorted at a time: few enough to lie in the processor's own memory while they are. */
const MAKS_I_MINNET = 1 << 17;
/** More than there are places; times the first 32 bits of a reference it is still a whole number of a double. */
const PLASSER = 2 ** 21;

/** How many references begin with each twelve bits. */
export type Tetthet = Uint32Array;
export const createTetthet = (): Tetthet => new Uint32Array(BOETTER);

/**
 * A reference as it is laid down: `nummer` is what it is a reference of, `rad` its row, `erAnnetNummer` that it is not the
 * person's current number.
 */
export type Referanse = { ref: Buffer; nummer: string; avtrykk: Buffer; rad: number; erAnnetNummer: boolean };

/** The number that a record's row stands under, eleven digits; empty where the register gave it none. */
export function readNummer(post: Buffer): string {
  const nummer = post.readUIntBE(NUMMER_STED, NUMMER_BYTES);

  return nummer === 0 ? '' : String(nummer).padStart(11, '0');
}

/** Records for the unsorted file. `tetthet` is added to. */
export function toLinjer(referanser: readonly Referanse[], tetthet: Tetthet): Buffer {
  const linjer = Buffer.allocUnsafe(referanser.length * LINJE_BYTES);
  for (const [i, { ref, nummer, avtrykk, rad, erAnnetNummer }] of referanser.entries()) {
    const sted = i * LINJE_BYTES;
    ref.copy(linjer, sted, 0, REF_BYTES);
    (erAnnetNummer ? UTEN_AVTRYKK : avtrykk).copy(linjer, sted + REF_BYTES);
    const vises = !erAnnetNummer && PERSONIDENTIFIKATOR.test(nummer);
    linjer.writeUIntBE(vises ? Number(nummer) : 0, sted + NUMMER_STED, NUMMER_BYTES);
    linjer.writeUInt32LE(erAnnetNummer ? rad + ANNET_NUMMER : rad, sted + POST_BYTES);
    const boette = linjer.readUInt16BE(sted) >>> 4;
    tetthet[boette] = (tetthet[boette] ?? 0) + 1;
  }

  return linjer;
}

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
  let rest = Buffer.alloc(0);
  for await (const bit of readForseglet(sti, noekkel, bound)) {
    const bytes = rest.length === 0 ? bit : Buffer.concat([rest, bit]);
    let sted = 0;
    for (; sted + LINJE_BYTES <= bytes.length; sted += LINJE_BYTES) {
      const boette = bytes.readUInt16BE(sted) >>> 4;
      if (boette < fra || boette >= til) continue;
      bytes.copy(linjer, lagt, sted, sted + LINJE_BYTES);
      lagt += LINJE_BYTES;
    }
    rest = Buffer.from(bytes.subarray(sted));
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
    const erNy =
      lagt === 0 ||
      linjer.compare(poster, lagt - POST_BYTES, lagt - POST_BYTES + REF_BYTES, sted, sted + REF_BYTES) !== 0;
    if (erNy) {
      linjer.copy(poster, lagt, sted, sted + POST_BYTES);
      lagt += POST_BYTES;
      harRad = erRad;
    } else if (erRad && harRad) {
      utelatte.add(rad);
    } else if (erRad) {
      linjer.copy(poster, lagt - POST_BYTES + REF_BYTES, sted + REF_BYTES, sted + POST_BYTES);
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

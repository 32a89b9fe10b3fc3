/**
 * A zip of one file, encrypted, as a stream. Rule: its length is known before its first byte, and the same password, salt
 * and file give the same bytes, so that it can be told how long it is and a broken download taken up where it stopped.
 * Nothing is compressed. Sizes are always written as for more than four gigabytes: one way, whatever the file is.
 */
import 'server-only';
import { createKryptering, TILLEGG_BYTES } from './zip-kryptering.ts';

/** `navn` in plain letters; `bytes` of the file; `endret` is the time that the file is given. */
export type Zipfil = { navn: string; bytes: number; endret: Date };

/** What a reader must know: version 5.1, which has AES. */
const VERSJON = 51;
const [KRYPTERT, AES_METODE, AE_2, AES_256, UTEN_KOMPRIMERING] = [1, 99, 2, 3, 0];
/** Stands where four bytes do not hold a size: it is in the extra field. */
const I_TILLEGGET = 0xffffffff;
const [ZIP64_TILLEGG, AES_TILLEGG] = [0x0001, 0x9901];

/** Fields after each other, each with its number of bytes, lowest byte first. */
function toFelter(...felter: readonly (readonly [bytes: 2 | 4 | 8, verdi: number])[]): Buffer {
  const ut = Buffer.alloc(felter.reduce((alle, [bytes]) => alle + bytes, 0));
  let sted = 0;
  for (const [bytes, verdi] of felter) {
    if (bytes === 8) ut.writeBigUInt64LE(BigInt(verdi), sted);
    else ut.writeUIntLE(verdi, sted, bytes);
    sted += bytes;
  }

  return ut;
}

/** Two seconds is the finest that the format has, and its years begin in 1980. */
function toDosTid(tid: Date): [tid: number, dato: number] {
  const dato = ((tid.getUTCFullYear() - 1980) << 9) | ((tid.getUTCMonth() + 1) << 5) | tid.getUTCDate();

  return [(tid.getUTCHours() << 11) | (tid.getUTCMinutes() << 5) | (tid.getUTCSeconds() >> 1), dato];
}

const KRYPTERT_TILLEGG = Buffer.concat([
  toFelter([2, AES_TILLEGG], [2, 7], [2, AE_2]),
  Buffer.from('AE'),
  Buffer.from([AES_256, UTEN_KOMPRIMERING, 0]),
]);

/** What stands both before the file and in the list at the end. The checksum is none: the encryption has its own. */
function toBeskrivelse({ navn, bytes, endret }: Zipfil): { felles: Buffer; tillegg: Buffer; navnet: Buffer } {
  const [tid, dato] = toDosTid(endret);
  const navnet = Buffer.from(navn, 'latin1');
  const stoerrelser = toFelter([2, ZIP64_TILLEGG], [2, 16], [8, bytes], [8, bytes + TILLEGG_BYTES]);
  const tillegg = Buffer.concat([stoerrelser, KRYPTERT_TILLEGG]);
  const felles = toFelter(
    ...([
      [2, VERSJON],
      [2, KRYPTERT],
      [2, AES_METODE],
      [2, tid],
      [2, dato],
      [4, 0],
      [4, I_TILLEGGET],
      [4, I_TILLEGGET],
      [2, navnet.length],
      [2, tillegg.length],
    ] as const),
  );

  return { felles, tillegg, navnet };
}

function toHode(fil: Zipfil): Buffer {
  const { felles, tillegg, navnet } = toBeskrivelse(fil);

  return Buffer.concat([toFelter([4, 0x04034b50]), felles, navnet, tillegg]);
}

/** The list of the one file, and the three records that say where the list is. `fra` is where it begins. */
function toHale(fil: Zipfil, fra: number): Buffer {
  const { felles, tillegg, navnet } = toBeskrivelse(fil);
  const liste = Buffer.concat([
    toFelter([4, 0x02014b50], [2, VERSJON]),
    felles,
    toFelter([2, 0], [2, 0], [2, 0], [4, 0], [4, 0]),
    navnet,
    tillegg,
  ]);
  const [en, listebytes] = [1, liste.length];

  return Buffer.concat([
    liste,
    toFelter([4, 0x06064b50], [8, 44], [2, VERSJON], [2, VERSJON], [4, 0], [4, 0]),
    toFelter([8, en], [8, en], [8, listebytes], [8, fra]),
    toFelter([4, 0x07064b50], [4, 0], [8, fra + listebytes], [4, en]),
    toFelter([4, 0x06054b50], [2, 0], [2, 0], [2, en], [2, en], [4, listebytes], [4, I_TILLEGGET], [2, 0]),
  ]);
}

const findListested = (fil: Zipfil): number => toHode(fil).length + fil.bytes + TILLEGG_BYTES;

/** How long the zip is. */
export function countZipBytes(fil: Zipfil): number {
  const listested = findListested(fil);

  return listested + toHale(fil, listested).length;
}

/** The bytes of the zip. `innhold` is the file, of just so many bytes as was said. */
export async function* toZip(
  fil: Zipfil,
  noekkel: { passord: string; salt: Buffer },
  innhold: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const kryptering = await createKryptering(noekkel.passord, noekkel.salt);
  yield Buffer.concat([toHode(fil), kryptering.hode]);
  for await (const bit of innhold) yield kryptering.encrypt(bit);
  yield Buffer.concat([kryptering.finish(), toHale(fil, findListested(fil))]);
}

/** What is left of a stream from a byte to another, both included. All before it is made anyway, and thrown away. */
export async function* cutStroem(
  biter: AsyncIterable<Buffer>,
  { fra, til }: { fra: number; til: number },
): AsyncGenerator<Buffer> {
  let sted = 0;
  for await (const bit of biter) {
    const del = bit.subarray(Math.max(0, fra - sted), Math.max(0, til + 1 - sted));
    sted += bit.length;
    if (del.length > 0) yield del;
    if (sted > til) return;
  }
}

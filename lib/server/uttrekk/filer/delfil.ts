/**
 * What lies in a part file: the rows of one chunk in every form that the order's files are made of, so that finishing a
 * million rows is to copy bytes. Layout of the clear text: length of the head (4 bytes), the head as JSON, then numbers,
 * digests and, for each form, the length of each row (4 bytes) and the rows.
 */
import 'server-only';
import { readForseglet } from './container.ts';
import { type Deladresse, toDelplass, type Uttrekksmappe } from './mappe.ts';
import type { Rad, Radform } from './rad.ts';

export const AVTRYKK_BYTES = 16;

type Hode = { antall: number; numre: number; former: [Radform, number][] };

/** The rows of one form: all in a row, and how long each is. */
export type Rader = { lengder: Uint32Array; kropp: Buffer };

/** One chunk, read. `numre` has one entry a row, the current number first; `avtrykk` 16 bytes a row. */
export type Delfil = {
  antall: number;
  numre: string[][];
  avtrykk: Buffer;
  former: ReadonlyMap<Radform, Rader>;
};

/** The clear text of a part file, in pieces. The same rows give the same bytes. */
export function toDelbiter(rader: readonly Rad[], former: readonly Radform[]): Buffer[] {
  const numre = Buffer.from(rader.map((rad) => rad.numre.join(' ')).join('\n'));
  const deler = former.map((form): [Radform, Buffer[]] => {
    const linjer = rader.map((rad) => Buffer.from(rad.former[form] ?? ''));
    const lengder = Uint32Array.from(linjer, (linje) => linje.length);
    return [form, [Buffer.from(lengder.buffer), ...linjer]];
  });
  const hode: Hode = {
    antall: rader.length,
    numre: numre.length,
    former: deler.map(([form, biter]) => [form, biter.reduce((sum, bit) => sum + bit.length, 0)]),
  };
  const tekst = Buffer.from(JSON.stringify(hode));
  const lengde = Buffer.alloc(4);
  lengde.writeUInt32LE(tekst.length);

  return [lengde, tekst, numre, ...rader.map((rad) => rad.avtrykk), ...deler.flatMap(([, biter]) => biter)];
}

function parseDelfil(bytes: Buffer): Delfil {
  let sted = 4 + bytes.readUInt32LE(0);
  const take = (antall: number): Buffer => {
    sted += antall;

    return bytes.subarray(sted - antall, sted);
  };
  const { antall, numre, former }: Hode = JSON.parse(bytes.subarray(4, sted).toString('utf8'));
  const linjer = take(numre).toString('latin1');
  const avtrykk = take(antall * AVTRYKK_BYTES);
  const lest = former.map(([form, lengde]): [Radform, Rader] => {
    const lengder = new Uint32Array(antall);
    Buffer.from(lengder.buffer).set(take(antall * 4));
    return [form, { lengder, kropp: take(lengde - antall * 4) }];
  });

  return {
    antall,
    numre: antall === 0 ? [] : linjer.split('\n').map((linje) => linje.split(' ')),
    avtrykk,
    former: new Map(lest),
  };
}

async function readDelfil(mappe: Uttrekksmappe, adresse: Deladresse): Promise<Delfil> {
  const { sti, bound } = toDelplass(mappe, adresse);
  const biter: Buffer[] = [];
  for await (const bit of readForseglet(sti, mappe.noekkel, bound)) biter.push(bit);

  return parseDelfil(Buffer.concat(biter));
}

/**
 * The part files in the order given. The next one is fetched while the reader works on this one; never more than two are
 * in memory.
 * @throws Filfeil when one is not whole; the signal's reason when it is raised
 */
export async function* listDelfiler(
  mappe: Uttrekksmappe,
  deler: readonly Deladresse[],
  signal: AbortSignal,
): AsyncGenerator<Delfil> {
  const read = (adresse: Deladresse | undefined): Promise<Delfil | null> => {
    const lest = adresse === undefined ? Promise.resolve(null) : readDelfil(mappe, adresse);
    // Whoever stops in the middle has no use for the fault of the next one.
    lest.catch(() => undefined);

    return lest;
  };
  let neste = read(deler[0]);
  for (let i = 1; i <= deler.length; i += 1) {
    signal.throwIfAborted();
    const denne = await neste;
    neste = read(deler[i]);
    if (denne !== null) yield denne;
  }
}

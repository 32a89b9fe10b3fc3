/**
 * What lies in a part file: the rows of one chunk in every form that the order's files are made of, and the records of whom
 * they are about, so that finishing a million rows is to copy bytes. Layout of the clear text: length of the head (4
 * bytes), the head as JSON, then numbers, digests, records and, for each form, the length of each row (4 bytes) and the rows.
 */
import 'server-only';
import { AVTRYKK_BYTES, type RefKey, toLinjer, toMerke } from './linjer.ts';
import { type Deladresse, toDelplass, type Uttrekksmappe } from './mappe.ts';
import type { Rad, Radform } from './rad.ts';
import { scanForseglet } from './read-forseglet.ts';

/** `linjer`: what tells their key, and their length; parts from before they were kept have none. */
type Hode = { antall: number; numre: number; linjer?: [string, number]; former: [Radform, number][] };

const UTEN_LINJER: [string, number] = ['', 0];

/** The rows of one form: all in a row, and how long each is. */
export type Rader = { lengder: Uint32Array; kropp: Buffer };

/**
 * One chunk, read. `numre` has one line a row, the current number first; `avtrykk` 16 bytes a row; `linjer` the records,
 * made under the key that `merke` tells; `rader` are those of the form that was asked for.
 */
export type Delfil = {
  antall: number;
  numre: Buffer;
  avtrykk: Buffer;
  linjer: Buffer;
  merke: string;
  rader: Rader;
};

/** The clear text of a part file, in pieces. The same rows under the same key give the same bytes. */
export function toDelbiter(rader: readonly Rad[], former: readonly Radform[], refKey: RefKey): Buffer[] {
  const numre = Buffer.from(rader.map((rad) => rad.numre.join(' ')).join('\n'));
  const avtrykk = rader.map((rad) => rad.avtrykk);
  const linjer = toLinjer(rader, refKey);
  const deler = former.map((form): [Radform, Buffer[]] => {
    const linjer = rader.map((rad) => Buffer.from(rad.former[form] ?? ''));
    const lengder = Uint32Array.from(linjer, (linje) => linje.length);
    return [form, [Buffer.from(lengder.buffer), ...linjer]];
  });
  const hode: Hode = {
    antall: rader.length,
    numre: numre.length,
    linjer: [toMerke(refKey), linjer.length],
    former: deler.map(([form, biter]) => [form, biter.reduce((sum, bit) => sum + bit.length, 0)]),
  };
  const tekst = Buffer.from(JSON.stringify(hode));
  const lengde = Buffer.alloc(4);
  lengde.writeUInt32LE(tekst.length);

  return [lengde, tekst, numre, ...avtrykk, linjer, ...deler.flatMap(([, biter]) => biter)];
}

function readHode(bytes: Buffer): { hode: Hode; innhold: number } {
  const innhold = 4 + bytes.readUInt32LE(0);

  return { hode: JSON.parse(bytes.subarray(4, innhold).toString('utf8')), innhold };
}

/** Where the last of what is wanted ends; the forms lie in the order of the head. */
function findSlutt({ hode, innhold }: ReturnType<typeof readHode>, form: Radform): number {
  const former = hode.former.slice(0, hode.former.findIndex(([en]) => en === form) + 1);
  const [, linjer] = hode.linjer ?? UTEN_LINJER;

  return former.reduce(
    (sum, [, bytes]) => sum + bytes,
    innhold + hode.numre + hode.antall * AVTRYKK_BYTES + linjer,
  );
}

function parseDelfil(bytes: Buffer, form: Radform): Delfil {
  const { hode, innhold } = readHode(bytes);
  const { antall, former } = hode;
  const [merke, linjebytes] = hode.linjer ?? UTEN_LINJER;
  let sted = innhold;
  const take = (lengde: number): Buffer => {
    sted += lengde;

    return bytes.subarray(sted - lengde, sted);
  };
  const numre = take(hode.numre);
  const avtrykk = take(antall * AVTRYKK_BYTES);
  const linjer = take(linjebytes);
  let rader: Rader = { lengder: new Uint32Array(antall), kropp: Buffer.alloc(0) };
  for (const [navn, lengde] of former) {
    if (navn !== form) take(lengde);
    else {
      Buffer.from(rader.lengder.buffer).set(take(antall * 4));
      rader = { ...rader, kropp: take(lengde - antall * 4) };
    }
  }

  return { antall, numre, avtrykk, linjer, merke, rader };
}

/** The records of a chunk under this key: as they lie, or made anew where it has changed since the chunk was fetched. */
export function readLinjer({ antall, numre, avtrykk, linjer, merke }: Delfil, refKey: RefKey): Buffer {
  if (merke === toMerke(refKey)) return linjer;
  const egne = antall === 0 ? [] : numre.toString('latin1').split('\n');
  const rader = egne.map((linje, rad) => ({
    numre: linje.split(' '),
    avtrykk: avtrykk.subarray(rad * AVTRYKK_BYTES, (rad + 1) * AVTRYKK_BYTES),
  }));

  return toLinjer(rader, refKey);
}

/** Memory that parts are read into, one after the other; grown when one needs more. */
type Delminne = { bytes: Buffer };

/** Reads no further than what is wanted: most of a part file is other forms. */
async function readDelfil(
  mappe: Uttrekksmappe,
  adresse: Deladresse,
  form: Radform,
  minne: Delminne,
): Promise<Delfil> {
  const { sti, bound } = toDelplass(mappe, adresse);
  let lest = 0;
  let slutt = 0;
  for await (const bit of scanForseglet(sti, mappe.noekkel, bound)) {
    // The head is far shorter than a chunk.
    if (lest === 0) slutt = findSlutt(readHode(bit), form);
    if (minne.bytes.length < slutt) minne.bytes = Buffer.allocUnsafeSlow(slutt);
    lest += bit.copy(minne.bytes, lest);
    if (lest >= slutt) break;
  }

  return parseDelfil(minne.bytes.subarray(0, lest), form);
}

/**
 * The part files in the order given, with the rows of one form. The next one is fetched while the reader works on this one;
 * never more than two are in memory, and each lies where the one after the next will: whoever takes it is done with it
 * before asking for the next.
 * @throws Filfeil when one is not whole; the signal's reason when it is raised
 */
export async function* listDelfiler(
  mappe: Uttrekksmappe,
  deler: readonly Deladresse[],
  form: Radform,
  signal: AbortSignal,
): AsyncGenerator<Delfil> {
  const read = (adresse: Deladresse | undefined, minne: Delminne): Promise<Delfil | null> => {
    const lest = adresse === undefined ? Promise.resolve(null) : readDelfil(mappe, adresse, form, minne);
    // Whoever stops in the middle has no use for the fault of the next one.
    lest.catch(() => undefined);

    return lest;
  };
  let [minne, andre]: [Delminne, Delminne] = [{ bytes: Buffer.alloc(0) }, { bytes: Buffer.alloc(0) }];
  let neste = read(deler[0], minne);
  for (let i = 1; i <= deler.length; i += 1) {
    signal.throwIfAborted();
    const denne = await neste;
    [minne, andre] = [andre, minne];
    neste = read(deler[i], minne);
    if (denne !== null) yield denne;
  }
}

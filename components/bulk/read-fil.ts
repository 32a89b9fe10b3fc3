/**
 * A file that the user chose, read in the browser: nothing of it is sent. The reader of spreadsheets is fetched when the
 * first one comes.
 */
import { createBreak } from '#lib/client/create-break.ts';
import { findFiltype, readTekst } from '#lib/domain/bulk/filinnhold.ts';
import { parseTabell, trimTabell } from '#lib/domain/bulk/tabell.ts';

export const MAKS_FIL_MB = 20;

/** Every reason a file cannot be used. Each has a text: `bulk.filfeil.<feil>`. */
export const FILFEIL = ['forStor', 'tom', 'kryptert', 'gammeltRegneark', 'ukjent', 'uleselig'] as const;
export type Filfeil = (typeof FILFEIL)[number];

export type Filinnhold = {
  /** The sheets by name; one without a name for text. */
  ark: readonly string[];
  /** The sheet with this place, from 0. */
  readArk(plass: number): Promise<string[][]>;
};

/** A table that is in memory already, as if it came from a file. */
export function createTabellinnhold(rader: string[][]): Filinnhold {
  return { ark: [''], readArk: () => Promise.resolve(rader) };
}

/** Thrown by `readArk` and `readFil`, with the reason. */
export class UbrukeligFil extends Error {
  readonly grunn: Filfeil;
  constructor(grunn: Filfeil) {
    super(grunn);
    this.name = 'UbrukeligFil';
    this.grunn = grunn;
  }
}

function toCelletekst(verdi: unknown): string {
  return typeof verdi === 'string' || typeof verdi === 'number' ? String(verdi) : '';
}

/** Whatever the library stumbles on, the file is what is wrong. */
async function tryRead<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new UbrukeligFil('uleselig');
  }
}

async function readXlsxFil(bytes: Uint8Array): Promise<Filinnhold> {
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx');
  const ark: string[] = [];
  const keepNavn = ({ name }: { name: string }) => {
    ark.push(name);
    return false;
  };
  await tryRead(() => readXlsx(bytes, { sheets: keepNavn }));
  if (ark.length === 0) throw new UbrukeligFil('tom');

  return {
    ark,
    readArk: (plass) =>
      tryRead(async () => {
        const takeBreak = createBreak();
        const rader: string[][] = [];
        for await (const { index, values } of streamXlsxRows(bytes, { sheet: plass })) {
          // Rows that hold nothing are not in the file; the row numbers are to be those of the sheet.
          while (rader.length < index) rader.push([]);
          rader.push(values.map(toCelletekst));
          await takeBreak();
        }
        return trimTabell(rader);
      }),
  };
}

/** @throws {UbrukeligFil} */
export async function readFil(fil: File): Promise<Filinnhold> {
  if (fil.size > MAKS_FIL_MB * 1_000_000) throw new UbrukeligFil('forStor');
  const bytes = new Uint8Array(await fil.arrayBuffer());
  if (bytes.length === 0) throw new UbrukeligFil('tom');
  const type = findFiltype(bytes);
  if (type === 'xlsx') return readXlsxFil(bytes);
  if (type !== 'tekst') throw new UbrukeligFil(type);
  const rader = parseTabell(readTekst(bytes));
  if (rader.length === 0) throw new UbrukeligFil('tom');

  return createTabellinnhold(rader);
}

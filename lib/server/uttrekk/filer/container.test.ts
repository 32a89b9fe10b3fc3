/** F-01, F-03, F-15: what is sealed comes back whole, and a file that was touched gives nothing from where it was. */
import { appendFile, mkdtemp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CHUNK_BYTES, LESES_SAMMEN } from './chunk.ts';
import { createFilnoekkel, unwrapNoekkel, wrapNoekkel, writeForseglet } from './container.ts';
import { readForseglet } from './read-forseglet.ts';

const noekkel = createFilnoekkel();
const HEADER = 36;
const SEALED = CHUNK_BYTES + 16;
let mappe: string;
let fil: string;

beforeEach(async () => {
  mappe = await mkdtemp(path.join(tmpdir(), 'container-'));
  fil = path.join(mappe, 'fil');
});

/** Text that tells every byte's place. */
function createTekst(bytes: number): Buffer {
  const tekst = Buffer.alloc(bytes);
  for (let i = 0; i + 4 <= bytes; i += 4) tekst.writeUInt32BE(i, i);
  return tekst;
}

async function readAlt(utsnitt?: { fra: number; til: number }, bound = 'a'): Promise<Buffer> {
  const biter: Buffer[] = [];
  for await (const bit of readForseglet(fil, noekkel, bound, utsnitt)) biter.push(bit);
  return Buffer.concat(biter);
}

/** How many bytes came out before the reading threw, and that they were right. */
async function countSluppet(tekst: Buffer): Promise<number> {
  let sluppet = 0;
  const read = async () => {
    for await (const bit of readForseglet(fil, noekkel, 'a')) {
      expect(bit.equals(tekst.subarray(sluppet, sluppet + bit.length))).toBe(true);
      sluppet += bit.length;
    }
  };
  await expect(read()).rejects.toMatchObject({ kode: 'FIL_OEDELAGT' });
  return sluppet;
}

describe('a sealed file', () => {
  const SAMMEN = LESES_SAMMEN * CHUNK_BYTES;
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, SAMMEN, SAMMEN + 1, 2 * SAMMEN + 7])(
    'of %i bytes comes back as it was, in whatever pieces it was given',
    async (bytes) => {
      const tekst = createTekst(bytes);
      const biter = [];
      for (let i = 0; i < bytes; i += 100_003) biter.push(tekst.subarray(i, i + 100_003));
      const { bytes: forseglet } = await writeForseglet(fil, noekkel, 'a', biter);
      expect((await readAlt()).equals(tekst)).toBe(true);
      expect((await readFile(fil)).length).toBe(forseglet);
      expect(await readdir(mappe)).toEqual(['fil']);
    },
  );

  it('gives any part of itself', async () => {
    const tekst = createTekst(2 * CHUNK_BYTES + 1000);
    await writeForseglet(fil, noekkel, 'a', [tekst]);
    const grenser = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, tekst.length];
    for (const fra of grenser)
      for (const til of grenser.filter((g) => g >= fra))
        expect((await readAlt({ fra, til })).equals(tekst.subarray(fra, til)), `${fra}-${til}`).toBe(true);
  });

  it('gives what is read together and what is read after it, also to many at once and to who has enough', async () => {
    const tekst = createTekst(3 * SAMMEN - 5);
    await writeForseglet(fil, noekkel, 'a', [tekst]);
    const deler = [0, 1, 2].map((nr) => ({ fra: nr * 1000, til: tekst.length - nr * SAMMEN }));
    const forlatt = readForseglet(fil, noekkel, 'a');
    await forlatt.next();
    const lest = await Promise.all([...deler.map((del) => readAlt(del)), forlatt.return(undefined)]);
    for (const [nr, { fra, til }] of deler.entries())
      expect(tekst.subarray(fra, til).equals(lest[nr] as Buffer), `${fra}-${til}`).toBe(true);
  });

  it('holds no clear text, and is another each time it is sealed', async () => {
    const tekst = Buffer.from('01819012345 Ola Nordmann');
    await writeForseglet(fil, noekkel, 'a', [tekst]);
    const foerst = await readFile(fil);
    await writeForseglet(fil, noekkel, 'a', [tekst]);
    const saa = await readFile(fil);
    expect(foerst.includes('01819')).toBe(false);
    expect(foerst.subarray(HEADER).equals(saa.subarray(HEADER))).toBe(false);
  });

  it('does not open with another key or as another file', async () => {
    await writeForseglet(fil, noekkel, 'a', [Buffer.from('x')]);
    await expect(readAlt(undefined, 'b')).rejects.toMatchObject({ kode: 'FIL_OEDELAGT' });
    await expect(readForseglet(fil, createFilnoekkel(), 'a').next()).rejects.toMatchObject({
      kode: 'FIL_OEDELAGT',
    });
  });

  it('that is not there says so', async () => {
    await expect(readAlt()).rejects.toMatchObject({ kode: 'FIL_MANGLER' });
  });
});

describe('a touched file is refused before the chunk that was touched', () => {
  const tekst = createTekst(3 * CHUNK_BYTES + 100);

  async function touch(change: (bytes: Buffer) => Buffer): Promise<number> {
    await writeForseglet(fil, noekkel, 'a', [tekst]);
    await writeFile(fil, change(await readFile(fil)));
    return countSluppet(tekst);
  }

  it('a bit flipped, anywhere', async () => {
    const steder = [
      0,
      5,
      HEADER - 1,
      HEADER,
      HEADER + SEALED - 1,
      HEADER + SEALED,
      HEADER + 3 * SEALED + 115,
    ];
    for (const sted of steder) {
      const sluppet = await touch((bytes) => {
        bytes[sted] = (bytes[sted] ?? 0) ^ 1;
        return bytes;
      });
      const chunk = sted < HEADER ? 0 : Math.floor((sted - HEADER) / SEALED);
      expect(sluppet, `byte ${sted}`).toBe(chunk * CHUNK_BYTES);
    }
  });

  it('every byte of a small one flipped', async () => {
    const liten = Buffer.from('liten');
    await writeForseglet(fil, noekkel, 'a', [liten]);
    const hel = await readFile(fil);
    for (let i = 0; i < hel.length; i += 1) {
      const roert = Buffer.from(hel);
      roert[i] = (roert[i] ?? 0) ^ 128;
      await writeFile(fil, roert);
      expect(await countSluppet(liten)).toBe(0);
    }
  });

  it('cut, at a boundary and between', async () => {
    for (const bytes of [HEADER + SEALED, HEADER + 2 * SEALED, HEADER + 2 * SEALED + 50, HEADER + 3, 0]) {
      await writeForseglet(fil, noekkel, 'a', [tekst]);
      await truncate(fil, bytes);
      const hele = Math.max(0, Math.ceil((bytes - HEADER) / SEALED) - 1);
      expect(await countSluppet(tekst), `cut to ${bytes}`).toBe(hele * CHUNK_BYTES);
    }
  });

  it('two chunks in the other order, one repeated, one left out', async () => {
    const chunk = (bytes: Buffer, nr: number) =>
      bytes.subarray(HEADER + nr * SEALED, HEADER + (nr + 1) * SEALED);
    const sett = (...rekkefoelge: number[]) =>
      touch((b) => Buffer.concat([b.subarray(0, HEADER), ...rekkefoelge.map((nr) => chunk(b, nr))]));
    expect(await sett(1, 0, 2, 3)).toBe(0);
    expect(await sett(0, 0, 1, 2, 3)).toBe(CHUNK_BYTES);
    expect(await sett(0, 2, 3)).toBe(CHUNK_BYTES);
  });

  it('something added', async () => {
    for (const bytes of [1, 16, SEALED]) {
      await writeForseglet(fil, noekkel, 'a', [tekst]);
      await appendFile(fil, Buffer.alloc(bytes));
      expect(await countSluppet(tekst)).toBe(3 * CHUNK_BYTES);
    }
  });
});

describe('a file that cannot be finished', () => {
  it('leaves what stood under its name, and nothing beside it', async () => {
    await writeForseglet(fil, noekkel, 'a', [Buffer.from('foer')]);
    async function* avbrutt() {
      yield createTekst(CHUNK_BYTES * 2);
      throw new Error('avbrutt');
    }
    await expect(writeForseglet(fil, noekkel, 'a', avbrutt())).rejects.toThrow('avbrutt');
    expect((await readAlt()).toString()).toBe('foer');
    expect(await readdir(mappe)).toEqual(['fil']);
  });

  it('for want of room says DISK_FULL', async () => {
    // No disk is filled here: the fault comes as the file system gives it, and takes the same way out.
    async function* full() {
      yield Buffer.from('x');
      throw Object.assign(new Error('write'), { code: 'ENOSPC' });
    }
    await expect(writeForseglet(fil, noekkel, 'a', full())).rejects.toMatchObject({ kode: 'DISK_FULL' });
    expect(await readdir(mappe)).toEqual([]);
  });
});

it('the key of a file opens only by the master key and for that file', () => {
  const master = Buffer.alloc(32, 1).toString('base64');
  const pakket = wrapNoekkel(master, 'fil-1', noekkel);
  expect(unwrapNoekkel(master, 'fil-1', pakket).equals(noekkel)).toBe(true);
  expect(() => unwrapNoekkel(master, 'fil-2', pakket)).toThrow();
  expect(() => unwrapNoekkel(Buffer.alloc(32, 2).toString('base64'), 'fil-1', pakket)).toThrow();
});

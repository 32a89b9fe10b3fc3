/** The zip is opened by a program that is not ours, with its password and with no other. */
import { randomBytes } from 'node:crypto';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { countZipBytes, cutStroem, toZip, type Zipfil } from './zip.ts';
import { createPassord, SALT_BYTES } from './zip-kryptering.ts';

async function* inBiter(innhold: Buffer, stoerrelse: number): AsyncGenerator<Buffer> {
  for (let fra = 0; fra < innhold.length; fra += stoerrelse) yield innhold.subarray(fra, fra + stoerrelse);
}

async function readAll(biter: AsyncIterable<Buffer>): Promise<Buffer> {
  const alle: Buffer[] = [];
  for await (const bit of biter) alle.push(bit);

  return Buffer.concat(alle);
}

const toFil = (innhold: Buffer): Zipfil => ({
  navn: 'uttrekk-1a2b3c4d.csv',
  bytes: innhold.length,
  endret: new Date('2026-03-04T05:06:08Z'),
});
const noekkel = { passord: createPassord(), salt: randomBytes(SALT_BYTES) };
const zip = (innhold: Buffer, stoerrelse = 1_000) =>
  toZip(toFil(innhold), noekkel, inBiter(innhold, stoerrelse));

async function open(bytes: Buffer, passord: string) {
  const leser = new ZipReader(new Uint8ArrayReader(bytes), {
    useWebWorkers: false,
    useCompressionStream: false,
  });
  const filer = await leser.getEntries();
  const [fil] = filer;
  if (fil === undefined || fil.directory) throw new Error('no file');
  const innhold = await fil.getData(new Uint8ArrayWriter(), { password: passord, checkSignature: true });

  return { antall: filer.length, fil, innhold: Buffer.from(innhold) };
}

test.each([0, 1, 15, 16, 17, 64 * 1024, 64 * 1024 + 1, 300_000])(
  'a file of %i bytes is the same after it was opened, and as long as was said',
  async (antall) => {
    const innhold = randomBytes(antall);
    const bytes = await readAll(zip(innhold));
    expect(bytes.length).toBe(countZipBytes(toFil(innhold)));
    const lest = await open(bytes, noekkel.passord);
    expect(lest.innhold.equals(innhold)).toBe(true);
    expect(lest.antall).toBe(1);
    expect(lest.fil).toMatchObject({
      filename: 'uttrekk-1a2b3c4d.csv',
      encrypted: true,
      uncompressedSize: antall,
      extraFieldAES: { strength: 3, vendorVersion: 2 },
    });
  },
);

test('without its password it does not open, and a byte changed is found', async () => {
  const innhold = Buffer.from('Ola Nordmann'.repeat(500));
  const bytes = await readAll(zip(innhold));
  expect(bytes.includes('Ola Nordmann')).toBe(false);
  await expect(open(bytes, createPassord())).rejects.toThrow();
  const sted = bytes.indexOf('AE') + 200;
  bytes.writeUInt8(bytes.readUInt8(sted) ^ 1, sted);
  await expect(open(bytes, noekkel.passord)).rejects.toThrow();
});

test('it is the same however it was cut, and from the middle it goes on where it was', async () => {
  const innhold = randomBytes(200_000);
  const bytes = await readAll(zip(innhold));
  expect((await readAll(zip(innhold, 777))).equals(bytes)).toBe(true);
  for (const [fra, til] of [
    [0, bytes.length - 1],
    [5, 5],
    [100_000, bytes.length - 1],
    [bytes.length - 3, bytes.length - 1],
  ] as const) {
    const del = await readAll(cutStroem(zip(innhold), { fra, til }));
    expect(del.equals(bytes.subarray(fra, til + 1))).toBe(true);
  }
});

test('a password is never the same, and long', () => {
  const alle = Array.from({ length: 1_000 }, createPassord);
  expect(new Set(alle).size).toBe(1_000);
  for (const passord of alle) expect(passord).toMatch(/^([a-hjkmnp-z2-9]{4}-){5}[a-hjkmnp-z2-9]{4}$/);
});

/**
 * The log as files, for whoever is to verify it without us: one JSON value a line, in the order that verification reads.
 * It holds what the log holds: who looked and when, and persons as keyed references that say nothing without the key.
 */
import 'server-only';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { describeRad, parseRadform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import type { Bladrad, Kilde } from '#lib/server/revisjonslogg/verifisering/kilde.ts';

const FILES = {
  sjekkpunkter: 'sjekkpunkter.ndjson',
  blader: 'blader.ndjson',
  utenBlad: 'rader-uten-blad.ndjson',
  subjekter: 'subjekter-uten-rad.ndjson',
  utfall: 'doble-utfall.ndjson',
  slettinger: 'slettinger.ndjson',
} as const;
const EVERY_XID = 2n ** 64n - 1n;

const Notat = z.object({ nummer: z.number(), note: z.string() });
const Blad = z.object({
  indeks: z.number(),
  id: z.string(),
  tidspunkt: z.string(),
  hash: z.hex().transform((hex) => Buffer.from(hex, 'hex')),
  rader: z.array(z.unknown().transform(parseRadform)),
});
const Subjekt = z.object({ radId: z.string(), tidspunkt: z.string() });
const Utfall = z.object({ kallId: z.string() });

async function* toLines<T>(values: AsyncIterable<T>, show: (value: T) => unknown): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(show(value))}\n`;
}

/** Writes a log into a folder, which is made. Files that are there already are left alone, and the dump fails. */
export async function writeDump(kilde: Kilde, mappe: string): Promise<void> {
  await mkdir(mappe, { recursive: true, mode: 0o700 });
  const write = <T>(
    name: keyof typeof FILES,
    values: AsyncIterable<T>,
    show: (value: T) => unknown = (v) => v,
  ) =>
    pipeline(
      toLines(values, show),
      createWriteStream(path.join(mappe, FILES[name]), { flags: 'wx', mode: 0o600 }),
    );
  await write('sjekkpunkter', kilde.listSjekkpunkter());
  await write('blader', kilde.listBlader(0), (blad: Bladrad) => ({
    ...blad,
    hash: blad.hash.toString('hex'),
  }));
  await write('utenBlad', kilde.listUforseglede(EVERY_XID, null));
  await write('subjekter', kilde.listLoeseSubjekter());
  await write('utfall', kilde.listDobleUtfall());
  await write('slettinger', kilde.listSlettingsrader());
}

/** The log in a folder that `writeDump` wrote. Reading throws when a file is missing or a line is not of the form. */
export function openDump(mappe: string): Kilde {
  async function* read<T>(name: keyof typeof FILES, schema: z.ZodType<T>): AsyncGenerator<T> {
    const input = createReadStream(path.join(mappe, FILES[name]));
    try {
      // A file that cannot be opened must be an error here, and not one that nobody listens for.
      await new Promise((done, fail) => input.once('open', done).once('error', fail));
      for await (const line of createInterface({ input })) yield schema.parse(JSON.parse(line));
    } finally {
      input.destroy();
    }
  }
  async function* listBlader(fra: number): AsyncGenerator<Bladrad> {
    for await (const blad of read('blader', Blad)) if (blad.indeks >= fra) yield blad;
  }

  return {
    listSjekkpunkter: () => read('sjekkpunkter', Notat),
    async *listSisteSjekkpunkter() {
      yield* (await Array.fromAsync(read('sjekkpunkter', Notat))).reverse();
    },
    listBlader,
    async findBlad(indeks) {
      for await (const blad of listBlader(indeks)) return blad.indeks === indeks ? blad : null;

      return null;
    },
    async *listHasher(fra, til) {
      for await (const { indeks, hash } of listBlader(fra)) {
        if (indeks >= til) return;
        yield hash;
      }
    },
    async *listUforseglede(vannmerke, siden) {
      for await (const rad of read('utenBlad', z.unknown().transform(parseRadform))) {
        const { xid, tidspunkt } = describeRad(rad);
        if (BigInt(xid) < vannmerke && (siden === null || Date.parse(tidspunkt) >= Date.parse(siden)))
          yield rad;
      }
    },
    listLoeseSubjekter: () => read('subjekter', Subjekt),
    listDobleUtfall: () => read('utfall', Utfall),
    listSlettingsrader: () => read('slettinger', z.unknown().transform(parseRadform)),
    async findIndeks(id) {
      for await (const blad of listBlader(0)) if (blad.id === id) return blad.indeks;
      return null;
    },
  };
}

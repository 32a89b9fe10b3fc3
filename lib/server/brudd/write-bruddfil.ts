/**
 * The list of everybody affected as a file: a zip under a password that is told once (AES-256, opened by others). Rule: who
 * was looked at is worth as much as what was seen of them, so the list is never in clear on a disk.
 */
import 'server-only';
import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { toZip } from '#lib/server/uttrekk/nedlasting/zip.ts';
import { createPassord, SALT_BYTES } from '#lib/server/uttrekk/nedlasting/zip-kryptering.ts';

const NAVN = 'beroerte.csv';

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Makes the file, which must not be there, readable by its user only. @returns the password */
export async function writeBruddfil(fil: string, liste: string): Promise<string> {
  const innhold = Buffer.from(liste);
  const passord = createPassord();
  const zip = toZip(
    { navn: NAVN, bytes: innhold.length, endret: new Date() },
    { passord, salt: randomBytes(SALT_BYTES) },
    once(innhold),
  );
  const handle = await open(fil, 'wx', 0o600);
  try {
    for await (const bit of zip) await handle.write(bit);
    await handle.sync();
  } finally {
    await handle.close();
  }

  return passord;
}

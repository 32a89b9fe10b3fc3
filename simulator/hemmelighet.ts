/** A secret that nobody chose is made once and kept in a file that only its owner can read. */
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeFileAtomic } from './pki/write-file.ts';

/** Without characters that are taken for each other when read from a screen. */
const TEGN = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * `gitt` when there is one, else the content of the file, else a new secret of `lengde` characters written to it.
 * Throws what node:fs throws when the file can neither be read nor written.
 */
export async function ensureHemmelighet(
  sti: string,
  gitt: string | undefined,
  lengde: number,
): Promise<string> {
  if (gitt) return gitt;
  const lest = (await readFile(sti, 'utf8').catch(() => '')).trim();
  if (lest) return lest;
  const ny = Array.from({ length: lengde }, () => TEGN[randomInt(TEGN.length)]).join('');
  await writeFileAtomic(sti, ny);
  return ny;
}

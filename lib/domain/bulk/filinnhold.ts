/** What a file is, by its first bytes and not by its name, and its text in whatever encoding it was written. */

export type Filtype = 'tekst' | 'xlsx' | 'kryptert' | 'gammeltRegneark' | 'ukjent';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of the old Office formats, and of every Office file with a password. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const KRYPTERT = [...'EncryptedPackage'].flatMap((tegn) => [tegn.charCodeAt(0), 0]);

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

function includes(bytes: Uint8Array, soekt: readonly number[]): boolean {
  const foerste = soekt[0] ?? 0;
  for (let i = bytes.indexOf(foerste); i !== -1; i = bytes.indexOf(foerste, i + 1))
    if (soekt.every((byte, j) => bytes[i + j] === byte)) return true;
  return false;
}

/** The encoding that the first bytes announce; null when they announce none. */
function findKoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
}

export function findFiltype(bytes: Uint8Array): Filtype {
  if (startsWith(bytes, ZIP)) return 'xlsx';
  if (startsWith(bytes, OLE2)) return includes(bytes, KRYPTERT) ? 'kryptert' : 'gammeltRegneark';
  // Text has no zero bytes, but for UTF-16, which says so in its first two.
  return findKoding(bytes) !== null || !bytes.includes(0) ? 'tekst' : 'ukjent';
}

/** UTF-8 or UTF-16 by its mark, else UTF-8 where that is what it can be, else what older Norwegian systems write. */
export function readTekst(bytes: Uint8Array): string {
  const koding = findKoding(bytes);
  if (koding !== null) return new TextDecoder(koding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

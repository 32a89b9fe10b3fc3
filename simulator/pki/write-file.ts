/** A file is either the old one or the whole new one, never half of it; a secret is for its owner only. */
import { randomBytes } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';

/** Writes beside the target and renames over it. `modus` is 0600 unless the content is public. Errors as node:fs. */
export async function writeFileAtomic(
  sti: string,
  innhold: string | Uint8Array,
  modus = 0o600,
): Promise<void> {
  const midlertidig = `${sti}.${randomBytes(6).toString('hex')}.tmp`;
  await writeFile(midlertidig, innhold, { mode: modus });
  await rename(midlertidig, sti);
}

/** The folder of the server's unix socket. A socket's whole path must be short, so a deep data folder gets one elsewhere. */
import 'server-only';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bruker } from '#lib/server/db/postgres-binaries.ts';
import { PostgresFeil } from '#lib/server/db/postgres-feil.ts';

/** `sockaddr_un` holds 108 bytes with the closing zero. */
const MAX_SOCKET_PATH_BYTES = 107;
const SOCKET_NAME = '.s.PGSQL.5432';

/** @returns `<folder>/sokkel`, or a short folder of its own under the temporary folder when that path is too long */
export function socketFolderFor(folder: string): string {
  const near = path.join(folder, 'sokkel');
  if (Buffer.byteLength(path.join(near, SOCKET_NAME)) <= MAX_SOCKET_PATH_BYTES && !near.includes("'"))
    return near;
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return path.join(tmpdir(), `frp-${mark}`);
}

/** Makes the socket folder, open to the server's user (and root) only. */
export function ensureSocketFolder(folder: string, bruker: Bruker | null): string {
  const socketFolder = socketFolderFor(folder);
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  const found = lstatSync(socketFolder);
  const owners = [process.getuid?.(), bruker?.uid];
  // Another user who made it first could answer in the server's place.
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    throw new PostgresFeil(`Mappen ${socketFolder} tilhører en annen bruker: fjern den.`);
  }
  chmodSync(socketFolder, 0o700);
  if (bruker) chownSync(socketFolder, bruker.uid, bruker.gid);
  return socketFolder;
}

/** Removes what a killed server left here: PostgreSQL keeps a second lock file beside its socket. */
export function clearSocketFolder(socketFolder: string): void {
  for (const name of [SOCKET_NAME, `${SOCKET_NAME}.lock`])
    rmSync(path.join(socketFolder, name), { force: true });
}

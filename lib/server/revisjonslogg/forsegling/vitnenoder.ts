/**
 * The roots of whole subtrees of 256 leaves, of 256 of those and so on, beside the witness's leaves: what is proved about
 * one row is then read from some hundred hashes, however many rows there are (security.md A-19). They are made of the
 * leaves and prove nothing by themselves; where some are missing, the leaves are read.
 */
import 'server-only';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import {
  growTre,
  HASH_BYTES,
  type Omraade,
  TOMT_TRE,
  toRot,
} from '#lib/server/revisjonslogg/forsegling/merkletre.ts';

const I_EN = 256;
/** The leaves, and above them as many levels as four thousand million of them need. */
const FILER = ['blader', 'noder-1', 'noder-2', 'noder-3'] as const;
/** Few enough that nobody in the process waits for them. */
const CHUNK = 64;

/** Hashes `fra` up to but not with `til` of a file; null when it holds fewer. */
async function findHasher(file: FileHandle, { fra, til }: Omraade): Promise<Buffer | null> {
  const bytes = Buffer.alloc((til - fra) * HASH_BYTES);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, fra * HASH_BYTES);

  return bytesRead === bytes.length ? bytes : null;
}

/** Writes the nodes over the hashes of the level below that are there and have none, or had others before `fra`. */
async function growNivaa(below: FileHandle, nivaa: FileHandle, fra: number, til: number): Promise<void> {
  const known = Math.floor((await nivaa.stat()).size / HASH_BYTES);
  let at = Math.min(known, Math.floor(fra / I_EN));
  const end = Math.floor(til / I_EN);
  await nivaa.truncate(at * HASH_BYTES);
  while (at < end) {
    const antall = Math.min(CHUNK, end - at);
    const hasher = await findHasher(below, { fra: at * I_EN, til: (at + antall) * I_EN });
    if (!hasher) return;
    const bytes = I_EN * HASH_BYTES;
    const roots = Array.from({ length: antall }, (_, n) =>
      toRot(growTre(TOMT_TRE, hasher.subarray(n * bytes, (n + 1) * bytes))),
    );
    await nivaa.write(Buffer.concat(roots), 0, antall * HASH_BYTES, at * HASH_BYTES);
    at += antall;
  }
}

/**
 * Brings the nodes up to the leaves.
 * @param fra the first leaf that is new
 * @param til how many leaves there are
 */
export async function growNoder(mappe: string, fra: number, til: number): Promise<void> {
  const files: FileHandle[] = [];
  try {
    for (const navn of FILER)
      files.push(await open(path.join(mappe, navn), constants.O_RDWR | constants.O_CREAT, 0o600));
    let [first, end] = [fra, til];
    for (const [at, nivaa] of files.entries()) {
      const below = files[at - 1];
      if (!below) continue;
      await growNivaa(below, nivaa, first, end);
      [first, end] = [Math.floor(first / I_EN), Math.floor(end / I_EN)];
    }
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

export type Noder = {
  /** The root of a subtree that a proof consists of (`listBevisomraader`); null when the witness lacks some of it. */
  findRot(omraade: Omraade): Promise<Buffer | null>;
  close(): Promise<void>;
};

/** @param mappe the witness's folder; null when there is none, or it holds no nodes */
export async function openNoder(mappe: string): Promise<Noder | null> {
  const files: FileHandle[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(files.map((file) => file.close()));
  };
  try {
    for (const navn of FILER) files.push(await open(path.join(mappe, navn), 'r'));
  } catch {
    await close();
    return null;
  }

  return {
    close,
    async findRot({ fra, til }) {
      const toppene: Buffer[] = [];
      let at = fra;
      for (const [nivaa, file] of [...files.entries()].reverse()) {
        const unit = I_EN ** nivaa;
        const antall = at % unit === 0 ? Math.floor((til - at) / unit) : 0;
        if (antall === 0) continue;
        const hasher = await findHasher(file, { fra: at / unit, til: at / unit + antall });
        if (!hasher) return null;
        toppene.push(...growTre(TOMT_TRE, hasher).toppene);
        at += antall * unit;
      }

      return toRot({ stoerrelse: til - fra, toppene });
    },
  };
}

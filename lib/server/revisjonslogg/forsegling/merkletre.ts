/**
 * The hash tree over the revisjonslogg, RFC 6962: a leaf is SHA-256(0x00 ‖ row), a node SHA-256(0x01 ‖ left ‖ right), and
 * one root stands for all leaves in their order. What must be remembered to add a leaf is one hash for each bit of the
 * number of leaves.
 */
import 'server-only';
import { hash } from 'node:crypto';

export const HASH_BYTES = 32;
const LEAF = '\0';
/** 0x01 and two hashes. One for all nodes: a tree over millions of leaves has as many. */
const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** By way of a text: memory of its own for each hash would cost more than the hash. */
const sha256 = (bytes: string | Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'latin1');

/** The hash of a leaf with this content, as UTF-8. */
export const hashBlad = (innhold: string): Buffer => sha256(LEAF + innhold);

function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);

  return sha256(node);
}

/** A tree that grows: `toppene` are the roots of its whole subtrees, the largest first. */
export type Merkletre = { readonly stoerrelse: number; readonly toppene: readonly Buffer[] };

export const TOMT_TRE: Merkletre = { stoerrelse: 0, toppene: [] };

/** The tree with these leaf hashes added: 32 bytes each, one after the other. */
export function growTre(tre: Merkletre, blader: Buffer): Merkletre {
  const toppene = [...tre.toppene];
  let { stoerrelse } = tre;
  for (let at = 0; at < blader.length; at += HASH_BYTES) {
    let top = blader.subarray(at, at + HASH_BYTES);
    for (let n = stoerrelse; n % 2 === 1; n = (n - 1) / 2) {
      const left = toppene.pop();
      if (left) top = hashNode(left, top);
    }
    toppene.push(top);
    stoerrelse += 1;
  }

  // Copies, so that a tree does not hold on to all leaves it grew by.
  return { stoerrelse, toppene: toppene.map((top) => Buffer.from(top)) };
}

/** The root: of no leaves it is the hash of nothing. */
export function toRot({ toppene }: Merkletre): Buffer {
  const [smallest, ...larger] = [...toppene].reverse();
  if (!smallest) return sha256('');

  return larger.reduce((root, left) => hashNode(left, root), smallest);
}

/** The largest power of two below `n`, which is at least 2: where RFC 6962 splits a tree of `n` leaves. */
function toSplit(n: number): number {
  let split = 1;
  while (split * 2 < n) split *= 2;

  return split;
}

/** Leaves `fra` up to but not with `til`. */
export type Omraade = { fra: number; til: number };

/**
 * The subtrees whose roots prove that the leaf `indeks` is in a tree of `stoerrelse`, the nearest first (RFC 6962 2.1.1).
 */
export function listBevisomraader(indeks: number, stoerrelse: number): Omraade[] {
  const found: Omraade[] = [];
  let [fra, til] = [0, stoerrelse];
  while (til - fra > 1) {
    const middle = fra + toSplit(til - fra);
    if (indeks < middle) {
      found.unshift({ fra: middle, til });
      til = middle;
    } else {
      found.unshift({ fra, til: middle });
      fra = middle;
    }
  }

  return found;
}

/** The root that a leaf and its proof lead to; to be compared with that of a checkpoint. Null: the proof does not fit. */
export function findBevistRot(
  blad: Buffer,
  indeks: number,
  stoerrelse: number,
  bevis: readonly Buffer[],
): Buffer | null {
  const omraader = listBevisomraader(indeks, stoerrelse);
  if (indeks >= stoerrelse || omraader.length !== bevis.length) return null;

  return bevis.reduce((root, sibling, at) => {
    const isLeft = (omraader[at]?.fra ?? 0) < indeks;
    return isLeft ? hashNode(sibling, root) : hashNode(root, sibling);
  }, blad);
}

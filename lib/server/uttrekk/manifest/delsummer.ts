/** The sums of a file while its bytes go by: of the whole, and of each piece of it, so that a fault is found in its place. */
import 'server-only';
import { createHash, type Hash } from 'node:crypto';
import { DEL_BYTES } from '#lib/domain/uttrekk/manifest.ts';
import { growTre, hashBlad, TOMT_TRE, toRot } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';

/** `sjekksum` is SHA-256 of the whole, `deler` the same of each piece of `DEL_BYTES`, hex. */
export type Summer = { bytes: number; sjekksum: Buffer; deler: string[] };

const createSum = (): Hash => createHash('sha256');

/** The bytes as they come, summed. `end` is for when all have. */
export function createDelsummer() {
  const hele = createSum();
  const deler: string[] = [];
  let del = createSum();
  let iDel = 0;
  let bytes = 0;
  const closeDel = (): void => {
    deler.push(del.digest('hex'));
    del = createSum();
    iDel = 0;
  };
  const add = (bit: Uint8Array): void => {
    hele.update(bit);
    bytes += bit.length;
    for (let sted = 0; sted < bit.length; ) {
      const neste = bit.subarray(sted, sted + DEL_BYTES - iDel);
      del.update(neste);
      sted += neste.length;
      iDel += neste.length;
      if (iDel === DEL_BYTES) closeDel();
    }
  };

  return {
    async *sum<T extends Uint8Array>(kilde: AsyncIterable<T>): AsyncGenerator<T> {
      for await (const bit of kilde) {
        add(bit);
        yield bit;
      }
    },
    end(): Summer {
      if (iDel > 0) closeDel();

      return { bytes, sjekksum: hele.digest(), deler };
    },
  };
}

/** The one sum that stands for all pieces in their order, hex. */
export const toMerklerot = (deler: readonly string[]): string =>
  toRot(growTre(TOMT_TRE, Buffer.concat(deler.map(hashBlad)))).toString('hex');

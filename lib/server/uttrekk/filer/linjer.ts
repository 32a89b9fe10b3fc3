/**
 * Records of who is in an uttrekk. Those of one chunk are made when it is fetched, with the keyed reference that costs the
 * most, and lie in its part file; finishing says where in the whole its rows are. Rule: the same rows under the same key
 * give the same bytes.
 */
import 'server-only';
import { copyPost } from './poster.ts';
import type { Rad } from './rad.ts';

/** The keyed reference of a number, `REF_BYTES` long, as the revisjonslogg has it. */
export type RefKey = (nummer: string) => Buffer;

export const REF_BYTES = 16;
export const AVTRYKK_BYTES = 16;
const NUMMER_BYTES = 6;
/** What stands before the number decides whether two records say the same. */
export const NUMMER_STED = REF_BYTES + AVTRYKK_BYTES;
/**
 * A sorted record: whose row, what it says and the number it stands under. Other numbers of the same person have neither
 * digest nor number of their own.
 */
export const POST_BYTES = NUMMER_STED + NUMMER_BYTES;
/** Before they are sorted also which row, four bytes; the top bit marks another number of the same person. */
export const LINJE_BYTES = POST_BYTES + 4;
export const ANNET_NUMMER = 0x80000000;
const UTEN_AVTRYKK = Buffer.alloc(AVTRYKK_BYTES);
const PERSONIDENTIFIKATOR = /^\d{11}$/;

/** What tells under which key records were made: the reference of nobody. */
export const toMerke = (refKey: RefKey): string => refKey('').toString('hex');

/** The number that a record's row stands under, eleven digits; empty where the register gave it none. */
export function readNummer(post: Buffer): string {
  const nummer = post.readUIntBE(NUMMER_STED, NUMMER_BYTES);

  return nummer === 0 ? '' : String(nummer).padStart(11, '0');
}

/** One record of each number of each row; rows are counted from the first of these. */
export function toLinjer(rader: readonly Pick<Rad, 'numre' | 'avtrykk'>[], refKey: RefKey): Buffer {
  const antall = rader.reduce((sum, { numre }) => sum + numre.length, 0);
  const linjer = Buffer.allocUnsafe(antall * LINJE_BYTES);
  let sted = 0;
  for (const [rad, { numre, avtrykk }] of rader.entries()) {
    for (const [nr, nummer] of numre.entries()) {
      const erAnnet = nr > 0;
      copyPost(refKey(nummer), 0, linjer, sted, REF_BYTES);
      copyPost(erAnnet ? UTEN_AVTRYKK : avtrykk, 0, linjer, sted + REF_BYTES, AVTRYKK_BYTES);
      const vises = !erAnnet && PERSONIDENTIFIKATOR.test(nummer);
      linjer.writeUIntBE(vises ? Number(nummer) : 0, sted + NUMMER_STED, NUMMER_BYTES);
      linjer.writeUInt32LE(erAnnet ? rad + ANNET_NUMMER : rad, sted + POST_BYTES);
      sted += LINJE_BYTES;
    }
  }

  return linjer;
}

/** Says in each record where in the whole its row is. */
export function placeLinjer(linjer: Buffer, foersteRad: number): void {
  for (let sted = POST_BYTES; sted < linjer.length; sted += LINJE_BYTES)
    linjer.writeUInt32LE(linjer.readUInt32LE(sted) + foersteRad, sted);
}

/** The password of a zip between its grant and its last byte: sealed, and bound to the one download it is of. */
import 'server-only';
import { open, seal } from '#lib/server/crypto.ts';

const BRUK = 'zip-passord';

/** @param filKey FIL_KEY, 32 bytes as base64 */
export const sealPassord = (filKey: string, nedlastingId: string, passord: string): Buffer =>
  seal(filKey, BRUK, nedlastingId, passord);

/** Throws when it was sealed for another download. */
export const openPassord = (filKey: string, nedlastingId: string, forseglet: Buffer): string =>
  open(filKey, BRUK, nedlastingId, forseglet);

/**
 * The mark on a row: which writer, which of its rows, what it says of those before, and a keyed digest of that and of all
 * that the writer set. Whoever owns the database and has not REVISJON_KEY can neither make one nor change what it is over
 * (security.md I5b).
 */
import 'server-only';
import { mark } from '#lib/server/crypto.ts';
import type { Omraade } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import type { Utsagn } from '#lib/server/revisjonslogg/merke/nummerrekke.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';

const SKRIVER_BYTES = 8;
const TALL_BYTES = 6;
const AVTRYKK_BYTES = 16;
const FAST_BYTES = SKRIVER_BYTES + 2 * TALL_BYTES;
const USE = 'radmerke';

/** `skriver` is eight bytes, hex; `nummer` is the row's among its writer's. */
export type Merkehode = Utsagn & { skriver: string; nummer: number };

const toAvtrykk = (key: string, hode: Buffer, tekst: string): Buffer =>
  mark(key, USE, `${hode.toString('hex')}\n${tekst}`).subarray(0, AVTRYKK_BYTES);

/**
 * Layout: writer 8, number 6, settled 6, a pair of 6 for each empty range, digest 16.
 * @param tekst what the mark is over
 */
export function createMerke(
  key: string,
  { skriver, nummer, kvittert, tomme }: Merkehode,
  tekst: string,
): Buffer {
  const slutt = FAST_BYTES + tomme.length * 2 * TALL_BYTES;
  const merke = Buffer.allocUnsafe(slutt + AVTRYKK_BYTES);
  merke.write(skriver, 'hex');
  let at = merke.writeUIntBE(nummer, SKRIVER_BYTES, TALL_BYTES);
  at = merke.writeUIntBE(kvittert, at, TALL_BYTES);
  for (const { fra, til } of tomme) {
    at = merke.writeUIntBE(fra, at, TALL_BYTES);
    at = merke.writeUIntBE(til, at, TALL_BYTES);
  }
  merke.set(toAvtrykk(key, merke.subarray(0, slutt), tekst), slutt);

  return merke;
}

/** What a mark says; null when it is not over this text, by somebody who has one of the keys. */
export function openMerke(noekler: Revisjonsnoekler, merke: Buffer, tekst: string): Merkehode | null {
  const hode = merke.subarray(0, -AVTRYKK_BYTES);
  const avtrykk = merke.subarray(-AVTRYKK_BYTES);
  if (!noekler.some((key) => toAvtrykk(key, hode, tekst).equals(avtrykk))) return null;
  const read = (at: number): number => hode.readUIntBE(at, TALL_BYTES);
  const tomme: Omraade[] = [];
  for (let at = FAST_BYTES; at < hode.length; at += 2 * TALL_BYTES)
    tomme.push({ fra: read(at), til: read(at + TALL_BYTES) });

  return {
    skriver: hode.toString('hex', 0, SKRIVER_BYTES),
    nummer: read(SKRIVER_BYTES),
    kvittert: read(SKRIVER_BYTES + TALL_BYTES),
    tomme,
  };
}

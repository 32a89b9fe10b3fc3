/** One leaf against its row and against the witness's copy of it. */
import 'server-only';
import { describeRad, type Radform, toBlad } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import type { Funn, Radsted } from '#lib/server/revisjonslogg/verifisering/funn.ts';
import type { Bladrad } from '#lib/server/revisjonslogg/verifisering/kilde.ts';

export function toRadsted(rad: Radform, indeks: number | null): Radsted {
  const { id, tidspunkt } = describeRad(rad);

  return { id, tidspunkt, indeks };
}

/**
 * @param vitneblad the witness's copy of the leaf; null when it has none
 * @param isSlettet whether the leaf may be without a row
 * @returns the row as it was sealed; null when it is not there as it was
 */
export function verifyBlad(
  { indeks, id, tidspunkt, hash, rader }: Bladrad,
  vitneblad: Buffer | null,
  isSlettet: (indeks: number) => boolean,
  meld: (funn: Funn) => void,
): Radform | null {
  const sealed = vitneblad ?? hash;
  const sted: Radsted = { id, tidspunkt, indeks };
  if (!hash.equals(sealed)) meld({ slag: 'blad-endret', rad: sted });
  const right = rader.find((rad) => toBlad(rad).equals(sealed)) ?? null;
  const [first, ...others] = rader;
  // Two persons have said that it may be gone; that it is there yet is as good.
  if (rader.length === 0 && isSlettet(indeks)) return null;
  if (!right)
    meld(first ? { slag: 'rad-endret', rad: toRadsted(first, indeks) } : { slag: 'rad-fjernet', rad: sted });
  const inserted = right ? rader.filter((rad) => rad !== right) : others;
  for (const rad of inserted) meld({ slag: 'rad-satt-inn-etter', rad: toRadsted(rad, null) });

  return right;
}

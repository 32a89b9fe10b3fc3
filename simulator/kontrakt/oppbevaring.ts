/**
 * How long hendelser and superseded versions are kept. Rule: what is older than 36 months is gone.
 * Source: freg-contract.md sections 1.3, 1.5 and 8 no 5.
 */
const MAANEDER = 36;

/** Whether `tid` is more than 36 months before `naa`; both in ms since epoch. Calendar months, not days. */
export function isForGammel(tid: number, naa: number): boolean {
  const grense = new Date(naa);
  grense.setUTCMonth(grense.getUTCMonth() - MAANEDER);
  return tid < grense.getTime();
}

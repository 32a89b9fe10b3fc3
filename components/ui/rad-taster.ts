/** Which row a key leads to in a list of rows. */

/** Rows that Page Up and Page Down go past. */
const SIDE = 10;

/** The index that a key leads to, or null for a key that is not ours. */
export function findRadIndex(key: string, current: number, count: number): number | null {
  const last = count - 1;
  if (key === 'ArrowDown') return Math.min(current + 1, last);
  if (key === 'ArrowUp') return Math.max(current - 1, 0);
  if (key === 'PageDown') return Math.min(current + SIDE, last);
  if (key === 'PageUp') return Math.max(current - SIDE, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return null;
}

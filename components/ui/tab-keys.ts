/** Which tab a key leads to, by the WAI-ARIA pattern for tabs. */

/** The index that a key leads to, or null for a key that is not ours. */
export function findTabIndex(key: string, current: number, count: number): number | null {
  if (key === 'ArrowRight') return (current + 1) % count;
  if (key === 'ArrowLeft') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

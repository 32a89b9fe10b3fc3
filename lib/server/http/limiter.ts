/** How many requests one user may have under way at once: one stuck or greedy browser must not hold up the others. */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { once } from '#lib/server/once.ts';

const MAX_CONCURRENT = 24;
const getUnderWay = once('http.under-way', () => new Map<string, number>());

/** Takes one of the places of this key and gives the function that leaves it. Throws FOR_MANGE_SAMTIDIGE when all are taken. */
export function takePlace(key: string): () => void {
  const underWay = getUnderWay();
  const taken = underWay.get(key) ?? 0;
  if (taken >= MAX_CONCURRENT) throw new AppError('FOR_MANGE_SAMTIDIGE');
  underWay.set(key, taken + 1);

  return () => {
    const left = (underWay.get(key) ?? 1) - 1;
    if (left > 0) underWay.set(key, left);
    else underWay.delete(key);
  };
}

/** Runs `work` in one of the user's places. Throws FOR_MANGE_SAMTIDIGE when all are taken. */
export async function withPlace<T>(brukerId: string, work: () => Promise<T>): Promise<T> {
  const leave = takePlace(brukerId);
  try {
    return await work();
  } finally {
    leave();
  }
}

/** How many requests one user may have under way at once: one stuck or greedy browser must not hold up the others. */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { once } from '#lib/server/once.ts';

const MAX_CONCURRENT = 24;
const getUnderWay = once('http.under-way', () => new Map<string, number>());

/** Runs `work` in one of the user's places. Throws FOR_MANGE_SAMTIDIGE when all are taken. */
export async function withPlace<T>(brukerId: string, work: () => Promise<T>): Promise<T> {
  const underWay = getUnderWay();
  const taken = underWay.get(brukerId) ?? 0;
  if (taken >= MAX_CONCURRENT) throw new AppError('FOR_MANGE_SAMTIDIGE');
  underWay.set(brukerId, taken + 1);
  try {
    return await work();
  } finally {
    const left = (underWay.get(brukerId) ?? 1) - 1;
    if (left > 0) underWay.set(brukerId, left);
    else underWay.delete(brukerId);
  }
}

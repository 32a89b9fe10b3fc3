/** What downloads work with in the portal. */
import 'server-only';
import { getEnv } from '#lib/server/env.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import type { Nedlastingsdeps } from './start-nedlasting.ts';

export function getNedlastingsdeps(): Nedlastingsdeps {
  const { FIL_KEY, FIL_MAPPE } = getEnv();

  return { ...getUttrekksdeps(), filKey: FIL_KEY, filMappe: FIL_MAPPE };
}

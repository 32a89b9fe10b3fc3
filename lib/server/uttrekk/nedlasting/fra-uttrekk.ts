/** The other run that a file of changes has persons of. Rule: such a file is for whoever may download both, and no other. */
import 'server-only';
import type { Pool } from '#lib/server/db/pool.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { getUttrekkFor, type UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';
import type { KlarFil } from './nedlasting-store.ts';

/** Null for a file of one uttrekk alone. Throws IKKE_FUNNET or KONFLIKT when the earlier run is not the user's to download. */
export async function findFraFor(
  pool: Pool,
  session: Session,
  { fra_id }: Pick<KlarFil, 'fra_id'>,
): Promise<UttrekkRad | null> {
  return fra_id === null ? null : getUttrekkFor(pool, session, fra_id, 'lastNed');
}

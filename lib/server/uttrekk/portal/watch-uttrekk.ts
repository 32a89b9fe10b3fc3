/** What the stream of an uttrekk tells: its page, as long as something may still happen to it. */
import 'server-only';
import type { Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Blikk } from '#lib/server/http/strom.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { loadSide } from '#lib/server/uttrekk/portal/load-side.ts';
import { getUttrekk } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** From here it is only time that moves it, or its owner. */
const STILLE: readonly Tilstand[] = ['avslaatt', 'klar', 'ufullstendig', 'avbrutt', 'feilet', 'utloept'];

/** Throws IKKE_FUNNET as soon as the user may not see it. */
export async function watchUttrekk(
  session: Session,
  { uttrekkId }: Readonly<Record<string, string>>,
): Promise<Blikk> {
  const { pool } = getUttrekksdeps();
  const rad = await getUttrekk(pool, session, uttrekkId);
  const svar = new Egne(Uttrekksside, await loadSide(pool, session, rad));

  return { svar, ferdig: STILLE.includes(rad.grunnlag.tilstand) };
}

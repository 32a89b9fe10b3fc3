/** What the stream of an uttrekk tells: its page and what changes of it, as long as something may still happen to it. */
import 'server-only';
import { findEndring } from '#lib/domain/uttrekk/sideendring.ts';
import type { Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import { Sideendring, Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
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
): Promise<Blikk<Uttrekksside>> {
  const deps = getUttrekksdeps();
  const rad = await getUttrekk(deps.pool, session, uttrekkId);
  const verdi = await loadSide(deps, session, rad);

  return { verdi, svar: new Egne(Uttrekksside, verdi), ferdig: STILLE.includes(rad.grunnlag.tilstand) };
}

/** What is new of the page; null where it must be told whole. */
export function toSideendring(foer: Uttrekksside, naa: Uttrekksside): Egne<Sideendring> | null {
  const endring = findEndring(foer, naa);

  return endring && new Egne(Sideendring, endring);
}

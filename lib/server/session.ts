/** Who is asking, and with which rights. The cookie holds an opaque value and nothing else (security.md S-02). */
import 'server-only';
import { cookies } from 'next/headers';
import { AppError } from '#lib/domain/feil.ts';
import { listHandlinger } from '#lib/domain/session/handlinger.ts';
import type { SessionView } from '#lib/domain/session/session.ts';
import { getTilgang } from '#lib/server/config.ts';
import { hashToken } from '#lib/server/crypto.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { once } from '#lib/server/once.ts';
import { createSessionStore, type Session } from '#lib/server/session/session-store.ts';

/** `__Host-`: bound to this host, to https (or a loopback address) and to the path `/`. */
export const SESSION_COOKIE = '__Host-session';
export const SESSION_COOKIE_OPTIONS = { httpOnly: true, sameSite: 'lax', path: '/', secure: true } as const;

export const getSessionStore = once('sessions', () => createSessionStore(getPortalPool(), getTilgang()));

/** The session of the request at hand, for pages and for `route()`; null when there is none that lives. */
export async function findCurrentSession(): Promise<Session | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;

  return token ? getSessionStore().findSession(token) : null;
}

/** The same session without a sign of life: for what the browser asks by itself, so that idle is idle (S-03). */
export async function peekCurrentSession(): Promise<Session | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;

  return token ? getSessionStore().peekSession(hashToken(token)) : null;
}

/**
 * Throws KREVER_NY_INNLOGGING unless the user proved who she is within the last five minutes (security.md S-05). One
 * proof serves every act that asks for it. A route says `nyligInnlogging: true`; this is for what knows only later.
 */
export function requireNyligInnlogging({ nyligBekreftet }: Session): void {
  if (!nyligBekreftet) throw new AppError('KREVER_NY_INNLOGGING');
}

/** Takes the cookie back from the browser; the row is what counts. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, '', { ...SESSION_COOKIE_OPTIONS, maxAge: 0 });
}

/** The current session, as far as the browser may know it. Copied by name. */
export async function findSession(): Promise<SessionView | null> {
  const session = await findCurrentSession();
  if (!session) return null;
  const { roller, pakker, skjermingsrett } = session.rettigheter;

  return {
    navn: session.navn,
    enhet: session.enhet,
    roller,
    pakker,
    skjermingsrett,
    handlinger: listHandlinger(roller),
    kontekst: session.kontekst,
    utloeper: session.utloeper.toISOString(),
    utloeperSenest: session.utloeperSenest.toISOString(),
  };
}

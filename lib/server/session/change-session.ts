/** What a user may do with her own session: choose its context, and end it. */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';
import { getEnv } from '#lib/server/env.ts';
import { Empty } from '#lib/server/http/empty.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { clearSessionCookie, getSessionStore } from '#lib/server/session.ts';

/** Remembers package, purpose and case number for the rest of the session. Throws IKKE_TILGANG for a package not hers. */
export async function saveKontekst({ session, body }: Kall<Kontekst>): Promise<Empty> {
  if (!session.rettigheter.pakker.includes(body.pakke)) throw new AppError('IKKE_TILGANG');
  await getSessionStore().saveKontekst(session, body);

  return new Empty();
}

/** Ends the session here and says where to end it at the identity provider (RP-initiated logout). */
export async function endSession({ session }: Kall<undefined>): Promise<Empty> {
  await getRevisjonslogg().record('LOGOUT', session, 'utlogget');
  await getSessionStore().endSession(session.tokenHash);
  const { OIDC_LOGOUT_URL, OIDC_CLIENT_ID, NEXTAUTH_URL } = getEnv();
  const url = new URL(OIDC_LOGOUT_URL);
  url.searchParams.set('client_id', OIDC_CLIENT_ID);
  url.searchParams.set('post_logout_redirect_uri', `${NEXTAUTH_URL}/logg-inn?aarsak=logget-ut`);

  await clearSessionCookie();

  // What the browser holds of us goes too: caches, storage (S-07).
  return new Empty({ Location: url.toString(), 'Clear-Site-Data': '"cache", "storage"' });
}

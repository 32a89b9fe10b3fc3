/**
 * Sign-in against one OpenID provider, and the only importer of next-auth. next-auth runs the protocol (code + PKCE,
 * state, nonce; issuer, audience, expiry and RS256 checked); the session is a row of our own. Every sign-in makes a
 * new session and ends the one the browser came with (security.md S-01, S-06); also a failed one leaves a row.
 */
import 'server-only';
import { cookies } from 'next/headers';
import NextAuth, { type AuthOptions } from 'next-auth';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { z } from 'zod';
import { createToken, hashToken } from '#lib/server/crypto.ts';
import { getEnv } from '#lib/server/env.ts';
import { log } from '#lib/server/log/log.ts';
import { once } from '#lib/server/once.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { getSessionStore, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#lib/server/session.ts';

const PROVIDER = 'virksomhet';
const ABSOLUTE_SECONDS = 10 * 60 * 60;
const UNKNOWN = { brukerId: null, brukernavn: '', enhet: null, sessionRef: null };

/** The claims that the portal reads. Groups decide everything; a token without them gives no rights. */
const Profile = z.object({
  iss: z.string(),
  sub: z.string(),
  name: z.string().catch(''),
  preferred_username: z.string().optional(),
  department: z.string().nullable().catch(null),
  groups: z.array(z.string()).catch([]),
});

function toAdapterUser(id: string): AdapterUser {
  return { id, email: '', emailVerified: null };
}

/** Ends the session that the browser holds while it signs in anew, so that the old value is dead (S-06). */
async function endPresentedSession(): Promise<void> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (token) await getSessionStore().endSession(hashToken(token));
}

/** next-auth's view of our rows. It asks for a user by account, and for a session to be made: nothing else is its own. */
const adapter: Adapter = {
  async getUserByAccount({ providerAccountId }) {
    const id = await getSessionStore().findBrukerId(getEnv().OIDC_ISSUER, providerAccountId);

    return id === null ? null : toAdapterUser(id);
  },
  async createSession({ sessionToken, userId, expires }) {
    const { brukernavn, enhet } = await getSessionStore().getAktoer(userId);
    await endPresentedSession();
    const sessionRef = hashToken(sessionToken).subarray(0, 16);
    await getRevisjonslogg().record(
      'LOGIN',
      { brukerId: userId, brukernavn, enhet, sessionRef },
      'innlogget',
    );
    await getSessionStore().createSession(sessionToken, userId);

    return { sessionToken, userId, expires };
  },
  // Who is signed in is answered by findCurrentSession alone.
  getSessionAndUser: () => null,
  deleteSession: () => null,
};

const getOptions = once('auth-options', (): AuthOptions => {
  const env = getEnv();

  return {
    adapter,
    secret: env.SESSION_KEY,
    useSecureCookies: true,
    cookies: { sessionToken: { name: SESSION_COOKIE, options: SESSION_COOKIE_OPTIONS } },
    session: { strategy: 'database', maxAge: ABSOLUTE_SECONDS, generateSessionToken: createToken },
    pages: { signIn: '/logg-inn', error: '/logg-inn' },
    providers: [
      {
        id: PROVIDER,
        name: PROVIDER,
        type: 'oauth',
        wellKnown: `${env.OIDC_ISSUER}/.well-known/openid-configuration`,
        issuer: env.OIDC_ISSUER,
        clientId: env.OIDC_CLIENT_ID,
        clientSecret: env.OIDC_CLIENT_SECRET,
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        client: { id_token_signed_response_alg: 'RS256' },
        authorization: { params: { scope: 'openid profile' } },
        profile: (profile) => ({ id: String(profile.sub) }),
      },
    ],
    callbacks: {
      async signIn({ profile }) {
        const claims = Profile.parse(profile);
        await getSessionStore().saveBruker({
          iss: env.OIDC_ISSUER,
          sub: claims.sub,
          brukernavn: claims.preferred_username ?? claims.sub,
          navn: claims.name || (claims.preferred_username ?? claims.sub),
          enhet: claims.department,
          grupper: claims.groups,
        });

        return true;
      },
      // Only to our own pages, whatever the request asks for.
      redirect: ({ url, baseUrl }) =>
        url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl,
    },
    logger: {
      error(code, metadata) {
        log.warn('session.sign-in-failed', {
          kode: code,
          error: metadata instanceof Error ? metadata : metadata.error,
        });
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
});

/** The steps of the protocol that a browser may reach; next-auth's other pages and endpoints do not exist here. */
const STEPS = new Set(['GET csrf', `POST signin/${PROVIDER}`, `GET callback/${PROVIDER}`]);

type Context = { params: Promise<{ nextauth: string[] }> };

/** Handles `/api/auth/[...nextauth]`: the protocol's three steps, and 404 for everything else. */
export async function signIn(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!STEPS.has(`${request.method} ${nextauth.join('/')}`)) return new Response(null, { status: 404 });
  const response: Response = await NextAuth(request as never, context as never, getOptions());
  const refused = nextauth[0] === 'callback' && /[?&]error=/.test(response.headers.get('Location') ?? '');
  if (refused) await getRevisjonslogg().record('DENIED', UNKNOWN, 'innloggingAvvist');
  response.headers.set('Cache-Control', 'private, no-store');

  return response;
}

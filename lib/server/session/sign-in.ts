/**
 * Sign-in against one OpenID provider, and the only importer of next-auth. next-auth runs the protocol (code + PKCE,
 * state, nonce; issuer, audience, expiry and RS256 checked); the session is a row of our own. Every sign-in makes a
 * new session and ends the one the browser came with (security.md S-01, S-06); also a failed one leaves a row. One who is
 * signed in may be asked to prove it again (S-05): the same steps, but the provider must ask her, and she must be the same.
 */
import 'server-only';
import { cookies, headers } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type AuthOptions } from 'next-auth';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { z } from 'zod';
import { findBekreftet } from '#lib/domain/session/bekreftet.ts';
import { findNettleser } from '#lib/domain/session/nettleser.ts';
import { createToken, hashToken } from '#lib/server/crypto.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { log } from '#lib/server/log/log.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { parseNummerkrav, saveEgenPerson } from '#lib/server/session/egen-person.ts';
import { getSessionStore, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#lib/server/session.ts';

const PROVIDER = 'virksomhet';
const ABSOLUTE_SECONDS = 10 * 60 * 60;
/** The page where one who is signed in proves it again. */
const IGJEN_STI = '/logg-inn/igjen';
const UNKNOWN = { brukerId: null, brukernavn: '', enhet: null, sessionRef: null };

/** The claims that the portal reads. Groups decide everything; a token without them gives no rights. */
const Profile = z.object({
  iss: z.string(),
  sub: z.string(),
  name: z.string().catch(''),
  preferred_username: z.string().optional(),
  department: z.string().nullable().catch(null),
  groups: z.array(z.string()).catch([]),
  auth_time: z.number(),
  acr: z.string().optional().catch(undefined),
});

/** What is known of one sign-in on its way; next-auth has no room for it between its steps. */
type Paagaaende = { paaNytt: boolean; bekreftet: Date | null; nummer: string | null };

function toAdapterUser(id: string): AdapterUser {
  return { id, email: '', emailVerified: null };
}

/** The hash of the session's value that the browser came with, dead or alive. */
async function findPresented(): Promise<Buffer | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;

  return token ? hashToken(token) : null;
}

/** Whether the browser holds the living session of somebody else: she must sign out before another can sign in. */
async function isAnnenInnlogget(brukerId: string): Promise<boolean> {
  const presented = await findPresented();
  const session = presented && (await getSessionStore().peekSession(presented));

  return session !== null && session.brukerId !== brukerId;
}

/** next-auth's view of our rows. It asks for a user by account, and for a session to be made: nothing else is its own. */
function createAdapter(paagaaende: Paagaaende): Adapter {
  return {
    async getUserByAccount({ providerAccountId }) {
      const id = await getSessionStore().findBrukerId(getEnv().OIDC_ISSUER, providerAccountId);

      return id === null ? null : toAdapterUser(id);
    },
    async createSession({ sessionToken, userId, expires }) {
      const { brukernavn, enhet } = await getSessionStore().getAktoer(userId);
      const aktoer = {
        brukerId: userId,
        brukernavn,
        enhet,
        sessionRef: hashToken(sessionToken).subarray(0, 16),
      };
      const nettleser = findNettleser((await headers()).get('user-agent'));
      await getRevisjonslogg().record('LOGIN', aktoer, 'innlogget', nettleser);
      await getSessionStore().createSession(
        sessionToken,
        userId,
        paagaaende.bekreftet,
        await findPresented(),
      );
      if (paagaaende.nummer !== null) {
        const egenPerson = { egne: [paagaaende.nummer], naere: null };
        await saveEgenPerson(getPortalPool(), getEnv().OPPSLAG_KEY, hashToken(sessionToken), egenPerson);
      }

      return { sessionToken, userId, expires };
    },
    // Who is signed in is answered by findCurrentSession alone.
    getSessionAndUser: () => null,
    deleteSession: () => null,
  };
}

/** What the provider is asked for. `max_age` also has it say when the user proved who she is; `prompt` has it ask her. */
function toAuthorization({ paaNytt }: Paagaaende): Record<string, string> {
  const acr = getEnv().OIDC_ACR;

  return {
    scope: 'openid profile',
    max_age: String(ABSOLUTE_SECONDS),
    ...(paaNytt ? { prompt: 'login', ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}) } : {}),
  };
}

function createOptions(paagaaende: Paagaaende): AuthOptions {
  const env = getEnv();

  return {
    adapter: createAdapter(paagaaende),
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
        // The library refuses a token without `auth_time`, or with one older than a session may be.
        client: { id_token_signed_response_alg: 'RS256', default_max_age: ABSOLUTE_SECONDS },
        authorization: { params: toAuthorization(paagaaende) },
        profile: (profile) => ({ id: String(profile.sub) }),
      },
    ],
    callbacks: {
      async signIn({ profile }) {
        const claims = Profile.parse(profile);
        if (env.OIDC_NUMMER_KRAV) paagaaende.nummer = parseNummerkrav(Object(profile)[env.OIDC_NUMMER_KRAV]);
        const brukerId = await getSessionStore().saveBruker({
          iss: env.OIDC_ISSUER,
          sub: claims.sub,
          brukernavn: claims.preferred_username ?? claims.sub,
          navn: claims.name || (claims.preferred_username ?? claims.sub),
          enhet: claims.department,
          grupper: claims.groups,
        });
        paagaaende.bekreftet = findBekreftet(claims, env.OIDC_ACR, new Date());

        // The page that waits for a proof shows what its user may see, and must not go on as another.
        return !(await isAnnenInnlogget(brukerId)) || `${env.NEXTAUTH_URL}${IGJEN_STI}?error=annenBruker`;
      },
      // Only to our own pages, whatever the request asks for.
      redirect({ url, baseUrl }) {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;

        return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
      },
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
}

/** The steps of the protocol that a browser may reach; next-auth's other pages and endpoints do not exist here. */
const STEPS = new Set(['GET csrf', `POST signin/${PROVIDER}`, `GET callback/${PROVIDER}`]);

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * Handles `/api/auth/[...nextauth]`: the protocol's three steps, and 404 for everything else. `?igjen` at the first of them
 * has the user asked anew; no other word of the address reaches the provider.
 */
export async function signIn(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!STEPS.has(`${request.method} ${nextauth.join('/')}`)) return new Response(null, { status: 404 });
  const { origin, pathname, searchParams } = new URL(request.url);
  const step = nextauth[0] === 'signin' ? new NextRequest(`${origin}${pathname}`, request) : request;
  const options = createOptions({ paaNytt: searchParams.has('igjen'), bekreftet: null, nummer: null });
  const response: Response = await NextAuth(step as never, context as never, options);
  const refused = nextauth[0] === 'callback' && /[?&]error=/.test(response.headers.get('Location') ?? '');
  if (refused) await getRevisjonslogg().record('DENIED', UNKNOWN, 'innloggingAvvist');
  response.headers.set('Cache-Control', 'private, no-store');

  return response;
}

/**
 * Which settings a portal may not be served with, however well they parse (security.md L-07): keys that anybody can guess,
 * and, wherever others than this machine can reach it, what belongs to development.
 */
import 'server-only';
import type { PortalEnv } from '#lib/server/env.ts';

/** Keys that do different work: one that is found must not open what another closes. */
const KEYS = ['SESSION_KEY', 'OPPSLAG_KEY', 'REVISJON_KEY', 'FIL_KEY'] as const;
const SHORTEST_SECRET = 16;
/** The register's hosts. Behind a proxy of one's own neither is seen, and the setting is believed. */
const PRODUKSJON = 'folkeregisteret.api.skatteetaten.no';
const TESTDOMENE = '.sits.no';
/** KRR's (krr-maskinporten.md section 1.1). */
const KRR_PRODUKSJON = 'kontaktregisteret.no';
const KRR_TEST = `test.${KRR_PRODUKSJON}`;

/** What of the settings is looked at. */
export type Innstillinger = Pick<
  PortalEnv,
  | (typeof KEYS)[number]
  | 'NODE_ENV'
  | 'LOG_LEVEL'
  | 'FREG_BASE_URL'
  | 'FREG_MILJOE'
  | 'KRR_BASE_URL'
  | 'NEXTAUTH_URL'
  | 'OIDC_ISSUER'
  | 'OIDC_CLIENT_SECRET'
  | 'DATABASE_PORTAL_URL'
  | 'DATABASE_LESER_URL'
>;

/** Random bytes hold more than a few values; what somebody typed or copied from an example does not. */
const isGuessable = (key: string): boolean => new Set(Buffer.from(key, 'base64')).size < 12;

const isHere = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

function isPassordSomRolle(url: string): boolean {
  const { username, password } = new URL(url);

  return password === '' || password === username;
}

/** What belongs to a developer's own machine, by the name of the setting. */
function listForUtvikling(env: Innstillinger): string[] {
  const { NEXTAUTH_URL, OIDC_ISSUER, OIDC_CLIENT_SECRET, NODE_ENV, LOG_LEVEL } = env;
  const roller = ['DATABASE_PORTAL_URL', 'DATABASE_LESER_URL'] as const;

  return [
    ...(NODE_ENV === 'production' ? [] : ['NODE_ENV']),
    ...(LOG_LEVEL === 'debug' ? ['LOG_LEVEL'] : []),
    ...(NEXTAUTH_URL.startsWith('https:') ? [] : ['NEXTAUTH_URL']),
    ...(OIDC_ISSUER.startsWith('https:') && !isHere(OIDC_ISSUER) ? [] : ['OIDC_ISSUER']),
    ...(OIDC_CLIENT_SECRET.length >= SHORTEST_SECRET ? [] : ['OIDC_CLIENT_SECRET']),
    ...roller.filter((rolle) => isPassordSomRolle(env[rolle])),
  ];
}

/** Whether the register at this address is certainly not the one that FREG_MILJOE says (freg-contract.md section 1.1). */
function isAnnetMiljoe({ FREG_BASE_URL, FREG_MILJOE }: Innstillinger): boolean {
  const { hostname } = new URL(FREG_BASE_URL);
  if (FREG_MILJOE === 'test') return hostname === PRODUKSJON;

  return isHere(FREG_BASE_URL) || hostname.endsWith(TESTDOMENE);
}

/** Whether KRR at this address is certainly not of that environment: people of the one must never be asked for in the other. */
function isAnnetKrr({ KRR_BASE_URL, FREG_MILJOE }: Innstillinger): boolean {
  if (KRR_BASE_URL === undefined) return false;
  const { hostname } = new URL(KRR_BASE_URL);

  return FREG_MILJOE === 'test' ? hostname === KRR_PRODUKSJON : isHere(KRR_BASE_URL) || hostname === KRR_TEST;
}

/** Throws an Error that names the settings, never their values. */
export function checkInnstillinger(env: Innstillinger): void {
  const like = KEYS.filter((name) => KEYS.some((other) => other !== name && env[other] === env[name]));
  const gjettbare = KEYS.filter((name) => isGuessable(env[name]));
  const utvikling = isHere(env.NEXTAUTH_URL) ? [] : listForUtvikling(env);
  const miljoe = isAnnetMiljoe(env) ? ['FREG_MILJOE'] : [];
  const krr = isAnnetKrr(env) ? ['KRR_BASE_URL'] : [];
  const navn = [...new Set([...like, ...gjettbare, ...utvikling, ...miljoe, ...krr])];
  if (navn.length > 0) throw new Error(`The portal is not safe to serve with: ${navn.join(', ')}`);
}

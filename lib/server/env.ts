/**
 * The only reader of process.env. Parsed once at the first call; a missing or malformed setting is named, its value
 * never is.
 */
import 'server-only';
import { z } from 'zod';
import { once } from '#lib/server/once.ts';

/** 32 bytes as base64. */
const key = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes as base64');
const file = z.string().min(1);

/** What portal and worker both need. */
const Felles = z.object({
  FREG_BASE_URL: z.url(),
  /** Which population the register at FREG_BASE_URL holds. Only in production may a list have numbers of living people. */
  FREG_MILJOE: z.enum(['test', 'produksjon']).default('test'),
  FREG_CA_FILE: file.optional(),
  FREG_CERT_FILE: file.optional(),
  FREG_KEY_FILE: file.optional(),
  FREG_PKCS12_FILE: file.optional(),
  FREG_KEY_PASSPHRASE: z.string().optional(),
  REVISJON_KEY: key,
  /** Earlier keys that rows are still under, with commas between: searched and opened with, never written with. */
  REVISJON_KEY_TIDLIGERE: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(key)),
  /** Wraps the key of each file of an uttrekk. */
  FIL_KEY: key,
  /** Folder of the files of uttrekk: the same for the portal and every worker. */
  FIL_MAPPE: file,
  /** Folder of the revisjonslogg's witness: the same for the portal, which reads it, and the worker, which writes it. */
  VITNE_MAPPE: file,
  /**
   * What becomes of an uttrekk of fewer than twenty persons (security.md F-11): ordered with a reason, or refused, by what
   * is known before it is ordered and by what the register gave.
   */
  UTTREKK_AV_FAA: z.enum(['begrunn', 'avslaa']).default('begrunn'),
  TILGANG_FILE: file,
  FORMAAL_FILE: file,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

const https = z.url({ protocol: /^https$/ });

/** The way to KRR: Maskinporten, where a token is had, and KRR itself. */
const Krr = z.object({
  /** Maskinporten's issuer, to the letter: `https://maskinporten.no/`, with the slash. */
  MASKINPORTEN_ISSUER: https,
  MASKINPORTEN_TOKEN_URL: https,
  MASKINPORTEN_CLIENT_ID: z.string().min(1),
  /** The private key that is registered on the client, as JWK with its `kid`. */
  MASKINPORTEN_JWK_FILE: file,
  KRR_BASE_URL: https,
  /** Whom the two have their certificates from, where the system does not know. */
  KRR_CA_FILE: file.optional(),
});

const Portal = Felles.extend({
  ...Krr.partial().shape,
  /** Set by who starts us: `production` wherever anybody else can reach the portal. */
  NODE_ENV: z.string().default('development'),
  /** The public address of the portal, without a trailing slash. next-auth reads the same variable. */
  NEXTAUTH_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Role `portal`: may insert in the revisjonslogg and nothing more there. */
  DATABASE_PORTAL_URL: z.string().min(1),
  /** Role `revisjonsleser`: may read the revisjonslogg and nothing else. */
  DATABASE_LESER_URL: z.string().min(1),
  OIDC_ISSUER: z.url(),
  /** The provider's end_session_endpoint (RP-initiated logout). */
  OIDC_LOGOUT_URL: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  /** The levels (`acr`), with commas between, of which one is asked for where a fresh sign-in is; empty for any. */
  OIDC_ACR: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((part) => part !== '')),
  /** The claim of the token that holds the user's own fødselsnummer or d-nummer, where the provider gives one. */
  OIDC_NUMMER_KRAV: z.string().min(1).optional(),
  /**
   * What the rules on who a person is do where a number is missing, the user's or the person's, so that they cannot be
   * decided: refuse, or let the oppslag through with a mark in its row.
   */
  PERSONREGLER_UTEN_NUMMER: z.enum(['avslaa', 'merk']).default('avslaa'),
  /** How long a nødtilgang lasts. */
  NOEDTILGANG_TIMER: z.coerce.number().int().min(1).max(24).default(24),
  SESSION_KEY: key,
  OPPSLAG_KEY: key,
  /** The public half of FORSEGLING_KEY, as text: what the witness's checkpoints are checked with. */
  FORSEGLING_OFFENTLIG: z.string().min(1),
  /** The public half of MANIFEST_KEY, as text: what the page of an uttrekk gives its user to hand on. */
  MANIFEST_OFFENTLIG: z.string().min(1),
}).superRefine((env, context) => {
  const gitt = Object.keys(Krr.shape).some((navn) => navn in env);
  for (const { path, message } of gitt ? (Krr.safeParse(env).error?.issues ?? []) : [])
    context.addIssue({ code: 'custom', path, message });
});

const Worker = Felles.extend({
  /** Role `worker`: does the work of uttrekk, and may insert in the revisjonslogg as the portal does. */
  DATABASE_WORKER_URL: z.string().min(1),
  /** Role `forsegler`: reads the revisjonslogg and adds leaves and checkpoints. */
  DATABASE_FORSEGLER_URL: z.string().min(1),
  /** Signs checkpoints (C2SP note key as text). No other process holds it. */
  FORSEGLING_KEY: z.string().startsWith('PRIVATE+KEY+'),
  /** Signs the manifest of each file of an uttrekk (C2SP note key as text). No other process holds it. */
  MANIFEST_KEY: z.string().startsWith('PRIVATE+KEY+'),
  /** Hours until files are deleted, from when everybody who may has downloaded them all; 0 where the last day alone counts. */
  UTTREKK_SLETT_ETTER_NEDLASTING_TIMER: z.coerce.number().int().min(0).max(720).default(72),
  /** The rules of kontroll: limits, weights and terms. */
  KONTROLL_FILE: file,
  /** How many entries back in the feed the index of hendelser begins when it is new; 0 begins with what happens then. */
  HENDELSER_TILBAKE: z.coerce.number().int().min(0).default(0),
  /** Where the revisjonslogg is exported as CEF: `file:///…`, `tcp://host:port` or `tls://host:port`. */
  EKSPORT_ADRESSE: z.url({ protocol: /^(file|tcp|tls)$/ }).optional(),
  /** Who the receiver's certificate is from, where the system does not know. */
  EKSPORT_CA_FILE: file.optional(),
});

type Klientfiler = Pick<z.infer<typeof Felles>, 'FREG_PKCS12_FILE' | 'FREG_CERT_FILE' | 'FREG_KEY_FILE'>;

const hasOneCertificate = (env: Klientfiler) =>
  Boolean(env.FREG_PKCS12_FILE) !== Boolean(env.FREG_CERT_FILE && env.FREG_KEY_FILE);

/** The settings of this process by one schema. Throws one sentence that names every faulty setting, without values. */
function parseEnv<T extends Klientfiler>(schema: z.ZodType<T>): T {
  const parsed = schema
    .refine(hasOneCertificate, {
      path: ['FREG_CERT_FILE'],
      message: 'give either FREG_CERT_FILE and FREG_KEY_FILE, or FREG_PKCS12_FILE',
    })
    .safeParse(process.env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${faults.join('; ')}`);
}

/** What every process of ours reads, whichever it is. */
export const getFellesEnv = once('env.felles', () => parseEnv(Felles));
/** The portal's settings. */
export const getEnv = once('env', () => parseEnv(Portal));
/** The settings of the way to KRR; null where the portal is given none of them. Some without the others is a fault. */
export const getKrrEnv = once('env.krr', () => Krr.safeParse(getEnv()).data ?? null);
/** The worker's settings. */
export const getWorkerEnv = once('env.worker', () => parseEnv(Worker));

export type PortalEnv = z.infer<typeof Portal>;
export type FellesEnv = z.infer<typeof Felles>;

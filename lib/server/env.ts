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

const EnvSchema = z
  .object({
    /** The public address of the portal, without a trailing slash. next-auth reads the same variable. */
    NEXTAUTH_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
    /** Role `portal`: may insert in the revisjonslogg and nothing more there. */
    DATABASE_PORTAL_URL: z.string().min(1),
    /** Role `revisjonsleser`: may read the revisjonslogg and nothing else. */
    DATABASE_LESER_URL: z.string().min(1),
    FREG_BASE_URL: z.url(),
    FREG_CA_FILE: file.optional(),
    FREG_CERT_FILE: file.optional(),
    FREG_KEY_FILE: file.optional(),
    FREG_PKCS12_FILE: file.optional(),
    FREG_KEY_PASSPHRASE: z.string().optional(),
    OIDC_ISSUER: z.url(),
    /** The provider's end_session_endpoint (RP-initiated logout). */
    OIDC_LOGOUT_URL: z.url(),
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_CLIENT_SECRET: z.string().min(1),
    SESSION_KEY: key,
    OPPSLAG_KEY: key,
    REVISJON_KEY: key,
    TILGANG_FILE: file,
    FORMAAL_FILE: file,
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .refine((env) => Boolean(env.FREG_PKCS12_FILE) !== Boolean(env.FREG_CERT_FILE && env.FREG_KEY_FILE), {
    path: ['FREG_CERT_FILE'],
    message: 'give either FREG_CERT_FILE and FREG_KEY_FILE, or FREG_PKCS12_FILE',
  });

export type Env = z.infer<typeof EnvSchema>;

/** The settings of this process. Throws one sentence that names every faulty setting, without values. */
export const getEnv = once('env', (): Env => {
  const parsed = EnvSchema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${faults.join('; ')}`);
});

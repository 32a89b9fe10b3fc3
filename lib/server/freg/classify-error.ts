/**
 * From what stopped a call before a complete answer to an outcome. Decided by error codes alone: messages of the HTTP
 * library may quote the address, so they are never read, kept or passed on (security.md R-20).
 */
import 'server-only';
import type { FregFeil, SertifikatGrunn } from './freg-svar.ts';

/** What one attempt ended with. */
export type Forsoek = {
  svar: FregFeil;
  /** Whether another attempt may end better (security.md R-03: all our calls only read). */
  retryable: boolean;
  /** What the answer's `Retry-After` asked for, in milliseconds. */
  ventMs: number | null;
  status: number | null;
  /** The register's own error code. */
  feilkode: string | null;
};

/** The server's certificate, by the codes of OpenSSL's verification. */
const TJENERSERTIFIKAT: Record<string, SertifikatGrunn> = {
  SELF_SIGNED_CERT_IN_CHAIN: 'ukjentUtsteder',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'ukjentUtsteder',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ukjentUtsteder',
  UNABLE_TO_GET_ISSUER_CERT: 'ukjentUtsteder',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'ukjentUtsteder',
  CERT_UNTRUSTED: 'ukjentUtsteder',
  CERT_REJECTED: 'ukjentUtsteder',
  CERT_SIGNATURE_FAILURE: 'ukjentUtsteder',
  INVALID_CA: 'ukjentUtsteder',
  INVALID_PURPOSE: 'ukjentUtsteder',
  CERT_HAS_EXPIRED: 'tjenerUtloept',
  CERT_NOT_YET_VALID: 'tjenerUtloept',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tjenerFeilNavn',
};

const TIDSAVBRUDD = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);
const BRUTT = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);
const FOR_STORT = new Set([
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  'UND_ERR_HEADERS_OVERFLOW',
  'HPE_HEADER_OVERFLOW',
]);
const FORBINDELSE = /^(E[A-Z]+|EAI_[A-Z]+|ERR_SSL_[A-Z0-9_]+)$/;

/** `error.code` where it is a string, else the empty string. */
function getCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The refusal of our certificate that the register sends as a TLS alert. */
function findAlert(code: string): SertifikatGrunn | null {
  if (!code.startsWith('ERR_SSL_') || !code.includes('_ALERT_')) return null;
  if (code.endsWith('_CERTIFICATE_EXPIRED')) return 'utloept';
  return /CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE/.test(code) ? 'avvist' : null;
}

function findSvar(code: string): FregFeil | null {
  const grunn = TJENERSERTIFIKAT[code] ?? findAlert(code);
  if (grunn !== null) return { kind: 'sertifikat', grunn };
  if (TIDSAVBRUDD.has(code)) return { kind: 'tidsavbrudd' };
  if (FOR_STORT.has(code)) return { kind: 'ugyldigSvar', grunn: 'forStort' };
  if (BRUTT.has(code) || code.startsWith('HPE_')) return { kind: 'utilgjengelig', grunn: 'brutt' };
  return FORBINDELSE.test(code) ? { kind: 'utilgjengelig', grunn: 'forbindelse' } : null;
}

/** An attempt that ended without an answer. */
export function toForsoek(svar: FregFeil): Forsoek {
  const retryable = svar.kind === 'tidsavbrudd' || svar.kind === 'utilgjengelig';
  return { svar, retryable, ventMs: null, status: null, feilkode: null };
}

/**
 * The outcome that an error from the HTTP library means, or null when it is none of the known: a fault of ours.
 *
 * A register that refuses a client certificate by closing the connection says so in no other way than a closed
 * connection. That is read as a refusal only while this certificate has never had an answer (`harSvart` false).
 */
export function classifyError(error: unknown, harSvart: boolean): Forsoek | null {
  const code = getCode(error);
  if (!harSvart && code === 'UND_ERR_SOCKET') {
    return { ...toForsoek({ kind: 'sertifikat', grunn: 'avvist' }), retryable: true };
  }
  const svar = findSvar(code);
  return svar === null ? null : toForsoek(svar);
}

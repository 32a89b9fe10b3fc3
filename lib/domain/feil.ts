/**
 * The portal's own faults: one closed set of codes, each with a status and a Norwegian text (`feil.<KODE>`).
 * Expected outcomes of an oppslag are values (`oppslag.ts`), not these.
 */
export const FEIL = {
  IKKE_INNLOGGET: 401,
  IKKE_TILGANG: 403,
  AVVIST_OPPRINNELSE: 403,
  /** The act asks for a sign-in of the last five minutes; the screen asks for it and goes on. */
  KREVER_NY_INNLOGGING: 403,
  IKKE_FUNNET: 404,
  KONFLIKT: 409,
  /** A download that has been used, or that nobody began in time: a new one is asked for. */
  NEDLASTING_BRUKT: 410,
  /** A part of a file that the file does not have. */
  UGYLDIG_UTSNITT: 416,
  UGYLDIG_INNHOLD: 400,
  FOR_STORT: 413,
  FOR_MANGE_SAMTIDIGE: 429,
  REVISJONSLOGG_UTILGJENGELIG: 503,
  DATABASE_UTILGJENGELIG: 503,
  INTERN_FEIL: 500,
} as const satisfies Record<string, number>;
export type FeilKode = keyof typeof FEIL;

/** A fault with a stable code. The message never carries content: codes only. */
export class AppError extends Error {
  readonly kode: FeilKode;
  constructor(kode: FeilKode, options?: ErrorOptions) {
    super(kode, options);
    this.name = 'AppError';
    this.kode = kode;
  }
}

/** True for our own faults. By name and code, not by class: a server bundle may hold the class more than once. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'kode' in error && String(error.kode) in FEIL;
}

/** The body of every error answer (`application/problem+json`, RFC 9457). `referanse` is the request id. */
export type Problem = {
  type: 'about:blank';
  status: number;
  kode: FeilKode;
  referanse: string;
  felter?: string[];
};

/**
 * From a complete answer (status, headers, body) to an outcome. Type and coding are judged before anything is parsed,
 * an HTML page is never taken for an answer of the register, and of an error only its code is kept.
 * Source: freg-contract.md section 1.3; security.md.
 */
import 'server-only';
import type { Forsoek } from './classify-error.ts';
import type { FregFeil, PersonDokument } from './freg-svar.ts';
import { parseRetryAfter } from './retry-after.ts';

export type Answer = {
  status: number;
  /** Value of a header by its lower-case name. */
  header: (navn: string) => string | undefined;
  body: Uint8Array;
};

/** The JSON of a 200, before anybody has read it. */
export type Jsonsvar = { kind: 'json'; verdi: unknown };

const RETRYABLE_STATUS = new Set([429, 500, 502, 503, 504]);

/** Whether parsed JSON is an object. */
export function isObject(verdi: unknown): verdi is PersonDokument {
  return typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);
}

/** JSON or undefined. The parser's message quotes the body, so it dies here. */
function parseJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return undefined;
  }
}

/**
 * The error code of any of the four shapes (`kode`, `feilkode`, `code`; the fourth has none), or null. Something that
 * is not one word, or has digits like a person's number, is not a code.
 */
function findFeilkode(tekst: string): string | null {
  const body = parseJson(tekst);
  if (!isObject(body)) return null;
  const { kode: norsk, feilkode, code, error_uri: uri } = body;
  // Maskinporten's is the end of an address (krr-maskinporten.md section 2.4).
  const fraUri = typeof uri === 'string' ? /\/(MP-\d{3})$/.exec(uri)?.[1] : undefined;
  const kode = [norsk, feilkode, code, fraUri].find((verdi) => typeof verdi === 'string');
  return typeof kode === 'string' && /^[\w.-]{1,200}$/.test(kode) && !/\d{6}/.test(kode) ? kode : null;
}

/** The firewall's page. 429 and 5xx keep their meaning unless the page carries a support id (section 1.3). */
function findBrannmur(answer: Answer, tekst: string): FregFeil | null {
  const isHtml =
    /html/i.test(answer.header('content-type') ?? '') || /^\s*<(!doctype html|html)/i.test(tekst);
  if (!isHtml) return null;
  const supportId = /support id(?: is)?\s*:?\s*(\d{5,30})/i.exec(tekst.replace(/<[^>]*>/g, ' '))?.[1] ?? null;
  const hasOwnMeaning = answer.status === 429 || answer.status >= 500;
  return supportId === null && hasOwnMeaning ? null : { kind: 'blokkertAvBrannmur', supportId };
}

function parseSvar(answer: Answer, tekst: string): FregFeil | Jsonsvar {
  const type = answer.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/([\w.-]+\+)?json$/.test(type)) return { kind: 'ugyldigSvar', grunn: 'innholdstype' };
  const verdi = parseJson(tekst);
  if (verdi !== undefined) return { kind: 'json', verdi };
  const isCut = /^\s*[[{]/.test(tekst) && !/[\]}]\s*$/.test(tekst);
  return { kind: 'ugyldigSvar', grunn: isCut ? 'avkortet' : 'ikkeJson' };
}

function classifyStatus(status: number, kode: string | null, ventMs: number | null): FregFeil {
  switch (status) {
    case 400:
      return { kind: 'ugyldigForespoersel', kode };
    case 401:
      return { kind: 'ikkeAutentisert', kode };
    case 403:
      return { kind: 'manglerTilgang', kode };
    case 404:
      return { kind: 'ikkeFunnet' };
    case 406:
      return { kind: 'ugyldigDel', kode };
    case 429:
      return { kind: 'opptatt', proevIgjenOmMs: ventMs ?? 0 };
    default:
      return status >= 500
        ? { kind: 'utilgjengelig', grunn: 'tjenerfeil' }
        : { kind: 'ugyldigSvar', grunn: 'uventetStatus' };
  }
}

/**
 * The outcome of an answer.
 * @param naa milliseconds since the epoch, for a `Retry-After` that is a date.
 * @returns for a 200 with JSON a `Jsonsvar`; a truncated document may be tried again, an HTML page not.
 */
export function classifyAnswer(
  answer: Answer,
  naa: number,
): Omit<Forsoek, 'svar'> & { svar: FregFeil | Jsonsvar } {
  const { status } = answer;
  const ventMs = parseRetryAfter(answer.header('retry-after'), naa);
  const final = { retryable: false, ventMs, status, feilkode: null };
  const koding = answer.header('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (koding !== 'identity') return { ...final, svar: { kind: 'ugyldigSvar', grunn: 'innholdskoding' } };

  // The decoder drops a byte order mark.
  const tekst = new TextDecoder().decode(answer.body);
  const brannmur = findBrannmur(answer, tekst);
  if (brannmur) return { ...final, svar: brannmur };
  if (status === 200) {
    const svar = parseSvar(answer, tekst);
    return { ...final, svar, retryable: svar.kind === 'ugyldigSvar' && svar.grunn === 'avkortet' };
  }
  const feilkode = findFeilkode(tekst);
  return {
    svar: classifyStatus(status, feilkode, ventMs),
    retryable: RETRYABLE_STATUS.has(status),
    ventMs,
    status,
    feilkode,
  };
}

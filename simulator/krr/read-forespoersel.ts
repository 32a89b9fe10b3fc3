/**
 * The body of a lookup: 1 to 1000 numbers. Fields that are not known are ignored, `informasjonsbehov` too, which
 * belonged to the SOAP service. Source: krr-maskinporten.md section 1.2. Assumption: a number that is there twice is
 * answered once.
 */
import type { Nabokall, Nabosvar } from '../nabotjener.ts';
import { toKrrfeil } from './krr-feil.ts';

const HOEYST = 1_000;
const NUMRE = '/personidentifikatorer';

export type Forespoersel = { nummer: readonly string[]; inkluderIkkeRegistrerte?: boolean };

/** What is asked for, or why it is refused: 406, 415, 413 or 400. */
export function parseForespoersel(
  { headere, kropp }: Nabokall,
  avvisUgyldigNummer: boolean,
): Forespoersel | Nabosvar {
  if (!isJsonGodtatt(headere.accept)) return toKrrfeil(406, 'Not acceptable');
  if (!headere['content-type']?.toLowerCase().startsWith('application/json'))
    return toKrrfeil(415, 'Unsupported media type');
  if (kropp === undefined) return toKrrfeil(413, 'Payload too large');
  const felter = findFelter(kropp);
  if (!felter) return toKrrfeil(400, 'Malformed request');
  const { personidentifikatorer: numre, inkluderIkkeRegistrerte } = felter;
  if (!isTekstliste(numre) || numre.length < 1 || numre.length > HOEYST)
    return toKrrfeil(400, 'Invalid value', NUMRE);
  const ugyldig = avvisUgyldigNummer ? numre.findIndex((ett) => !/^\d{11}$/.test(ett)) : -1;
  if (ugyldig >= 0) return toKrrfeil(400, 'Invalid value', `${NUMRE}/${ugyldig}`);
  const nummer = [...new Set(numre)];
  if (inkluderIkkeRegistrerte === undefined) return { nummer };
  if (typeof inkluderIkkeRegistrerte !== 'boolean')
    return toKrrfeil(400, 'Invalid value', '/inkluderIkkeRegistrerte');
  return { nummer, inkluderIkkeRegistrerte };
}

/** A signed answer (`application/jose`) is not given here. */
function isJsonGodtatt(accept = '*/*'): boolean {
  return accept
    .split(',')
    .some((type) => /^\s*(application\/json|application\/\*|\*\/\*)\s*(;|$)/i.test(type));
}

function findFelter(
  kropp: string,
): { personidentifikatorer?: unknown; inkluderIkkeRegistrerte?: unknown } | undefined {
  try {
    const verdi: unknown = JSON.parse(kropp);
    return typeof verdi === 'object' && verdi !== null ? verdi : undefined;
  } catch {
    return undefined;
  }
}

const isTekstliste = (verdi: unknown): verdi is string[] =>
  Array.isArray(verdi) && verdi.every((en) => typeof en === 'string');

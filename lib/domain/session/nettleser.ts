/**
 * The kind of browser that a user signs in with (security.md D-03): its family and the system under it, each of a closed
 * list. Rule: nothing else of the header is kept, so that it says which kind of machine and never which machine (ADR 0035).
 */

/** In this order: the later ones are named in the headers of the earlier. */
const FAMILIER = [
  ['Edge', /\bEdg(?:A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;
const SYSTEMER = [
  ['Windows', /\bWindows\b/],
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\b(?:Linux|CrOS)\b/],
] as const;

export type Nettleser = { nettleser: string; system: string };

/** @param brukeragent the header `User-Agent` @returns null when either is none of those that are known */
export function findNettleser(brukeragent: string | null): Nettleser | null {
  const finn = (liste: typeof FAMILIER | typeof SYSTEMER) =>
    liste.find(([, kjennetegn]) => kjennetegn.test(brukeragent ?? ''))?.[0];
  const [nettleser, system] = [finn(FAMILIER), finn(SYSTEMER)];
  return nettleser === undefined || system === undefined ? null : { nettleser, system };
}

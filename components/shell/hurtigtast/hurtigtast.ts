/**
 * What a key press means. Rules: never while something is typed, never with a modifier, and `g` waits a moment for the
 * letter of a page. Shift is no modifier here, since `/` and `?` need it on a Norwegian keyboard.
 */

/** What one key does: `hjelp` and `soek` anywhere, the others where a person is shown. */
export const HURTIGTASTER = {
  '/': 'soek',
  '?': 'hjelp',
  n: 'nesteFane',
  f: 'forrigeFane',
  k: 'kopierNummer',
  h: 'hentPaaNytt',
} as const;
export type Hurtigtast = (typeof HURTIGTASTER)[keyof typeof HURTIGTASTER];

/** The first key of two: a page follows. */
export const GAA = 'g';
/** How long `g` waits, in milliseconds: long enough for slow hands, short enough to be forgotten. */
const VENTER_MS = 3_000;

/** The digits of the tabs, by their place; a tenth has none. */
export const FANETASTER = { foerste: '1', siste: '9' } as const;

/** `tid` is in milliseconds on any steady clock; `opptatt` says that the key belongs to a field, a dialog or a menu. */
export type Tastetrykk = {
  key: string;
  medModifikator: boolean;
  gjentatt: boolean;
  opptatt: boolean;
  tid: number;
};

export type Betydning =
  | { slag: 'ingen' }
  /** `g` was pressed at this time: what comes next may be a page. */
  | { slag: 'venter'; siden: number }
  | { slag: 'side'; tast: string }
  /** The tab at this place, from 0. */
  | { slag: 'fane'; plass: number }
  | { slag: 'hurtigtast'; hurtigtast: Hurtigtast };

const INGEN: Betydning = { slag: 'ingen' };

/** @param venter when `g` was pressed, null when it was not the key before this one */
export function readTastetrykk(trykk: Tastetrykk, venter: number | null): Betydning {
  if (trykk.medModifikator || trykk.gjentatt || trykk.opptatt) return INGEN;
  if (venter !== null && trykk.tid - venter <= VENTER_MS) return { slag: 'side', tast: trykk.key };
  if (trykk.key === GAA) return { slag: 'venter', siden: trykk.tid };
  if (/^[1-9]$/.test(trykk.key)) return { slag: 'fane', plass: Number(trykk.key) - 1 };
  const funnet = Object.entries(HURTIGTASTER).find(([tast]) => tast === trykk.key);
  return funnet ? { slag: 'hurtigtast', hurtigtast: funnet[1] } : INGEN;
}

/**
 * The register's numbers, and only synthetic ones: every number made here has month + 80 (d-numbers also day + 40),
 * so none can belong to a real person. Source: freg-contract.md section 6 (ddMMyy iii kk, modulus 11, individnummer
 * by birth year).
 */
import { toKalenderdag } from './dato.ts';
import { TO_SIFFER, TRE_SIFFER } from './siffer.ts';

export type Kjoenn = 'kvinne' | 'mann';
export type Nummerserie = 'foedselsnummer' | 'dNummer';

const VEKTER_K1 = [3, 7, 6, 1, 8, 9, 4, 5, 2] as const;
const VEKTER_K2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Ranges of individnummer, each from its highest (odd) down: how the series are used up. */
type Omraade = readonly [hoeyeste: number, laveste: number];

function listOmraader(aar: number, serie: Nummerserie): readonly Omraade[] {
  if (serie === 'foedselsnummer') {
    if (aar < 1940) return [[499, 0]];
    return aar < 2000
      ? [
          [499, 0],
          [999, 900],
        ]
      : [[999, 500]];
  }
  if (aar < 1940) return [[199, 0]];
  return aar < 2000
    ? [
        [499, 0],
        [999, 600],
      ]
    : [[999, 200]];
}

function findIndividnummer(
  aar: number,
  serie: Nummerserie,
  kjoenn: Kjoenn,
  plass: number,
): number | undefined {
  let rest = plass;
  for (const [hoeyeste, laveste] of listOmraader(aar, serie)) {
    const antall = (hoeyeste - laveste + 1) / 2;
    if (rest < antall) return hoeyeste - 2 * rest - (kjoenn === 'kvinne' ? 1 : 0);
    rest -= antall;
  }
  return undefined;
}

/**
 * The number at one place of a day's series, or why there is none: 'hull' when modulus 11 gives 10 as check digit,
 * 'slutt' when the series is used up.
 */
export function findNummerPaaPlass(
  foedselsdag: number,
  serie: Nummerserie,
  kjoenn: Kjoenn,
  plass: number,
): number | 'hull' | 'slutt' {
  const { aar, maaned, dag } = toKalenderdag(foedselsdag);
  const individ = findIndividnummer(aar, serie, kjoenn, plass);
  if (individ === undefined) return 'slutt';
  const dato = (dag + (serie === 'dNummer' ? 40 : 0)) * 10_000 + (maaned + 80) * 100 + (aar % 100);
  return appendKontrollsiffer(dato * 1000 + individ) ?? 'hull';
}

/** The nine digits with both check digits (remainder 0), or nothing when one of them would be 10. */
function appendKontrollsiffer(niSiffer: number): number | undefined {
  let rest = niSiffer;
  let k1 = 0;
  let k2 = 0;
  for (let i = 8; i >= 0; i--) {
    const siffer = rest % 10;
    rest = (rest - siffer) / 10;
    k1 += siffer * (VEKTER_K1[i] ?? 0);
    k2 += siffer * (VEKTER_K2[i] ?? 0);
  }
  k1 = (11 - (k1 % 11)) % 11;
  if (k1 === 10) return undefined;
  k2 = (11 - ((k2 + 2 * k1) % 11)) % 11;
  return k2 === 10 ? undefined : niSiffer * 100 + k1 * 10 + k2;
}

/** Eleven digits with leading zero. Three at a time: numbers this large are slow to write whole. */
export function formatNummer(nummer: number): string {
  const foerste = Math.floor(nummer / 1_000_000);
  const siste = nummer - foerste * 1_000_000;
  const [a, b, c, d] = [Math.floor(foerste / 1000), foerste % 1000, Math.floor(siste / 1000), siste % 1000];
  return `${TO_SIFFER[a]}${TRE_SIFFER[b]}${TRE_SIFFER[c]}${TRE_SIFFER[d]}`;
}

/**
 * Whether both check digits hold. `nummer` is eleven digits; with `nyKontroll` the rule of 2032 is used, where the
 * first remainder may be 0 to 3 (freg-contract.md section 6).
 */
export function hasGyldigeKontrollsiffer(nummer: string, nyKontroll = false): boolean {
  if (!/^\d{11}$/.test(nummer)) return false;
  const siffer = Array.from(nummer, Number);
  const sum = (vekter: readonly number[]) =>
    vekter.reduce((total, vekt, i) => total + vekt * (siffer[i] ?? 0), siffer[vekter.length] ?? 0);
  const rest1 = sum(VEKTER_K1) % 11;
  return (nyKontroll ? rest1 <= 3 : rest1 === 0) && sum(VEKTER_K2) % 11 === 0;
}

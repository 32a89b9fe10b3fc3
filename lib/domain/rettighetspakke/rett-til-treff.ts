/**
 * Which criteria together give rett til treff. The portal sends an entydig soek only when one combination is whole,
 * by today's table; the older form (a number and any one other) is refused there too (section 9, no 2 and no 10).
 *
 * Address: the register lets husnummer be left out where the address has none, which the portal cannot know before the
 * answer. So a street asks for a husnummer or, without one, for a postnummer beside it (section 9, no 20) - and navn
 * with postnummer is a combination by itself, which the street then narrows.
 * Source: freg-contract.md section 4.2.
 */

import type { Tekstkriterium } from '#lib/domain/oppslag/kriterier.ts';
import { TEKSTKRITERIER, validateKriterier } from '#lib/domain/oppslag/kriterier.ts';
import type { Kriterier } from '#lib/domain/oppslag/oppslag.ts';
import type { Pakke, Tjeneste } from './rettighetspakke.ts';
import { hasTjeneste } from './rettighetspakker.ts';

/** Every combination by name. Each has a text: `oppslag.kombinasjon.<kombinasjon>`. */
export const KOMBINASJONER = [
  'navnOgIdentifikasjonsnummer',
  'navnOgFoedselsdato',
  'navnOgAdresse',
  'navnOgPostnummer',
  'navnOgUtenlandskpersonidentifikasjon',
  'navnOgLegitimasjonsdokument',
  'navnOgUtlendingsmyndighetenesIdentifikasjonsnummer',
] as const;
export type Kombinasjon = (typeof KOMBINASJONER)[number];

type Krav = { felter: readonly Tekstkriterium[]; pakker: 'alle' | readonly Pakke[] };

const KRAV: Record<Kombinasjon, Krav> = {
  navnOgIdentifikasjonsnummer: { felter: ['navn', 'identifikasjonsnummer'], pakker: 'alle' },
  navnOgFoedselsdato: { felter: ['navn', 'foedselsdato'], pakker: 'alle' },
  navnOgAdresse: { felter: ['navn', 'adressenavn', 'husnummer'], pakker: 'alle' },
  navnOgPostnummer: { felter: ['navn', 'postnummer'], pakker: 'alle' },
  navnOgUtenlandskpersonidentifikasjon: {
    felter: ['navn', 'utenlandskpersonidentifikasjon'],
    pakker: ['offentlig-med-hjemmel', 'eid'],
  },
  navnOgLegitimasjonsdokument: {
    felter: ['navn', 'legitimasjonsdokument'],
    pakker: ['offentlig-med-hjemmel', 'eid'],
  },
  navnOgUtlendingsmyndighetenesIdentifikasjonsnummer: {
    felter: ['navn', 'utlendingsmyndighetenesIdentifikasjonsnummer'],
    pakker: ['offentlig-med-hjemmel'],
  },
};

export type RettTilTreff = {
  /** The first combination that is whole; null when none is. */
  kombinasjon: Kombinasjon | null;
  /** When none is whole: what each combination of the package still lacks, the closest first. Else empty. */
  mangler: { kombinasjon: Kombinasjon; felter: Tekstkriterium[] }[];
};

/** The combinations that the package has, in the register's order. None for a package without entydig soek. */
export function listKombinasjoner(pakke: string): Kombinasjon[] {
  if (!hasTjeneste(pakke, 'entydigsoek')) return [];
  return KOMBINASJONER.filter((navn) => {
    const { pakker } = KRAV[navn];
    return pakker === 'alle' || pakker.some((egen) => egen === pakke);
  });
}

/**
 * Whether the criteria give the package rett til treff, and else what is missing.
 * @param kriterier normalised (`normalizeKriterier`); one with a fault counts as not given, so a name needs two words
 */
export function findRettTilTreff(pakke: string, kriterier: Kriterier): RettTilTreff {
  const feil = new Set(validateKriterier(kriterier).map(({ felt }) => felt));
  const gitt = (felt: Tekstkriterium) => (kriterier[felt] ?? '') !== '' && !feil.has(felt);
  const stilling = listKombinasjoner(pakke).map((kombinasjon) => ({
    kombinasjon,
    felter: KRAV[kombinasjon].felter.filter((felt) => !gitt(felt)),
  }));
  const hel = stilling.find(({ felter }) => felter.length === 0);
  if (hel) return { kombinasjon: hel.kombinasjon, mangler: [] };
  return { kombinasjon: null, mangler: stilling.toSorted((a, b) => a.felter.length - b.felter.length) };
}

/**
 * The service that the criteria call for: a number alone is an oppslag on that person (no rett til treff needed),
 * anything more is an entydig soek (section 1.2, no 1 and 5).
 */
export function getTjenesteFor(kriterier: Kriterier): Extract<Tjeneste, 'oppslag' | 'entydigsoek'> {
  const gitt = TEKSTKRITERIER.filter((felt) => (kriterier[felt] ?? '') !== '');
  return gitt.length === 1 && gitt[0] === 'identifikasjonsnummer' ? 'oppslag' : 'entydigsoek';
}

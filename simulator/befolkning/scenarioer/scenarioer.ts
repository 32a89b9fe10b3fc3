/**
 * All named persons, in the order of their index in the population. A new one goes last: the index of those after it,
 * and with it everybody else in the population, would move otherwise.
 */
import { BARN } from './barn.ts';
import { BESKYTTELSE } from './beskyttelse.ts';
import type { Scenario } from './bygg.ts';
import { EKTEFELLER } from './ektefeller.ts';
import { FLYTTING_SCENARIOER } from './flytting.ts';
import { LIVSFAKTA } from './livsfakta.ts';
import { NAVN_OG_VERN } from './navn-og-vern.ts';
import { NUMRE } from './numre.ts';
import { ORDINAER_FAMILIE } from './ordinaer-familie.ts';
import { UTLANDET } from './utlandet.ts';

export const SCENARIOER: readonly Scenario[] = [
  ...ORDINAER_FAMILIE,
  ...EKTEFELLER,
  ...BARN,
  ...FLYTTING_SCENARIOER,
  ...BESKYTTELSE,
  ...UTLANDET,
  ...NUMRE,
  ...LIVSFAKTA,
  ...NAVN_OG_VERN,
];

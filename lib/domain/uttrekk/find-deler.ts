/**
 * What the register is asked for about each person: what the order needs and no more, by name. The grading is always
 * among it where the package has it, because graded persons are left out of every uttrekk (security.md F-12, ADR 0011).
 */
import type { Formaal } from '#lib/domain/formaal/formaal.ts';
import { limitDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Innhold } from './bestilling.ts';
import { findUttrekksfelt, listFeltegenskaper } from './felter/uttrekksfelter.ts';

/** The values of `part`, within the package. Never empty: no part would leave the choice to the register. */
export function findUttrekksdeler(pakke: Pakke, innhold: Innhold, formaal: Formaal): string[] {
  const vern = egenskaperFor(pakke).has('adressebeskyttelse')
    ? 'adressebeskyttelse'
    : 'identifikasjonsnummer';
  if (innhold.slag === 'identifikatorer') return [vern];
  if (innhold.slag === 'dokumenter') return limitDeler(pakke, formaal.deler).deler;
  const felter = innhold.felter.map(findUttrekksfelt).filter((felt) => felt !== undefined);
  const historikk = innhold.perDato === null ? [] : ['historikk'];

  return [...new Set([vern, ...limitDeler(pakke, [...listFeltegenskaper(felter), ...historikk]).deler])];
}

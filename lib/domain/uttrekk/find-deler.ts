/**
 * What the register is asked for about each person: what the order needs and no more, by name. The grading is always
 * among it where the package has it, because graded persons are left out of every uttrekk (security.md F-12, ADR 0011).
 */
import type { Formaal } from '#lib/domain/formaal/formaal.ts';
import { limitDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Innhold } from './bestilling.ts';

/** What a field of an uttrekk takes: the egenskap of the document, and whether the register calls it taushetsbelagt. */
export type Feltkrav = { id: string; egenskap: string; taushetsbelagt: boolean };

/** The values of `part`, within the package. Never empty: no part would leave the choice to the register. */
export function findUttrekksdeler(
  pakke: Pakke,
  innhold: Innhold,
  formaal: Formaal,
  felter: readonly Feltkrav[],
): string[] {
  const vern = egenskaperFor(pakke).has('adressebeskyttelse')
    ? 'adressebeskyttelse'
    : 'identifikasjonsnummer';
  if (innhold.slag === 'identifikatorer') return [vern];
  if (innhold.slag === 'dokumenter') return limitDeler(pakke, formaal.deler).deler;
  const egenskaper = felter.filter(({ id }) => innhold.felter.includes(id)).map(({ egenskap }) => egenskap);
  const historikk = innhold.perDato === null ? [] : ['historikk'];

  return [...new Set([vern, ...limitDeler(pakke, [...egenskaper, ...historikk]).deler])];
}

/**
 * Which hendelser of a person a user may see. Rule: that something happened can say as much as what happened, so a
 * hendelse is left out without a trace where the value that it is about would be (product.md section 5).
 *
 * | whose                                 | without the right                | with the right `fortrolig`           |
 * |---------------------------------------|----------------------------------|--------------------------------------|
 * | anyone: endringIAdressebeskyttelse    | left out                         | shown                                |
 * | any protection, of now or before      | what tells of no place           | all                                  |
 * | strengtFortrolig, or not readable     | what tells of no place           | the same, and endringIAdressebeskyttelse |
 */
import type { Vern } from '#lib/domain/person/skjerming.ts';
import type { Skjermingsrett } from '#lib/domain/session/session.ts';
import { OM_BESKYTTELSE, UTEN_STED } from './hendelsestyper.ts';

export function isSynlig(type: string, { gradering, harVern }: Vern, rett: Skjermingsrett): boolean {
  if (type === OM_BESKYTTELSE) return rett === 'fortrolig';
  const visAlt = rett === 'fortrolig' ? gradering !== 'strengtFortrolig' : !harVern;

  return visAlt || UTEN_STED.has(type);
}

/** Those that the user may see, in their order. */
export const listSynlige = <T extends { type: string }>(
  hendelser: readonly T[],
  vern: Vern,
  rett: Skjermingsrett,
): T[] => hendelser.filter(({ type }) => isSynlig(type, vern, rett));

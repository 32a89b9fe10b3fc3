/** D-06: somebody looked for a person who does not exist and whom nobody has a reason to look for. */
import type { Regel } from './regel.ts';

/** @param referanser the keyed references of the persons laid out, under every key */
export const createLokkeperson = (referanser: ReadonlySet<string>): Regel => ({
  id: 'lokkeperson',
  versjon: 1,
  alltid: true,
  find: ({ nye }) =>
    nye.flatMap((spor) =>
      spor.subjekter.some((person) => referanser.has(person)) ? [{ spor, verdier: {} }] : [],
    ),
});

/**
 * Every field that an uttrekk can have, in the order in which they are offered, and what each asks of the register and
 * of the rettighetspakke. `docs/uttrekksfelter.md` is written from this list.
 */
import type { Egenskap } from '#lib/domain/person/person-model.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor, RETTIGHETSPAKKER } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { ADRESSEFELTER } from './adresser.ts';
import type { Uttrekksfelt } from './felt.ts';
import { IDENTITETSFELTER } from './identitet.ts';
import { LIVSLOEPSFELTER } from './livsloep.ts';

export const UTTREKKSFELTER: readonly Uttrekksfelt[] = [
  ...IDENTITETSFELTER,
  ...LIVSLOEPSFELTER,
  ...ADRESSEFELTER,
];

const feltAvId = new Map(UTTREKKSFELTER.map((felt) => [felt.id, felt]));

export function findUttrekksfelt(id: string): Uttrekksfelt | undefined {
  return feltAvId.get(id);
}

/** The fields in the order given. Throws for an id that is none: an order is checked before it gets here. */
export function getUttrekksfelter(ider: readonly string[]): Uttrekksfelt[] {
  return ider.map((id) => {
    const felt = findUttrekksfelt(id);
    if (felt === undefined) throw new RangeError('ukjent uttrekksfelt');

    return felt;
  });
}

/** Whether the package can ever give the field. */
export function isFeltIPakken({ egenskap, felt }: Uttrekksfelt, pakke: Pakke): boolean {
  return egenskaperFor(pakke).has(egenskap) && !RETTIGHETSPAKKER[pakke].felt.uten.includes(felt);
}

/** The egenskaper that these fields are read from, each once. */
export function listFeltegenskaper(felter: readonly Uttrekksfelt[]): Egenskap[] {
  return [...new Set(felter.map(({ egenskap }) => egenskap))];
}

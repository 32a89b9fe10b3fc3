/** Which fields each package and purpose may order, by the rules that the order is judged by (`decide-bestilling.ts`). */
import 'server-only';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { isFeltIPakken, UTTREKKSFELTER } from '#lib/domain/uttrekk/felter/uttrekksfelter.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';

/** Ids of fields by `<pakke>/<formaal>`. */
export function listUttrekksfelter(pakker: readonly Pakke[]): Record<string, string[]> {
  const par = getFormaalskatalog()
    .filter(({ til }) => til.includes('uttrekk'))
    .flatMap((formaal) =>
      pakker.filter((pakke) => formaal.pakker.includes(pakke)).map((pakke) => ({ pakke, formaal })),
    );
  return Object.fromEntries(
    par.map(({ pakke, formaal }) => {
      const egenskaper = expandDeler(pakke, formaal.deler);
      const ider = UTTREKKSFELTER.filter(
        (felt) => egenskaper.has(felt.egenskap) && isFeltIPakken(felt, pakke),
      ).map(({ id }) => id);
      return [`${pakke}/${formaal.id}`, ider];
    }),
  );
}

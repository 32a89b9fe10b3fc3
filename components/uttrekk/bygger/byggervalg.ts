/** What can be chosen in the order form. Made on the server, which has the lists; the browser gets what it shows. */
import type { Option } from '#components/ui/find-options.ts';
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';

/** One column: `gruppe` is the name of the egenskap it is read from. */
export type Feltvalg = { id: string; navn: string; gruppe: string; taushetsbelagt: boolean };

export type Byggervalg = {
  pakker: readonly Pakke[];
  formaal: readonly FormaalView[];
  kommuner: readonly Option[];
  land: readonly Option[];
  felter: readonly Feltvalg[];
  /** Ids of the fields that a package and a purpose have together, by `<pakke>/<formaal>`. */
  feltIder: Readonly<Record<string, readonly string[]>>;
};

/** The fields that may be ordered for this purpose; none before it is chosen. */
export function listFelter({ felter, feltIder }: Byggervalg, pakke: Pakke, formaal: string): Feltvalg[] {
  const ider = new Set(feltIder[`${pakke}/${formaal}`] ?? []);
  return felter.filter(({ id }) => ider.has(id));
}

/** The names of what a view shows, for the receipt and the revisjonslogg: never a value. */
import type { Oppfoering, PersonView } from './person-view.ts';

function feltnavn(egenskap: string, { felter, skjermet }: Oppfoering): string[] {
  return skjermet ? [] : felter.map(({ felt }) => `${egenskap}.${felt}`);
}

/** `egenskap.felt` for everything shown, current or historical, each once and sorted; `andre` when there is more. */
export function listFelter({ seksjoner, andre }: PersonView): string[] {
  const shown = seksjoner.flatMap(({ egenskap, gjeldende, historikk }) =>
    [...gjeldende, ...historikk].flatMap((o) => feltnavn(egenskap, o)),
  );

  return [...new Set([...shown, ...(andre.length > 0 ? ['andre'] : [])])].sort();
}

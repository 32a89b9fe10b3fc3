/** The names of what a view shows, for the receipt and the revisjonslogg: never a value. */
import type { Oppfoering, PersonView } from './person-view.ts';

/** Adds the names of the fields of one egenskap: each once, however many entries have it. */
function addFeltnavn(egenskap: string, oppfoeringer: readonly Oppfoering[], shown: string[]): void {
  const felter = new Set<string>();
  for (const oppfoering of oppfoeringer)
    if (!oppfoering.skjermet) for (const { felt } of oppfoering.felter) felter.add(felt);
  for (const felt of felter) shown.push(`${egenskap}.${felt}`);
}

/** `egenskap.felt` for everything shown, current or historical, each once and sorted; `andre` when there is more. */
export function listFelter({ seksjoner, andre }: PersonView): string[] {
  const shown: string[] = andre.length > 0 ? ['andre'] : [];
  for (const { egenskap, gjeldende, historikk } of seksjoner)
    addFeltnavn(egenskap, [...gjeldende, ...historikk], shown);

  return shown.sort();
}

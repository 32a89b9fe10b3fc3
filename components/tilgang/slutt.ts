/** A last day as it is typed, made into the moment at which it is over in Norway. */
import { parseDoegngrense } from '#components/ui/format.ts';
import { parseDag } from '#lib/domain/person/tid/parse-dag.ts';
import { MAKS_DAGER } from '#lib/domain/tilgang/varighet.ts';

const DAG_MS = 86_400_000;

/** ISO date-time with offset, or null when the text is no day or not within a year. Two digits are the year that comes. */
export function parseSlutt(tekst: string, naa: Date): string | null {
  const senest = new Date(naa.getTime() + MAKS_DAGER * DAG_MS);
  const dag = parseDag(tekst, senest);
  const til = dag === null ? null : parseDoegngrense(dag, 'slutt');
  return til === null || new Date(til) <= naa || new Date(til) > senest ? null : til;
}

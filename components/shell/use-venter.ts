/** How much waits for the user at each page of the menu. Without an answer nothing is shown: it is a help and no gate. */
import { useQuery } from '@tanstack/react-query';
import { readVenterOptions } from '#lib/client/venter.ts';
import type { Handling } from '#lib/domain/session/session.ts';
import type { Venter } from '#lib/domain/venter/venter.ts';

/** The acts by which somebody else's wish is answered; without any nothing is asked. */
const SVARENDE: readonly Handling[] = [
  'uttrekkGodkjenning',
  'tilgangGjennomgang',
  'tilgangBekreftelse',
  'kontroll',
  'kontrollBekreftelse',
];

/** @param side the page that she is on: the numbers are asked for anew on each */
export function useVenter(
  handlinger: readonly Handling[],
  side: string,
): Partial<Venter> & Record<string, number | undefined> {
  const enabled = SVARENDE.some((handling) => handlinger.includes(handling));
  const { data } = useQuery({ ...readVenterOptions(side), enabled });
  return { ...data };
}

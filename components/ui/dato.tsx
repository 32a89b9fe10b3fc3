/** A date or a moment as the reader's language writes it in tables, and as machines read it. */
import { useFormat } from '#components/ui/use-format.ts';

/** @param dato `yyyy-MM-dd`; anything else is shown as it stands */
export function Dato({ dato }: { dato: string }) {
  const { showDatoITabell } = useFormat();
  return <time dateTime={dato}>{showDatoITabell(dato)}</time>;
}

/** @param tidspunkt ISO date-time; anything else is shown as it stands */
export function Tidspunkt({ tidspunkt }: { tidspunkt: string }) {
  const { showTidspunkt } = useFormat();
  return <time dateTime={tidspunkt}>{showTidspunkt(tidspunkt)}</time>;
}

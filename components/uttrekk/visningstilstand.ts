/** The state as people are told it: what the user has asked for comes before what the worker has got to. */
import { I_ARBEID, type Oenske, type Tilstand } from '#lib/domain/uttrekk/tilstand.ts';

export type Visningstilstand = Tilstand | 'pauset' | 'avbrytes';

export function findVisningstilstand({
  tilstand,
  oenske,
}: {
  tilstand: Tilstand;
  oenske: Oenske;
}): Visningstilstand {
  if (!I_ARBEID.includes(tilstand) || oenske === 'kjoer') return tilstand;
  return oenske === 'pause' ? 'pauset' : 'avbrytes';
}

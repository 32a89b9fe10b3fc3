/**
 * What every request for persons is decided by first: may this user do this at all, in this package, for this purpose,
 * in this case? The first no is the reason (security.md Z-02, Z-03, Z-09).
 */

import { isAllowed } from '#lib/domain/session/handlinger.ts';
import type { Handling, Kontekst } from '#lib/domain/session/session.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import type { Formaal, Formaalskatalog } from './formaal.ts';
import { findFormaal } from './formaal.ts';

export type Kontekstgrunnlag = {
  rettigheter: Rettigheter;
  kontekst: Kontekst;
  formaalskatalog: Formaalskatalog;
};

/** Why a purpose cannot be used. Each has a text: `oppslag.avvist.<grunn>`. */
export type Kontekstgrunn =
  | 'manglerRolle'
  | 'manglerPakke'
  | 'ukjentFormaal'
  | 'formaalIkkeForPakken'
  | 'formaalIkkeTilDette'
  | 'manglerSaksreferanse';

/** The purpose, or the first rule that says no. */
export function decideKontekst(
  handling: Handling,
  { rettigheter, kontekst, formaalskatalog }: Kontekstgrunnlag,
): { kind: 'tillatt'; formaal: Formaal } | { kind: 'avvist'; grunn: Kontekstgrunn } {
  const avvist = (grunn: Kontekstgrunn) => ({ kind: 'avvist', grunn }) as const;
  if (!isAllowed(rettigheter.roller, handling)) return avvist('manglerRolle');
  if (!rettigheter.pakker.includes(kontekst.pakke)) return avvist('manglerPakke');
  const formaal = findFormaal(formaalskatalog, kontekst.formaal);
  if (formaal === undefined) return avvist('ukjentFormaal');
  if (!formaal.pakker.includes(kontekst.pakke)) return avvist('formaalIkkeForPakken');
  if (!formaal.til.includes(handling === 'uttrekk' ? 'uttrekk' : 'oppslag'))
    return avvist('formaalIkkeTilDette');
  if (formaal.kreverSaksreferanse && kontekst.saksreferanse === '') return avvist('manglerSaksreferanse');

  return { kind: 'tillatt', formaal };
}

/** Whether KRR may be asked, before anything is called: the rules of an oppslag, and a package that has it (`har-krr.ts`). */
import {
  decideKontekst,
  type Kontekstgrunn,
  type Kontekstgrunnlag,
} from '#lib/domain/formaal/decide-kontekst.ts';
import type { Formaal } from '#lib/domain/formaal/formaal.ts';
import { hasKrr } from './har-krr.ts';

/** The purpose, or the first rule that says no. */
export function decideKontaktoppslag(
  grunnlag: Kontekstgrunnlag,
): { kind: 'tillatt'; formaal: Formaal } | { kind: 'avvist'; grunn: Kontekstgrunn | 'manglerTjeneste' } {
  const kontekst = decideKontekst('kontaktoppslag', grunnlag);
  const uten = kontekst.kind === 'tillatt' && !hasKrr(grunnlag.kontekst.pakke);

  return uten ? { kind: 'avvist', grunn: 'manglerTjeneste' } : kontekst;
}

/** The one decision before a bulkoppslag: context and service; and what each number is asked about. */
import { decideKontekst } from '#lib/domain/formaal/decide-kontekst.ts';
import type { Formaal, Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import type { AvvistGrunn } from '#lib/domain/oppslag/oppslag.ts';
import { toRaddeler } from '#lib/domain/person/raddeler.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import type { BulkRequest } from './bulk.ts';

export type TillattBulk = { kind: 'tillatt'; formaal: Formaal; deler: string[] };

/** Decides one part of a bulkoppslag. */
export function decideBulk(
  request: BulkRequest,
  rettigheter: Rettigheter,
  formaalskatalog: Formaalskatalog,
): TillattBulk | { kind: 'avvist'; grunn: AvvistGrunn } {
  const kontekst = decideKontekst('bulk', { rettigheter, kontekst: request, formaalskatalog });
  if (kontekst.kind === 'avvist') return kontekst;
  if (!hasTjeneste(request.pakke, 'bulkoppslag')) return { kind: 'avvist', grunn: 'manglerTjeneste' };

  return { kind: 'tillatt', formaal: kontekst.formaal, deler: toRaddeler(request.pakke, kontekst.formaal) };
}

/** The one decision before a soek: context, service, criteria; and what each hit is asked about. */
import { decideKontekst } from '#lib/domain/formaal/decide-kontekst.ts';
import type { Formaal, Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import type { AvvistGrunn } from '#lib/domain/oppslag/oppslag.ts';
import { toRaddeler } from '#lib/domain/person/raddeler.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import type { SoekRequest } from './soek.ts';
import { type Soekefelt, validateSoekekriterier } from './soekekriterier.ts';

export type TillattSoek = { kind: 'tillatt'; formaal: Formaal; deler: string[] };
export type AvvistSoek = { kind: 'avvist'; grunn: AvvistGrunn; felt: Soekefelt | null };

/** Decides a soek with normalised criteria (`normalizeSoekekriterier`). */
export function decideSoek(
  request: SoekRequest,
  rettigheter: Rettigheter,
  formaalskatalog: Formaalskatalog,
): TillattSoek | AvvistSoek {
  const kontekst = decideKontekst('soek', { rettigheter, kontekst: request, formaalskatalog });
  if (kontekst.kind === 'avvist') return { ...kontekst, felt: null };
  const { pakke, kriterier } = request;
  // A hit is a number; to say who it is takes a bulkoppslag.
  if (!hasTjeneste(pakke, 'soek') || !hasTjeneste(pakke, 'bulkoppslag'))
    return { kind: 'avvist', grunn: 'manglerTjeneste', felt: null };
  const [feil] = validateSoekekriterier(kriterier);
  if (feil) return { kind: 'avvist', grunn: 'ugyldigKriterium', felt: feil.felt };

  return { kind: 'tillatt', formaal: kontekst.formaal, deler: toRaddeler(pakke, kontekst.formaal) };
}

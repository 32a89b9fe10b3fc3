/**
 * The one decision before the register is called: may this user, for this purpose, in this package, ask this? The
 * answer is no unless every rule says yes, and the first no is the reason the user and the revisjonslogg get.
 * Source: security.md Z-02, Z-03, Z-09, Z-11; freg-contract.md sections 3.2 and 4.2.
 */

import { decideKontekst } from '#lib/domain/formaal/decide-kontekst.ts';
import type { Formaal, Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { expandDeler, limitDeler } from '#lib/domain/rettighetspakke/deler.ts';
import { findRettTilTreff, getTjenesteFor } from '#lib/domain/rettighetspakke/rett-til-treff.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import { validateKriterier } from './kriterier.ts';
import type { AvvistGrunn, Kriterier, OppslagRequest, Tilleggsdel } from './oppslag.ts';

export type Tillatt = {
  kind: 'tillatt';
  tjeneste: 'oppslag' | 'entydigsoek';
  /** What to send as `part`: the purpose's within the package, and then what the user added. Never empty. */
  deler: string[];
  /** What the user added that the purpose does not ask for, each wholly within the package. */
  tilleggsdeler: Tilleggsdel[];
  /** Egenskaper that the purpose asks for and the package lacks. */
  ikkeIPakken: string[];
  formaal: Formaal;
};
export type Avvist = { kind: 'avvist'; grunn: AvvistGrunn; felt: keyof Kriterier | null };

function avvist(grunn: AvvistGrunn, felt: keyof Kriterier | null = null): Avvist {
  return { kind: 'avvist', grunn, felt };
}

/** Why the criteria cannot be sent in the package; null when they can. */
function findKriterieAvvisning({ pakke, kriterier }: OppslagRequest): Avvist | null {
  const [feil] = validateKriterier(kriterier);
  if (feil) return avvist('ugyldigKriterium', feil.felt);
  const tjeneste = getTjenesteFor(kriterier);
  if (!hasTjeneste(pakke, tjeneste)) return avvist('manglerTjeneste');
  if (tjeneste === 'entydigsoek' && findRettTilTreff(pakke, kriterier).kombinasjon === null) {
    return avvist('manglerRettTilTreff');
  }
  return null;
}

/** What the user adds to the parts of the purpose; null when the package lacks any of it. */
function findTillegg(
  { pakke, tilleggsdeler = [] }: OppslagRequest,
  formaal: Formaal,
): Pick<Tillatt, 'deler' | 'tilleggsdeler' | 'ikkeIPakken'> | null {
  const iPakken = tilleggsdeler.every((del) => {
    const { deler, ikkeIPakken } = limitDeler(pakke, [del]);
    return deler.length > 0 && ikkeIPakken.length === 0;
  });
  if (!iPakken) return null;
  const formaalets = expandDeler(pakke, formaal.deler);
  const nye = new Set(tilleggsdeler.filter((del) => !formaalets.has(del) && !formaal.deler.includes(del)));
  return { tilleggsdeler: [...nye], ...limitDeler(pakke, [...formaal.deler, ...nye]) };
}

/**
 * Decides an oppslag from what is known before any call.
 * @param request with normalised criteria (`normalizeKriterier`)
 * @returns the service and parts to ask for, or the first rule that says no and, where one is to blame, its criterion
 */
export function decideOppslag({
  rettigheter,
  request,
  formaalskatalog,
}: {
  rettigheter: Rettigheter;
  request: OppslagRequest;
  formaalskatalog: Formaalskatalog;
}): Tillatt | Avvist {
  const kontekst = decideKontekst('oppslag', { rettigheter, kontekst: request, formaalskatalog });
  if (kontekst.kind === 'avvist') return avvist(kontekst.grunn);
  const { formaal } = kontekst;
  const avvisning = findKriterieAvvisning(request);
  if (avvisning) return avvisning;
  const deler = findTillegg(request, formaal);
  if (deler === null) return avvist('tilleggIkkeIPakken');
  return { kind: 'tillatt', tjeneste: getTjenesteFor(request.kriterier), ...deler, formaal };
}

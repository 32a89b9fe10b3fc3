/** The acts that can be ordered for a person by name, scenario persons too. */
import { FORTROLIG, STRENGT_FORTROLIG } from './endringer/beskyttelse.ts';
import { planSisteAnnullert } from './planer/annullering.ts';
import * as familie from './planer/familie.ts';
import * as flytting from './planer/flytting.ts';
import * as identitet from './planer/identitet.ts';
import type { Plan, Planlagt } from './planer/plan.ts';
import type { Tilstand } from './tilstand.ts';

const PLANER = {
  flytting: flytting.planFlytting,
  utflytting: flytting.planUtflytting,
  innflytting: flytting.planInnflytting,
  postadresse: flytting.planPostadresse,
  vigsel: familie.planVigsel,
  separasjon: familie.planSeparasjon,
  skilsmisse: familie.planSkilsmisse,
  doedsfall: familie.createDoedsplan(false),
  navneendring: identitet.planNavneendring,
  statsborgerskap: identitet.planStatsborgerskap,
  fortrolig: identitet.createBeskyttelsesplan(FORTROLIG),
  'strengt-fortrolig': identitet.createBeskyttelsesplan(STRENGT_FORTROLIG),
  'beskyttelse-opphevet': identitet.planBeskyttelseOpphevet,
  'rettet-bosted': flytting.planRettetBosted,
  'rettet-navn': identitet.planRettetNavn,
  'rettet-foedselsdato': identitet.planRettetFoedselsdato,
  'rettet-doedsdato': familie.planRettetDoedsdato,
  dublett: identitet.planDublett,
  oppdatert: (_, person) => [{ person, slag: 'oppdatert', argument: 0 }],
} as const satisfies Record<string, Plan>;

/** `annullering` undoes what happened last to the person, if that was a move or a death. */
export const BESTILLBARE = [...Object.keys(PLANER), 'annullering'] as readonly Bestillbar[];

export type Bestillbar = keyof typeof PLANER | 'annullering';

export function isBestillbar(verdi: unknown): verdi is Bestillbar {
  return BESTILLBARE.some((navn) => navn === verdi);
}

/** What happens when the act is ordered for a person, or undefined when it cannot. */
export function planBestilt(
  tilstand: Tilstand,
  handling: Bestillbar,
  person: number,
  tid: number,
  h: number,
): Planlagt[] | undefined {
  if (handling === 'annullering')
    return planSisteAnnullert(tilstand.bok, person, tilstand.getAnnullerbarFra());
  return PLANER[handling](tilstand.toPlangrunnlag(tid, h), person);
}

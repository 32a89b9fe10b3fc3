/** The orders that concern faults: named scenarios, and faults of one's own beside those that are set. */

import { findForslag } from '../forslag.ts';
import type { FeilInjeksjon, Feilvalg } from '../register/feil.ts';
import { FEIL, isFeilNavn } from '../register/feilliste.ts';
import { FEILTJENESTER, parseFeilvalg } from '../register/parse-feilvalg.ts';
import { Avvist } from './avvist.ts';
import type { Ressurser } from './ressurser.ts';
import { findScenario, SCENARIOER } from './scenarioer.ts';

/** `getScenario` is the scenario that is on; null when the faults are somebody's own. */
export function createFeilressurser(feil: FeilInjeksjon): {
  ressurser: Ressurser;
  getScenario: () => string | null;
} {
  let scenario: string | null = 'normal';
  const startAlle = (alle: readonly Feilvalg[]) => {
    feil.cancel();
    for (const valg of alle) feil.start(valg);
  };
  const ressurser: Ressurser = {
    'GET /scenario': async () => ({ status: 200, kropp: SCENARIOER }),
    'PUT /scenario/{navn}': async ({ navn, harKropp, readKropp }) => {
      const valgt = findScenario(navn);
      if (!valgt)
        throw new Avvist(404, `Ukjent scenario «${navn}». ${findForslag(navn, listScenarionavn())}`);
      const grenser = harKropp ? toGrenser(await readKropp()) : {};
      startAlle(valgt.feil.map((valg) => parseValg({ ...valg, ...grenser })));
      scenario = valgt.navn;
      return { status: 200, kropp: { navn: valgt.navn, beskrivelse: valgt.beskrivelse, feil: feil.list() } };
    },
    'GET /feil': async () => ({
      status: 200,
      kropp: {
        alle: Object.entries(FEIL).map(([navn, { hva, verdi, enhet }]) => ({ navn, hva, verdi, enhet })),
        tjenester: FEILTJENESTER,
      },
    }),
    'POST /feil': async ({ readKropp }) => {
      feil.start(parseValg(await readKropp()));
      scenario = null;
      return { status: 200, kropp: feil.list() };
    },
    'DELETE /feil': async () => {
      feil.cancel();
      scenario = 'normal';
      return { status: 204 };
    },
    'DELETE /feil/{navn}': async ({ navn }) => {
      if (!isFeilNavn(navn))
        throw new Avvist(404, `Ukjent feil «${navn}». ${findForslag(navn, Object.keys(FEIL))}`);
      feil.cancel(navn);
      scenario = feil.list().length === 0 ? 'normal' : null;
      return { status: 204 };
    },
  };
  return { ressurser, getScenario: () => scenario };
}

const listScenarionavn = (): string[] => SCENARIOER.map(({ navn }) => navn);

function toGrenser(kropp: unknown): object {
  if (typeof kropp === 'object' && kropp !== null && !('feil' in kropp)) return kropp;
  throw new Avvist(400, 'Et scenario kan bare begrenses: tjeneste, pakke, nummer, andel, antall, varighetMs');
}

function parseValg(kropp: unknown): Feilvalg {
  try {
    return parseFeilvalg(kropp);
  } catch (feil) {
    throw new Avvist(400, feil instanceof Error ? feil.message : 'Ugyldige feilvalg');
  }
}

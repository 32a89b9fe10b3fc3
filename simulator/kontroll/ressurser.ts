/**
 * What can be asked of and ordered from the control port, by method and path. Orders change the running simulator
 * only; nothing is written down, so a restart is always normal.
 */
import type { Befolkning } from '../befolkning/befolkning.ts';
import type { Hendelser } from '../hendelser/create-hendelser.ts';
import { ID_TOKEN_FEIL, type IdTokenFeil, isIdTokenFeil } from '../identitet/id-token-feil.ts';
import type { Identitet } from '../identitet/start-identitet.ts';
import type { StillbarKlokke } from '../klokke.ts';
import { TESTVIRKSOMHETER } from '../pki/testvirksomheter.ts';
import type { FeilInjeksjon, Feilvalg } from '../register/feil.ts';
import { parseFeilvalg } from '../register/parse-feilvalg.ts';
import type { Register } from '../register/start-register.ts';
import { Avvist } from './avvist.ts';
import { findScenario, SCENARIOER } from './scenarioer.ts';
import { createTidsressurser, getTidstilstand } from './tid.ts';

/** What is under control. */
export type Kontrollert = {
  befolkning: Befolkning;
  hendelser: Hendelser;
  klokke: StillbarKlokke;
  register: Register;
  feil: FeilInjeksjon;
  identitet: Identitet;
};

/** An answer's status and what its JSON says; without `kropp` it has no content. */
export type Svar = { status: number; kropp?: unknown };

/** `navn` is what follows `/scenario/`; the body is read only by those who need one. */
export type Innhold = { navn: string; readKropp: () => Promise<unknown> };

/** Every resource by `METHOD /path`. The handlers throw `Avvist` when the request is wrong. */
export function createRessurser(
  kontrollert: Kontrollert,
  selv: { port: number; url: string },
): Record<string, (innhold: Innhold) => Promise<Svar>> {
  const { register, feil, identitet } = kontrollert;
  let scenario: string | null = 'normal';
  return {
    ...createTidsressurser(kontrollert),
    'GET /tilstand': async () => ({
      status: 200,
      kropp: {
        ...getTilstand(kontrollert, selv),
        tid: getTidstilstand(kontrollert),
        scenario,
        feil: feil.list(),
      },
    }),
    'PUT /scenario': async ({ navn }) => {
      const valgt = findScenario(navn);
      const kjente = SCENARIOER.map((en) => en.navn).join(', ');
      if (!valgt) throw new Avvist(404, `Ukjent scenario «${navn}». Kjente: ${kjente}`);
      feil.cancel();
      for (const valg of valgt.feil) feil.start(valg);
      scenario = valgt.navn;
      return { status: 200, kropp: valgt };
    },
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
    'GET /kall': async () => ({ status: 200, kropp: register.kall() }),
    'DELETE /kall': async () => {
      register.resetKall();
      return { status: 204 };
    },
    'PUT /identitet/feil': async ({ readKropp }) => {
      const valgt = parseIdTokenFeil(await readKropp());
      identitet.setFeil(valgt);
      return { status: 200, kropp: { feil: valgt ?? null } };
    },
  };
}

function getTilstand({ befolkning, register, identitet }: Kontrollert, selv: { port: number; url: string }) {
  return {
    tjenester: {
      register: {
        port: register.port,
        url: `https://localhost:${register.port}`,
        antallKall: register.kall().totalt,
      },
      identitet: {
        port: identitet.port,
        url: identitet.url,
        innlogginger: identitet.getInnlogginger(),
        feil: identitet.findFeil() ?? null,
      },
      kontroll: selv,
    },
    befolkning: { antall: befolkning.antall, scenariopersoner: befolkning.scenariopersoner },
    organisasjoner: TESTVIRKSOMHETER,
  };
}

function parseValg(kropp: unknown): Feilvalg {
  try {
    return parseFeilvalg(kropp);
  } catch (feil) {
    throw new Avvist(400, feil instanceof Error ? feil.message : 'Ugyldige feilvalg');
  }
}

function parseIdTokenFeil(kropp: unknown): IdTokenFeil | undefined {
  const feil = typeof kropp === 'object' && kropp !== null && 'feil' in kropp ? kropp.feil : undefined;
  if (feil === null) return undefined;
  if (isIdTokenFeil(feil)) return feil;
  throw new Avvist(400, `feil må være null eller en av: ${ID_TOKEN_FEIL.join(', ')}`);
}

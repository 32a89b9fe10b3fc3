/**
 * What can be asked of and ordered from the control port, by method and path. Orders change the running simulator
 * only; nothing is written down, so a restart is always normal.
 */
import type { Befolkning } from '../befolkning/befolkning.ts';
import type { Hendelser } from '../hendelser/create-hendelser.ts';
import { ID_TOKEN_FEIL, type IdTokenFeil, isIdTokenFeil } from '../identitet/id-token-feil.ts';
import type { Identitet } from '../identitet/start-identitet.ts';
import type { StillbarKlokke } from '../klokke.ts';
import type { Nabo } from '../nabotjener.ts';
import { TESTVIRKSOMHETER } from '../pki/testvirksomheter.ts';
import type { FeilInjeksjon } from '../register/feil.ts';
import type { Register } from '../register/start-register.ts';
import { Avvist } from './avvist.ts';
import { createFeilressurser } from './feilressurser.ts';
import { createTidsressurser, getTidstilstand } from './tid.ts';

/** What is under control. */
export type Kontrollert = {
  befolkning: Befolkning;
  hendelser: Hendelser;
  klokke: StillbarKlokke;
  register: Register;
  feil: FeilInjeksjon;
  identitet: Identitet;
  maskinporten: Nabo;
  krr: Nabo;
};

/** An answer's status and what its JSON says; without `kropp` it has no content. */
export type Svar = { status: number; kropp?: unknown };

/** `navn` is what stands for `{navn}` in the path. The body is read only by those who need one, as JSON. */
export type Innhold = { navn: string; harKropp: boolean; readKropp: () => Promise<unknown> };

/** By `METHOD /path`, where `{navn}` can be the last part. The handlers throw `Avvist` when the request is wrong. */
export type Ressurser = Record<string, (innhold: Innhold) => Promise<Svar>>;

export function createRessurser(kontrollert: Kontrollert, selv: { port: number; url: string }): Ressurser {
  const { register, feil, identitet } = kontrollert;
  const { ressurser, getScenario } = createFeilressurser(feil);
  return {
    'GET /tilstand': async () => ({
      status: 200,
      kropp: {
        ...getTilstand(kontrollert, selv),
        tid: getTidstilstand(kontrollert),
        scenario: getScenario(),
        feil: feil.list(),
      },
    }),
    ...ressurser,
    ...createTidsressurser(kontrollert),
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

const getNabotilstand = ({ port, url, getAntallKall }: Nabo) => ({ port, url, antallKall: getAntallKall() });

function getTilstand(
  { befolkning, register, identitet, maskinporten, krr }: Kontrollert,
  selv: { port: number; url: string },
) {
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
      maskinporten: getNabotilstand(maskinporten),
      krr: getNabotilstand(krr),
    },
    befolkning: { antall: befolkning.antall, scenariopersoner: befolkning.scenariopersoner },
    organisasjoner: TESTVIRKSOMHETER,
  };
}

function parseIdTokenFeil(kropp: unknown): IdTokenFeil | undefined {
  const feil = typeof kropp === 'object' && kropp !== null && 'feil' in kropp ? kropp.feil : undefined;
  if (feil === null) return undefined;
  if (isIdTokenFeil(feil)) return feil;
  throw new Avvist(400, `feil må være null eller en av: ${ID_TOKEN_FEIL.join(', ')}`);
}

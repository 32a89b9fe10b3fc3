/** `slett`: the next step of deleting a month, by whoever runs it. Two users of the machine must each have run it. */
import { userInfo } from 'node:os';
import { createPool } from '#lib/server/db/pool.ts';
import {
  Slettingsfeil,
  type Slettingsgrunn,
  type Slettingsresultat,
  slettMaaned,
} from '#lib/server/revisjonslogg/sletting/slett-maaned.ts';
import { Bruksfeil } from '../bruksfeil.ts';
import type { Installasjon } from './installasjon.ts';

const RESULTATER: Record<Slettingsresultat, string> = {
  foreslaatt: 'Slettingen er foreslått. En annen må kjøre samme kommando for å godkjenne den.',
  venter: 'Du har foreslått slettingen selv: en annen må kjøre samme kommando for å godkjenne den.',
  godkjent:
    'Slettingen er godkjent. Kjør samme kommando igjen når begge radene er forseglet, om et par minutter.',
  slettet: 'Måneden er slettet. Blader og sjekkpunkter er beholdt, så resten kan kontrolleres som før.',
};
const GRUNNER: Record<Slettingsgrunn, string> = {
  ukjentMaaned: 'Det finnes ingen rader for den måneden. Oppgi den som 2021-03.',
  fristIkkeUte: 'Fristen for den måneden er ikke ute: rader oppbevares i fem år.',
  ikkeForseglet: 'Måneden har rader som ikke er forseglet: se hvorfor arbeideren ikke forsegler.',
};

/** @throws Bruksfeil when the month may not go */
export async function runSlett(
  { forsegler, logg, ownerUrl }: Installasjon,
  maaned: string,
  sak: string,
): Promise<number> {
  if (ownerUrl === null) throw new Bruksfeil('Bare databasens eier kan slette: sett DATABASE_URL.');
  const eier = createPool(ownerUrl, { max: 1, withinMs: 60_000 });
  const aktoer = {
    brukerId: null,
    brukernavn: `drift:${userInfo().username}`,
    enhet: null,
    sessionRef: null,
  };
  try {
    console.log(
      RESULTATER[await slettMaaned({ forsegler, eier, logg, aktoer, maaned, sak, naa: new Date() })],
    );

    return 0;
  } catch (error) {
    if (error instanceof Slettingsfeil) throw new Bruksfeil(GRUNNER[error.kode]);
    throw error;
  } finally {
    await eier.end();
  }
}

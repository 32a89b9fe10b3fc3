/**
 * What the duty works with: the engine's things, every key that a membership file may be written under, the rights, and
 * whose hendelser are kept.
 */
import 'server-only';
import { isFulgt } from '#lib/domain/hendelse/hendelse.ts';
import { PAKKER, type Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import { getTilgang } from '#lib/server/config.ts';
import { getWorkerEnv } from '#lib/server/env.ts';
import { getRevisjonsnoekler, type Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import type { Motordeps } from '#lib/server/uttrekk/motor/motor.ts';
import { getMotordeps } from '#lib/server/uttrekk/motor/start-uttrekksmotor.ts';

export type Oppdateringsdeps = Omit<Motordeps, 'valg'> & {
  valg: Pick<Motordeps['valg'], 'kallPerMinutt'>;
  noekler: Revisjonsnoekler;
  tilgang: Tilgang;
  /** The packages whose hendelser are kept (docs/adr/0028). */
  fulgte: readonly Pakke[];
  /** How many entries back a new index begins. */
  hendelserTilbake: number;
};

/** Those of the worker. */
export function getOppdateringsdeps(): Oppdateringsdeps {
  return {
    ...getMotordeps(),
    noekler: getRevisjonsnoekler(),
    tilgang: getTilgang(),
    fulgte: PAKKER.filter(isFulgt),
    hendelserTilbake: getWorkerEnv().HENDELSER_TILBAKE,
  };
}

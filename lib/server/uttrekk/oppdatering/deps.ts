/** What the duty works with: the engine's things, every key that a membership file may be written under, and the rights. */
import 'server-only';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import { getTilgang } from '#lib/server/config.ts';
import { getRevisjonsnoekler, type Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import type { Motordeps } from '#lib/server/uttrekk/motor/motor.ts';
import { getMotordeps } from '#lib/server/uttrekk/motor/start-uttrekksmotor.ts';

export type Oppdateringsdeps = Omit<Motordeps, 'valg'> & {
  valg: Pick<Motordeps['valg'], 'kallPerMinutt'>;
  noekler: Revisjonsnoekler;
  tilgang: Tilgang;
};

/** Those of the worker. */
export function getOppdateringsdeps(): Oppdateringsdeps {
  return { ...getMotordeps(), noekler: getRevisjonsnoekler(), tilgang: getTilgang() };
}

/** A round in which every right of a unit is confirmed or removed by a date; what nobody answers for ends then. */
import { z } from 'zod';
import { RETTIGHETER, type Rettighet } from './rettighet.ts';

const Navn = z.enum(RETTIGHETER as [Rettighet, ...Rettighet[]]);

const Linje = z.strictObject({
  brukerId: z.uuid(),
  navn: z.string(),
  enhet: z.string().nullable(),
  rettighet: Navn,
  ubrukt: z.boolean(),
  svar: z.enum(['beholdes', 'fjernes', 'utloept']).nullable(),
  svartAv: z.string().nullable(),
  /** Whether the reader may answer. */
  kanSvare: z.boolean(),
});
export type Gjennomgangslinje = z.infer<typeof Linje>;

const Gjennomgang = z.strictObject({
  gjennomgangId: z.uuid(),
  /** Null for everybody. */
  enhet: z.string().nullable(),
  frist: z.iso.datetime(),
  startet: z.iso.datetime(),
  startetAv: z.string(),
  avsluttet: z.iso.datetime().nullable(),
  linjer: z.array(Linje),
});
export type Gjennomgang = z.infer<typeof Gjennomgang>;

/** Newest first: all for an administrator, those of her own unit for a leder. */
export const Gjennomganger = z.strictObject({
  gjennomganger: z.array(Gjennomgang),
  /** The units that a round can be started for; empty for those who start none. */
  enheter: z.array(z.string()),
});
export type Gjennomganger = z.infer<typeof Gjennomganger>;

/** POST /api/tilgang/gjennomganger/start, by an administrator. `frist`: the moment at which the round ends. */
export const StartRequest = z.strictObject({
  enhet: z.string().max(200).nullable(),
  frist: z.iso.datetime({ offset: true }),
});
export type StartRequest = z.infer<typeof StartRequest>;

/** PUT /api/tilgang/gjennomganger/{gjennomgangId}: the answer for one right of one user. */
export const SvarRequest = z.strictObject({
  brukerId: z.uuid(),
  rettighet: Navn,
  svar: z.enum(['beholdes', 'fjernes']),
});
export type SvarRequest = z.infer<typeof SvarRequest>;

/**
 * One call to the register on behalf of an uttrekk. Rule: it has a place in the shared rate, then a committed INTENT, and
 * only then is it made; when the revisjonslogg is away there is no call (security.md ).
 */
import 'server-only';
import { z } from 'zod';
import { isAppError } from '#lib/domain/feil.ts';
import { query } from '#lib/server/db/pool.ts';
import type { Act, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Uttrekk } from './leie.ts';
import type { Motordeps } from './motor.ts';

export type Motorhandling =
  | 'UTTREKK_BESTILLING'
  | 'UTTREKK_BATCH'
  | 'UTTREKK_OPPSLAG'
  | 'UTTREKK_KLAR'
  | 'UTTREKK_SLETTET';

/** What a call takes its place from. */
type Kvote = Pick<Motordeps, 'pool'> & { valg: Pick<Motordeps['valg'], 'kallPerMinutt'> };

/** There is no room for another call in this minute. */
export class Kvotefull extends Error {
  readonly ventMs: number;
  constructor(ventMs: number) {
    super('kallkvote');
    this.ventMs = ventMs;
  }
}

/** Counts one call of all workers together in the minute of the database. Throws Kvotefull with the time until the next. */
async function takeKvote({ pool, valg }: Kvote): Promise<void> {
  const [rad] = await query(
    pool,
    z.object({ tatt: z.boolean(), vent: z.number() }),
    `with tatt as (
       insert into uttrekk.kallkvote as k (minutt, brukt) values (date_trunc('minute', now()), 1)
       on conflict (minutt) do update set brukt = k.brukt + 1 where k.brukt < $1
       returning 1)
     select exists (select from tatt) as tatt,
       (extract(epoch from date_trunc('minute', now()) + interval '1 minute' - now()) * 1000)::float8 as vent`,
    [valg.kallPerMinutt],
  );
  if (!rad?.tatt) throw new Kvotefull(Math.ceil(rad?.vent ?? 60_000));
}

type Gjelder = Record<string, string | number>;

function toPlan(
  { bestilling, deler, eier_id, brukernavn, enhet }: Uttrekk,
  handling: Motorhandling,
  gjelder: Gjelder,
  kriterier: unknown,
): Plan {
  const { formaal, saksreferanse, pakke } = bestilling;
  const aktoer = { brukerId: eier_id, brukernavn, enhet, sessionRef: null };

  return { aktoer, handling, formaal, saksreferanse, pakke, deler, subjekter: [], kriterier, gjelder };
}

/** Begins an act of the worker for whoever ordered the uttrekk, under the act of the order. */
export function intendFor(
  { revisjonslogg }: Motordeps,
  uttrekk: Uttrekk,
  handling: Motorhandling,
  gjelder: Gjelder,
  kriterier: unknown,
): Promise<Act> {
  return revisjonslogg.intend(toPlan(uttrekk, handling, gjelder, kriterier), uttrekk.handling_id);
}

/** The row of what the worker did not do for whoever ordered the uttrekk, and why. */
export async function denyFor(
  { revisjonslogg }: Motordeps,
  uttrekk: Uttrekk,
  handling: Motorhandling,
  gjelder: Gjelder,
  grunn: string,
): Promise<void> {
  await revisjonslogg.deny(toPlan(uttrekk, handling, gjelder, null), null, grunn, uttrekk.handling_id);
}

/**
 * Makes a call and hands its outcome to `finish`, which ends the act.
 * @throws Kvotefull; AppError REVISJONSLOGG_UTILGJENGELIG; what `finish` throws, with the act ended as FAILED
 */
export async function runKall<S, T>(
  deps: Kvote,
  intend: () => Promise<Act>,
  call: () => Promise<S>,
  finish: (svar: S, act: Act) => Promise<T>,
): Promise<T> {
  await takeKvote(deps);
  const act = await intend();
  try {
    return await finish(await call(), act);
  } catch (error) {
    // A fault of ours: the log says so at once. When the log itself is away the act ends as UNRESOLVED.
    if (!isAppError(error)) await act.fail(null, 'internFeil').catch(() => undefined);
    throw error;
  }
}

/**
 * The duty that orders what plans say, by the rights that their owners have at that moment. Run again at any point it
 * orders nothing twice: the run's own time is the key of the order (security.md F-13).
 */
import 'server-only';
import { hash } from 'node:crypto';
import { z } from 'zod';
import { isAppError } from '#lib/domain/feil.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import { findNesteKjoering, INTERVALLER } from '#lib/domain/uttrekk/uttrekksmal.ts';
import { query } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { createUtkast } from '#lib/server/uttrekk/portal/create-utkast.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { type Bestiller, getEier } from '#lib/server/uttrekk/portal/eier.ts';
import { orderUttrekk } from '#lib/server/uttrekk/portal/order-uttrekk.ts';
import { getUttrekk } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

const Plan = z.object({
  id: z.uuid(),
  eier_id: z.uuid(),
  bestilling: Bestilling,
  intervall: z.enum(INTERVALLER),
  neste: z.date(),
  i_gang: z.boolean(),
  over: z.boolean(),
});
type Plan = z.infer<typeof Plan>;

/** A run that still waits for its approval, or for the register, is not overtaken by the next. */
const I_GANG = `u.plan_id = p.id
      and u.tilstand not in ('utkast', 'klar', 'ufullstendig', 'avbrutt', 'feilet', 'utloept', 'avslaatt')`;

const FORFALNE = `select p.id, m.eier_id, m.bestilling, p.intervall, p.neste, p.slutter < p.neste::date as over,
    exists (select from uttrekk.uttrekk u where ${I_GANG}) as i_gang
  from uttrekk.plan p join uttrekk.mal m on m.id = p.mal_id where p.neste <= now() order by p.neste limit 50`;

/** One key for one time of one plan, in the form of a uuid. */
function toKlientnoekkel({ id, neste }: Plan): string {
  const hex = hash('sha256', `${id} ${neste.toISOString()}`);

  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function orderPlan(deps: Uttrekksdeps, plan: Plan, eier: Bestiller): Promise<void> {
  const uttrekkId = await createUtkast(deps.pool, {
    eierId: plan.eier_id,
    klientnoekkel: toKlientnoekkel(plan),
    bestilling: plan.bestilling,
    planId: plan.id,
  });
  const rad = await getUttrekk(deps.pool, eier, uttrekkId);
  // Ordered before, by a run of this duty that did not come to its end.
  if (rad.grunnlag.tilstand !== 'utkast') return;
  await orderUttrekk(deps, rad, eier, null);
}

/** The run that is in the way says so in its own log, unless it is this very time's, ordered before a crash. */
async function noteHoppetOver({ pool }: Uttrekksdeps, plan: Plan): Promise<void> {
  await pool.query(
    `insert into uttrekk.merknad (uttrekk_id, kode)
     select u.id, 'hoppetOver' from uttrekk.uttrekk u, uttrekk.plan p where p.id = $1 and ${I_GANG}
       and not exists (select from uttrekk.uttrekk d where d.plan_id = p.id and d.klientnoekkel = $2)`,
    [plan.id, toKlientnoekkel(plan)],
  );
}

async function runPlan(deps: Uttrekksdeps, plan: Plan): Promise<void> {
  if (plan.over) {
    await deps.pool.query('delete from uttrekk.plan where id = $1', [plan.id]);
    return;
  }
  const eier = await getEier(deps, plan.eier_id);
  // Whoever has lost the right to order has it ordered neither: the plan waits for its next time.
  if (plan.i_gang) await noteHoppetOver(deps, plan);
  else if (isAllowed(eier.rettigheter.roller, 'uttrekk')) await orderPlan(deps, plan, eier);
  const neste = findNesteKjoering(plan.neste, plan.intervall, new Date());
  await deps.pool.query(
    "update uttrekk.plan set neste = $3 where id = $1 and date_trunc('milliseconds', neste) = $2",
    [plan.id, plan.neste, neste],
  );
}

/** Orders everything that is due. A plan that cannot be ordered is tried again at the next run; the others go on. */
export async function runPlaner(deps: Uttrekksdeps): Promise<void> {
  for (const plan of await query(deps.pool, Plan, FORFALNE)) {
    try {
      await runPlan(deps, plan);
    } catch (error) {
      log.error('uttrekk.plan-failed', { kode: isAppError(error) ? error.kode : 'INTERN_FEIL', error });
    }
  }
}

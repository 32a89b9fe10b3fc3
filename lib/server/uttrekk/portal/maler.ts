/** The user's own templates and plans. All of it answers with the whole list, which is short. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { normalizeBestilling } from '#lib/domain/uttrekk/avtrykk.ts';
import { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import type { MalRequest, PlanRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { INTERVALLER, MAKS_PLANDAGER, Maler } from '#lib/domain/uttrekk/uttrekksmal.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

/** Nobody keeps track of more. */
const MAKS_MALER = 100;

const Row = z.object({
  id: z.uuid(),
  bestilling: Bestilling,
  intervall: z.enum(INTERVALLER).nullable(),
  neste: z.date().nullable(),
  slutter: z.string().nullable(),
});

const SELECT = `select m.id, m.bestilling, p.intervall, p.neste, p.slutter::text as slutter
  from uttrekk.mal m left join uttrekk.plan p on p.mal_id = m.id
  where m.eier_id = $1 order by m.bestilling->>'navn', m.id`;

function toMal({ id, bestilling, intervall, neste, slutter }: z.infer<typeof Row>): Maler['maler'][number] {
  const plan = intervall && neste && slutter ? { intervall, neste: neste.toISOString(), slutter } : null;

  return { malId: id, bestilling, plan };
}

async function showMaler(pool: Pool, { brukerId }: Session): Promise<Egne<Maler>> {
  return new Egne(Maler, { maler: (await query(pool, Row, SELECT, [brukerId])).map(toMal) });
}

/** The id of a template of the user's own. Throws IKKE_FUNNET. */
async function getMalId(pool: Pool, { brukerId }: Session, malId: string | undefined): Promise<string> {
  const id = z.uuid().safeParse(malId);
  const sql = 'select id from uttrekk.mal where id = $1 and eier_id = $2';
  const [mal] = id.success ? await query(pool, z.object({ id: z.uuid() }), sql, [id.data, brukerId]) : [];
  if (!mal) throw new AppError('IKKE_FUNNET');

  return mal.id;
}

export function listMaler({ pool }: Uttrekksdeps, { session }: Kall<undefined>): Promise<Egne<Maler>> {
  return showMaler(pool, session);
}

/** Throws UGYLDIG_INNHOLD when she has as many as there can be. */
export async function createMal(
  { pool }: Uttrekksdeps,
  { session, body }: Kall<MalRequest>,
): Promise<Egne<Maler>> {
  const { rowCount } = await pool.query(
    `insert into uttrekk.mal (eier_id, bestilling)
     select $1, $2 where (select count(*) from uttrekk.mal where eier_id = $1) < $3`,
    [session.brukerId, normalizeBestilling(body.bestilling), MAKS_MALER],
  );
  if (rowCount !== 1) throw new AppError('UGYLDIG_INNHOLD');

  return showMaler(pool, session);
}

/** Removes a template, and its plan with it. Throws IKKE_FUNNET. */
export async function removeMal(
  { pool }: Uttrekksdeps,
  { session, params }: Kall<undefined>,
): Promise<Egne<Maler>> {
  await pool.query('delete from uttrekk.mal where id = $1', [await getMalId(pool, session, params.malId)]);

  return showMaler(pool, session);
}

const DAG_MS = 24 * 60 * 60 * 1000;
/** A plan orders early in the morning, when nobody waits for the register. */
const TIDLIG = 'T03:00:00Z';

/** Throws UGYLDIG_INNHOLD for a plan that ends before it begins, begins in the past, or outlives its year. */
function checkPlan({ starter, slutter }: PlanRequest): void {
  const dager = (Date.parse(slutter) - Date.parse(starter)) / DAG_MS;
  const iGaar = Date.now() - 2 * DAG_MS;
  if (dager < 0 || dager > MAKS_PLANDAGER || Date.parse(starter) < iGaar)
    throw new AppError('UGYLDIG_INNHOLD');
}

/**
 * Orders the template again at intervals. Another plan than before is another plan: it needs its own approval.
 * Throws IKKE_FUNNET, UGYLDIG_INNHOLD.
 */
export async function savePlan(
  { pool }: Uttrekksdeps,
  { session, body, params }: Kall<PlanRequest>,
): Promise<Egne<Maler>> {
  const malId = await getMalId(pool, session, params.malId);
  checkPlan(body);
  await pool.query('delete from uttrekk.plan where mal_id = $1', [malId]);
  await pool.query(
    'insert into uttrekk.plan (mal_id, intervall, neste, slutter) values ($1, $2, $3, $4) on conflict do nothing',
    [malId, body.intervall, `${body.starter}${TIDLIG}`, body.slutter],
  );

  return showMaler(pool, session);
}

/** Stops the plan; what it has ordered stays. Throws IKKE_FUNNET. */
export async function removePlan(
  { pool }: Uttrekksdeps,
  { session, params }: Kall<undefined>,
): Promise<Egne<Maler>> {
  await pool.query('delete from uttrekk.plan where mal_id = $1', [
    await getMalId(pool, session, params.malId),
  ]);

  return showMaler(pool, session);
}

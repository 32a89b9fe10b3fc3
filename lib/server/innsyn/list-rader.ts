/**
 * What the revisjonslogg has about one person in a period. Rule: rows are found by her references through the table of
 * subjects, whose key begins with the reference, so the answer costs what there is about her and not what there is.
 */
import 'server-only';
import { z } from 'zod';
import type { Innsynsrad } from '#lib/domain/innsyn/to-linjer.ts';
import { HENDELSESSLAG } from '#lib/domain/revisjonslogg/logghandling.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';

/** The most rows that one answer is made of. A person with more has a shorter period. */
export const MAKS_RADER = 10_000;

/** From `fra`, up to and not including `til`. */
export type Periode = { fra: Date; til: Date };

const KOLONNER = `tidspunkt, slag, handling, handling_id, kall_id, enhet, bruker_id, bruker, formaal, pakke, utfall, innhold`;

const Rad = z.object({
  tidspunkt: z.date(),
  slag: z.enum(HENDELSESSLAG),
  handling: z.string(),
  handling_id: z.string(),
  kall_id: z.string(),
  enhet: z.string().nullable(),
  bruker_id: z.string().nullable(),
  bruker: z.string(),
  formaal: z.string().nullable(),
  pakke: z.string().nullable(),
  utfall: z.string().nullable(),
  innhold: z.object({
    deler: z.array(z.string()).default([]),
    felter: z.array(z.string()).default([]),
    gjelder: z.object({ uttrekk: z.string().optional() }).optional(),
  }),
});
type Rad = z.infer<typeof Rad>;

function toInnsynsrad(rad: Rad, gjelderHenne: boolean): Innsynsrad {
  return {
    tidspunkt: rad.tidspunkt.toISOString(),
    slag: rad.slag,
    handling: rad.handling,
    handlingId: rad.handling_id,
    kallId: rad.kall_id,
    enhet: rad.enhet,
    brukerId: rad.bruker_id,
    bruker: rad.bruker,
    formaal: rad.formaal,
    pakke: rad.pakke,
    utfall: rad.utfall,
    deler: rad.innhold.deler,
    felter: rad.innhold.felter,
    gjelderHenne,
  };
}

/**
 * Each row is looked up by its key in the one month that it lies in, which the limit asks for: planned as a join the months
 * are read whole as soon as she has some rows in each.
 */
const FOR_PERSON = `select r.*
  from (
    select distinct tidspunkt, rad_id from revisjonslogg.subjekt
    where subjekt_ref = any($1) and tidspunkt >= $2 and tidspunkt < $3
    order by tidspunkt, rad_id limit ${MAKS_RADER + 1}
  ) s
  cross join lateral (
    select ${KOLONNER} from revisjonslogg.rad where tidspunkt = s.tidspunkt and rad_id = s.rad_id limit 1
  ) r`;

/** How a call ended that is known only to have begun: its end may be in the next day, or name her no longer. */
const SLUTT = `select ${KOLONNER} from revisjonslogg.rad
  where kall_id = any($1) and tidspunkt >= $2 and tidspunkt < $3::timestamptz + interval '1 day'
    and slag in ('DISCLOSED', 'DENIED', 'FAILED')
  union all
  select ${KOLONNER} from revisjonslogg.rad
  where kall_id = any($1) and tidspunkt >= $2 and tidspunkt < $3::timestamptz + interval '1 day'
    and slag = 'UNRESOLVED'`;

/** Of the calls that only began, how they ended. An end that does not name her showed nothing of her. */
async function listSlutt(leser: Pool, rader: readonly Rad[], { fra, til }: Periode): Promise<Innsynsrad[]> {
  const endte = new Set(rader.filter(({ slag }) => slag !== 'INTENT').map(({ kall_id }) => kall_id));
  const begynte = rader.map(({ kall_id }) => kall_id).filter((kallId) => !endte.has(kallId));
  if (begynte.length === 0) return [];
  const slutt = await query(leser, Rad, SLUTT, [begynte, fra, til]);

  // In doubt she is named: a row of the database's own about a call has the subjects of the call.
  return slutt.map((rad) => toInnsynsrad(rad, rad.slag === 'UNRESOLVED'));
}

/**
 * Every row about her, with the end of every call that began in the period.
 * @param refs of all her numbers, under every key
 */
export async function listRaderOm(
  leser: Pool,
  refs: readonly Buffer[],
  periode: Periode,
): Promise<{ rader: Innsynsrad[]; erAvkortet: boolean }> {
  const funnet = await query(leser, Rad, FOR_PERSON, [refs, periode.fra, periode.til]);
  const rader = funnet.slice(0, MAKS_RADER);
  const slutt = await listSlutt(leser, rader, periode);

  return {
    rader: [...rader.map((rad) => toInnsynsrad(rad, true)), ...slutt],
    erAvkortet: funnet.length > MAKS_RADER,
  };
}

/** Few acts among all, found by their kind. */
const FOR_UTTREKK = `select ${KOLONNER} from revisjonslogg.rad
  where handling in ('UTTREKK_KLAR', 'NEDLASTING') and tidspunkt >= $1 and tidspunkt < $2
  order by tidspunkt
  limit ${MAKS_RADER + 1}`;

/** Every time in the period that an uttrekk became files, or a file of one was downloaded, by the uttrekk. */
export async function listUttrekksrader(
  leser: Pool,
  { fra, til }: Periode,
): Promise<{ uttrekk: Map<string, Innsynsrad[]>; erAvkortet: boolean }> {
  const funnet = await query(leser, Rad, FOR_UTTREKK, [fra, til]);
  const uttrekk = new Map<string, Innsynsrad[]>();
  for (const rad of funnet.slice(0, MAKS_RADER)) {
    const uttrekkId = rad.innhold.gjelder?.uttrekk ?? '';
    uttrekk.set(uttrekkId, [...(uttrekk.get(uttrekkId) ?? []), toInnsynsrad(rad, true)]);
  }

  return { uttrekk, erAvkortet: funnet.length > MAKS_RADER };
}

/** The first moment of the log, ISO; null for an empty one. What came before it is deleted or was never logged. */
export async function findLoggenFra(leser: Pool): Promise<string | null> {
  const [rad] = await query(
    leser,
    z.object({ foerste: z.date() }),
    'select tidspunkt as foerste from revisjonslogg.rad order by tidspunkt limit 1',
  );

  return rad?.foerste.toISOString() ?? null;
}

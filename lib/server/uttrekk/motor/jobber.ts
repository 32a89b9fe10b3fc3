/**
 * The jobs of an uttrekk at the register, as rows: one for each kommune, or one for everybody. A job that has an end is
 * never asked for again; one that was being sent when its worker died is `ukjent`.
 */
import 'server-only';
import { z } from 'zod';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import { type Database, query } from '#lib/server/db/pool.ts';

/** What one job is ordered with. */
const Jobbkriterier = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('tilpasset'), kommune: z.string().nullable() }),
  z.strictObject({ slag: z.literal('komplett'), sekvensnummer: z.string().nullable() }),
]);
type Jobbkriterier = z.infer<typeof Jobbkriterier>;

const Jobb = z.object({
  nr: z.int(),
  kriterier: Jobbkriterier,
  tilstand: z.enum(['venter', 'sendes', 'bestilt', 'hentet', 'ukjent', 'feilet']),
  register_jobb: z.string().nullable(),
  forsoek: z.int(),
  /** It is time to do something about it. */
  moden: z.boolean(),
  /** Milliseconds until then; 0 when it is time. */
  om_ms: z.number(),
  /** The register has had all the time it gets. */
  utgaatt: z.boolean(),
});
export type Jobb = z.infer<typeof Jobb>;

/** The jobs in order. */
export function listJobber(db: Database, uttrekkId: string): Promise<Jobb[]> {
  return query(
    db,
    Jobb,
    `select nr, kriterier, tilstand, register_jobb, forsoek, neste <= now() as moden,
       greatest(0, extract(epoch from neste - now()) * 1000)::float8 as om_ms,
       coalesce(frist <= now(), false) as utgaatt
     from uttrekk.jobb where uttrekk_id = $1 order by nr`,
    [uttrekkId],
  );
}

function listKriterier({ kilde }: Bestilling): Jobbkriterier[] {
  if (kilde.slag === 'komplett') return [{ slag: 'komplett', sekvensnummer: kilde.sekvensnummer }];
  const kommuner = kilde.utvalg.sted?.kommuner ?? [null];

  return [...new Set(kommuner)].map((kommune) => ({ slag: 'tilpasset', kommune }));
}

/** Makes the rows of the jobs; those that are there stay. */
export async function ensureJobber(tx: Database, uttrekkId: string, bestilling: Bestilling): Promise<void> {
  await tx.query(
    `insert into uttrekk.jobb (uttrekk_id, nr, kriterier)
     select $1::uuid, nr - 1, kriterier from unnest($2::jsonb[]) with ordinality as k (kriterier, nr)
     on conflict do nothing`,
    [uttrekkId, listKriterier(bestilling).map((kriterier) => JSON.stringify(kriterier))],
  );
}

/**
 * A person has decided that the uttrekk goes on: jobs that the register lost, or that nobody knew whether it had, are
 * ordered anew from the beginning. Where the register has none, the place in the feed is of another day.
 */
export async function resetStansede(tx: Database, uttrekkId: string): Promise<void> {
  const stansede = `select nr from uttrekk.jobb where uttrekk_id = $1 and tilstand in ('ukjent', 'feilet')`;
  await tx.query(`delete from uttrekk.del where uttrekk_id = $1 and jobb_nr in (${stansede})`, [uttrekkId]);
  await tx.query(`delete from uttrekk.batch where uttrekk_id = $1 and jobb_nr in (${stansede})`, [uttrekkId]);
  await tx.query(
    `update uttrekk.jobb set tilstand = 'venter', register_jobb = null, forsoek = 0, neste = now(), frist = null
     where uttrekk_id = $1 and tilstand in ('ukjent', 'feilet')`,
    [uttrekkId],
  );
  await tx.query(
    `update uttrekk.uttrekk set feed_siste = null, feed_lest = null where id = $1
       and not exists (select from uttrekk.jobb where uttrekk_id = $1 and tilstand in ('bestilt', 'hentet'))`,
    [uttrekkId],
  );
}

/** A job waits again, until `omMs` from now; `forsoek` more when a try was spent. */
export async function delayJobb(
  tx: Database,
  uttrekkId: string,
  { nr }: Pick<Jobb, 'nr'>,
  tilstand: 'venter' | 'bestilt',
  omMs: number,
  brukteForsoek: 0 | 1,
): Promise<void> {
  await tx.query(
    `update uttrekk.jobb set tilstand = $3, forsoek = forsoek + $5, neste = now() + $4 * interval '1 millisecond'
     where uttrekk_id = $1 and nr = $2`,
    [uttrekkId, nr, tilstand, omMs, brukteForsoek],
  );
}

/** A job comes to an end. */
export async function endJobb(
  tx: Database,
  uttrekkId: string,
  nr: number,
  tilstand: 'hentet' | 'ukjent' | 'feilet',
): Promise<void> {
  await tx.query('update uttrekk.jobb set tilstand = $3 where uttrekk_id = $1 and nr = $2', [
    uttrekkId,
    nr,
    tilstand,
  ]);
}

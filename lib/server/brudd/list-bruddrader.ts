/**
 * The rows of the acts that a breach is about, as they were at one moment. Rule: read as the sealer's role, which sees a
 * row's session and its envelope and can change nothing; a log of any length goes by in order.
 */
import 'server-only';
import { z } from 'zod';
import type { Bruddutvalg } from '#lib/domain/brudd/beroert.ts';
import { HENDELSESSLAG } from '#lib/domain/revisjonslogg/logghandling.ts';
import { type Database, type Pool, query, transact } from '#lib/server/db/pool.ts';

const PER_GANG = 2_000;

const Bruddrad = z.object({
  tidspunkt: z.date(),
  handling_id: z.string(),
  kall_id: z.string(),
  slag: z.enum(HENDELSESSLAG),
  handling: z.string(),
  utfall: z.string().nullable(),
  konvolutt: z.instanceof(Buffer).nullable(),
  innhold: z.object({
    deler: z.array(z.string()).default([]),
    felter: z.array(z.string()).default([]),
    gjelder: z.object({ uttrekk: z.string().optional() }).optional(),
  }),
  subjekter: z.array(z.instanceof(Buffer)),
});
export type Bruddrad = z.infer<typeof Bruddrad>;

const Sesjon = z.object({ session_ref: z.instanceof(Buffer), bruker: z.string(), tidspunkt: z.date() });
const SESJON = `select session_ref, bruker, tidspunkt from revisjonslogg.rad where id = $1 and session_ref is not null`;

/** Only the acts that make or hand out a file say which uttrekk they gave; the others are work on it. */
const RADER = `select r.tidspunkt, r.handling_id, r.kall_id, r.slag, r.handling, r.utfall, r.konvolutt, r.innhold,
  array(select s.subjekt_ref from revisjonslogg.subjekt s
        where s.tidspunkt = r.tidspunkt and s.rad_id = r.rad_id) as subjekter
  from revisjonslogg.rad r
  where ($1::text is null or r.bruker = $1)
    and ($2::bytea is null or r.session_ref = $2)
    and ($3::text is null or r.handling in ('UTTREKK_KLAR', 'NEDLASTING') and r.innhold->'gjelder'->>'uttrekk' = $3)
    and r.tidspunkt >= coalesce($4::timestamptz, '-infinity') and r.tidspunkt < coalesce($5::timestamptz, 'infinity')
  order by r.tidspunkt`;

/** No row with the number was made in a session. */
export class UkjentSesjon extends Error {}

/** A session lasts ten hours at most (security.md S-03), so its rows are found among those of the days around. */
const SESJON_MS = 24 * 60 * 60_000;

async function toParametre(tx: Database, utvalg: Bruddutvalg): Promise<unknown[]> {
  const { bruker, sesjon, uttrekk, fra, til } = utvalg;
  if (sesjon === null) return [bruker, null, uttrekk, fra, til];
  const [funnet] = await query(tx, Sesjon, SESJON, [sesjon]);
  if (funnet === undefined) throw new UkjentSesjon();
  const { tidspunkt, session_ref } = funnet;
  const grense = (ms: number): string => new Date(tidspunkt.getTime() + ms).toISOString();

  return [bruker ?? funnet.bruker, session_ref, uttrekk, fra ?? grense(-SESJON_MS), til ?? grense(SESJON_MS)];
}

/**
 * Every row, in the order of time.
 * @param forsegler of role `forsegler`, with time enough for the whole log
 * @throws UkjentSesjon
 */
export async function withBruddrader(
  forsegler: Pool,
  utvalg: Bruddutvalg,
  take: (rad: Bruddrad) => void,
): Promise<void> {
  await transact(forsegler, async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    await tx.query({
      text: `declare brudd no scroll cursor for ${RADER}`,
      values: await toParametre(tx, utvalg),
    });
    for (;;) {
      const rader = await query(tx, Bruddrad, `fetch ${PER_GANG} from brudd`);
      for (const rad of rader) take(rad);
      if (rader.length < PER_GANG) return;
    }
  });
}

/**
 * Deletion with proof. Rule: the keys go first, in the database, so that what is left of a file opens no more, in a backup
 * too; then the files, which are looked for afterwards; then the row in the revisjonslogg; and only then is it said to be
 * done. Whatever stops it, it is done again from the start (security.md F-02, F-09, P-06).
 */
import 'server-only';
import { access, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Pool, query } from '#lib/server/db/pool.ts';
import type { Aktoer, Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { toFilplass, toMappesti } from './mappe.ts';

export type Sletting = { pool: Pool; revisjonslogg: Revisjonslogg; filMappe: string };

/** Everything of an uttrekk that holds persons. The membership file does not: it stays for its own term (7.7). */
const INNHOLD = ['fil', 'del', 'batch', 'arbeid', 'grunnlag', 'grunnlag-med-nummer'];

const Fil = z.object({ id: z.uuid(), uttrekk_id: z.uuid(), sjekksum: z.instanceof(Buffer).nullable() });
type Fil = z.infer<typeof Fil>;
const Uttrekk = z.object({
  handling_id: z.uuid(),
  formaal: z.string(),
  saksreferanse: z.string(),
  pakke: z.string(),
});

/** Its own files, and those of what has changed since it, which lie with later runs. */
const GJELDER = "(uttrekk_id = $1 or fra_id = $1) and tilstand <> 'slettet'";
/** First, and by itself: a comparison that is about to give a file its row ends before it, or sees that it is too late. */
const MAKULER_DELER = 'update uttrekk.uttrekk set delnoekkel = null where id = $1';
/** What is no longer there is held up to date no longer. */
const STANS_OPPDATERING = 'delete from uttrekk.oppdatering where uttrekk_id = $1';
const MAKULER_FILER = `update uttrekk.fil set noekkel = null where ${GJELDER} returning id, uttrekk_id, sjekksum`;

async function isBorte(sti: string): Promise<boolean> {
  return access(sti).then(
    () => false,
    (error) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
      throw error;
    },
  );
}

/** Throws when anything is still there after it was removed. */
async function removeInnhold(filMappe: string, uttrekkId: string, filer: readonly Fil[]): Promise<void> {
  const mappe = toMappesti(filMappe, uttrekkId);
  const andres = filer.filter(({ uttrekk_id }) => uttrekk_id !== uttrekkId);
  const steder = [
    ...INNHOLD.map((navn) => path.join(mappe, navn)),
    ...andres.map(
      ({ id, uttrekk_id }) =>
        toFilplass({ uttrekkId: uttrekk_id, sti: toMappesti(filMappe, uttrekk_id) }, id).sti,
    ),
  ];
  for (const sti of steder) {
    await rm(sti, { recursive: true, force: true });
    if (!(await isBorte(sti))) throw new Error('SLETTING_UFULLSTENDIG');
  }
}

/**
 * Deletes the files and the parts of one uttrekk. Role `worker`. May be run at any time and again; its state is the
 * caller's.
 * @param aktoer who asked for it, or the worker itself when the time was up
 * @returns how many files it deleted: each is named with its checksum in the row
 * @throws REVISJONSLOGG_UTILGJENGELIG, and then nothing is deleted or it is not yet said to be
 */
export async function deleteFiler(
  { pool, revisjonslogg, filMappe }: Sletting,
  uttrekkId: string,
  aktoer: Aktoer,
): Promise<number> {
  const [uttrekk] = await query(
    pool,
    Uttrekk,
    `select handling_id, bestilling->>'formaal' as formaal, bestilling->>'saksreferanse' as saksreferanse,
       bestilling->>'pakke' as pakke from uttrekk.uttrekk where id = $1`,
    [uttrekkId],
  );
  if (uttrekk === undefined) return 0;
  const { handling_id, ...resten } = uttrekk;
  const plan = { aktoer, handling: 'UTTREKK_SLETTET', ...resten, deler: [], subjekter: [], kriterier: null };
  const filer = await query(
    pool,
    Fil,
    `select id, uttrekk_id, sjekksum from uttrekk.fil where ${GJELDER} order by id`,
    [uttrekkId],
  );
  const gjelder = Object.fromEntries(filer.map(({ id, sjekksum }) => [id, sjekksum?.toString('hex') ?? '']));
  const act = await revisjonslogg.intend(
    { ...plan, gjelder: { uttrekk: uttrekkId, ...gjelder } },
    handling_id,
  );
  let makulert: Fil[];
  try {
    await pool.query(MAKULER_DELER, [uttrekkId]);
    await pool.query(STANS_OPPDATERING, [uttrekkId]);
    makulert = await query(pool, Fil, MAKULER_FILER, [uttrekkId]);
    await removeInnhold(filMappe, uttrekkId, makulert);
  } catch (error) {
    await act.fail(null, 'ufullstendig');
    throw error;
  }
  await act.disclose(null, { utfall: 'slettet', subjekter: [], felter: [], antall: makulert.length });
  await pool.query({
    text: `update uttrekk.fil set tilstand = 'slettet', slettet = now() where ${GJELDER}`,
    values: [uttrekkId],
  });

  return makulert.length;
}

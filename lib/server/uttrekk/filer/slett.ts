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
import { toMappesti } from './mappe.ts';

export type Sletting = { pool: Pool; revisjonslogg: Revisjonslogg; filMappe: string };

/** Everything of an uttrekk that holds persons. The membership file does not: it stays for its own term (7.7). */
const INNHOLD = ['fil', 'del', 'batch', 'arbeid', 'grunnlag'];

const Fil = z.object({ id: z.uuid(), sjekksum: z.instanceof(Buffer).nullable() });
const Uttrekk = z.object({
  handling_id: z.uuid(),
  formaal: z.string(),
  saksreferanse: z.string(),
  pakke: z.string(),
});

const MAKULER = `with del as (update uttrekk.uttrekk set delnoekkel = null where id = $1)
  update uttrekk.fil set noekkel = null where uttrekk_id = $1 and tilstand <> 'slettet' returning id, sjekksum`;

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
async function removeInnhold(mappe: string): Promise<void> {
  for (const navn of INNHOLD) {
    const sti = path.join(mappe, navn);
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
    "select id, sjekksum from uttrekk.fil where uttrekk_id = $1 and tilstand <> 'slettet' order by id",
    [uttrekkId],
  );
  const gjelder = Object.fromEntries(filer.map(({ id, sjekksum }) => [id, sjekksum?.toString('hex') ?? '']));
  const act = await revisjonslogg.intend(
    { ...plan, gjelder: { uttrekk: uttrekkId, ...gjelder } },
    handling_id,
  );
  try {
    await query(pool, Fil, MAKULER, [uttrekkId]);
    await removeInnhold(toMappesti(filMappe, uttrekkId));
  } catch (error) {
    await act.fail(null, 'ufullstendig');
    throw error;
  }
  await act.disclose(null, { utfall: 'slettet', subjekter: [], felter: [], antall: filer.length });
  await pool.query({
    text: "update uttrekk.fil set tilstand = 'slettet', slettet = now() where uttrekk_id = $1 and tilstand <> 'slettet'",
    values: [uttrekkId],
  });

  return filer.length;
}

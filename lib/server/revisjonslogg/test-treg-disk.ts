/**
 * A disk that is slow to take the commits of the revisjonslogg, or does not take them at all (security.md section 8.3
 * no 36): the statement is done, the commit does not return, and no limit of the server's ends it. For tests only.
 */
import 'server-only';
import type { Pool } from '#lib/server/db/pool.ts';

/** Any number that nothing else in the database locks by. */
const LAAS = 360_036;

export type TregDisk = {
  /** From now on the commits return, and are only slow. */
  release: () => Promise<void>;
  /** The disk is as before. */
  repair: () => Promise<void>;
};

/** No commit of a row returns until `release`; `sekunder` is what each takes afterwards. `owner` has two connections. */
export async function startTregDisk(owner: Pool, sekunder: number): Promise<TregDisk> {
  const disk = await owner.connect();
  await disk.query('select pg_advisory_lock($1)', [LAAS]);
  await owner.query(`
    create or replace function public.treg_disk() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(${LAAS});
        perform pg_sleep(${sekunder});
        return null;
      end $$;
    create constraint trigger treg_disk after insert on revisjonslogg.rad
      deferrable initially deferred for each row execute function public.treg_disk()`);

  return {
    release: () => disk.query('select pg_advisory_unlock($1)', [LAAS]).then(() => undefined),
    async repair() {
      // With its connection goes its lock, also when the test ended before `release`.
      disk.release(true);
      await owner.query('drop trigger treg_disk on revisjonslogg.rad');
    },
  };
}

/** What a reader of the log must know of it before she trusts it. It says nothing of anybody, so it is no act. */
import 'server-only';
import { z } from 'zod';
import { Forseglingsvisning } from '#lib/domain/revisjonslogg/forsegling.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { getLeserPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { Egne } from '#lib/server/http/egne.ts';
import {
  listForseglingsalarmer,
  readForseglingsstatus,
} from '#lib/server/revisjonslogg/forsegling/forseglingsstatus.ts';

const SJEKKPUNKT = `select tidspunkt, stoerrelse::float8 as rader from revisjonslogg.sjekkpunkt order by nummer desc limit 1`;
/** A verification that broke off says nothing of the log. */
const KONTROLL = `select tidspunkt, utfall from revisjonslogg.rad
  where handling = 'KONTROLLER_REVISJONSLOGG' and slag = 'DISCLOSED' order by tidspunkt desc limit 1`;

/**
 * @param pool of role `revisjonsleser`
 * @param vitne the witness's folder
 */
export async function findForsegling(pool: Pool, vitne: string, naa: Date): Promise<Forseglingsvisning> {
  const [status, [sjekkpunkt], [kontroll]] = await Promise.all([
    readForseglingsstatus(pool, vitne),
    query(pool, z.object({ tidspunkt: z.date(), rader: z.number() }), SJEKKPUNKT),
    query(pool, z.object({ tidspunkt: z.date(), utfall: z.string() }), KONTROLL),
  ]);

  return {
    sjekkpunkt: sjekkpunkt
      ? { tidspunkt: sjekkpunkt.tidspunkt.toISOString(), rader: sjekkpunkt.rader }
      : null,
    kontroll: kontroll
      ? { tidspunkt: kontroll.tidspunkt.toISOString(), erUendret: kontroll.utfall === 'ingenFunn' }
      : null,
    alarmer: listForseglingsalarmer(status, naa),
  };
}

export async function readForsegling(): Promise<Egne<Forseglingsvisning>> {
  return new Egne(Forseglingsvisning, await findForsegling(getLeserPool(), getEnv().VITNE_MAPPE, new Date()));
}

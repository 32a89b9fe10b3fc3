/**
 * What a file of ours that is not as it was written does to an uttrekk: it stops, and whatever the file held is fetched
 * again when a person sends it on. Nothing else is lost (security.md section 8.3 no 40).
 */
import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { query, transact } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { toDelplass, toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { endJobb } from './jobber.ts';
import { type Leie, moveUttrekk, type Uttrekk, withLeie } from './leie.ts';
import type { Motordeps } from './motor.ts';

const Del = z.object({
  jobbNr: z.int(),
  batchNr: z.int(),
  nr: z.int(),
  leieNr: z.int(),
  sjekksum: z.instanceof(Buffer),
});

/** SHA-256 of a file as it lies; null when it cannot be read. */
async function readSjekksum(sti: string): Promise<Buffer | null> {
  const sum = createHash('sha256');

  return pipeline(createReadStream(sti), sum).then(
    () => sum.digest(),
    () => null,
  );
}

/** Stops an uttrekk of whose finished chunks some file is damaged or gone: those chunks wait to be fetched again. */
export async function stopForDeler(
  { pool, filMappe }: Pick<Motordeps, 'pool' | 'filMappe'>,
  leie: Leie,
  uttrekk: Uttrekk,
): Promise<void> {
  const mappe = { uttrekkId: uttrekk.id, sti: toMappesti(filMappe, uttrekk.id), noekkel: Buffer.alloc(0) };
  const deler = await query(
    pool,
    Del,
    `select jobb_nr as "jobbNr", batch_nr as "batchNr", nr, leie_nr::int as "leieNr", sjekksum
     from uttrekk.del where uttrekk_id = $1 and tilstand = 'ferdig'`,
    [uttrekk.id],
  );
  const gale: z.infer<typeof Del>[] = [];
  for (const del of deler) {
    const funnet = await readSjekksum(toDelplass(mappe, del).sti);
    if (funnet === null || !funnet.equals(del.sjekksum)) gale.push(del);
  }
  log.error('uttrekk.fil-oedelagt', { antall: gale.length, requestId: uttrekk.id });
  await withLeie(pool, leie, async (tx) => {
    for (const { jobbNr, batchNr, nr } of gale) {
      await tx.query(
        `update uttrekk.del set tilstand = 'venter', levert = 0, ikke_levert = 0, uteblitt = 0, hentet = null
         where uttrekk_id = $1 and jobb_nr = $2 and batch_nr = $3 and nr = $4`,
        [uttrekk.id, jobbNr, batchNr, nr],
      );
    }
    const stoppet = { kode: 'stoppet', verdier: { grunn: 'filOedelagt' } } as const;
    await moveUttrekk(tx, uttrekk, 'feilet', stoppet, 'filOedelagt');
  });
}

/** Stops an uttrekk of which the file of a batch is damaged or gone: its job is ordered again from the beginning. */
export async function stopForBatch(
  { pool }: Pick<Motordeps, 'pool'>,
  uttrekk: Uttrekk,
  jobbNr: number,
): Promise<void> {
  log.error('uttrekk.fil-oedelagt', { antall: 1, requestId: uttrekk.id });
  await transact(pool, async (tx) => {
    const stoppet = { kode: 'stoppet', verdier: { grunn: 'filOedelagt' } } as const;
    await moveUttrekk(tx, uttrekk, 'feilet', stoppet, 'filOedelagt');
    await endJobb(tx, uttrekk.id, jobbNr, 'feilet');
  });
}

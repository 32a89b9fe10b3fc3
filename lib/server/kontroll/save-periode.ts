/** A period with its cases, in one transaction: all of it or nothing, and once however many workers try. */
import 'server-only';
import { z } from 'zod';
import type { Kilde, Treff } from '#lib/domain/kontroll/sak.ts';
import { findSubjekt, LOGGLESINGER, type Spor } from '#lib/domain/kontroll/spor.ts';
import { type Database, type Pool, query, transact } from '#lib/server/db/pool.ts';

export type Periode = { kilde: Kilde; fra: Date; til: Date; grunnlag: Record<string, unknown> };
export type NySak = { spor: Spor; treff: readonly Treff[]; poeng: number; forklart: number; frist: Date };

const Id = z.object({ id: z.uuid() });

/** The one person the act is of; for a search in the log the one who was searched for. */
const findPerson = (spor: Spor): string | null =>
  findSubjekt(spor) ?? (LOGGLESINGER.includes(spor.handling) ? (spor.subjekter[0] ?? null) : null);

async function insertSak(tx: Database, { kilde, fra }: Periode, sak: NySak): Promise<void> {
  const { spor, treff, poeng, forklart, frist } = sak;
  const [ny] = await query(
    tx,
    Id,
    `insert into kontroll.sak (kilde, periode_fra, handling_id, rad_id, tidspunkt, slag, handling, bruker, bruker_id,
       enhet, subjekt_ref, poeng, forklart, frist)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'), $12, $13, $14) returning id`,
    [
      kilde,
      fra,
      spor.handlingId,
      spor.radId,
      spor.tidspunkt,
      spor.slag,
      spor.handling,
      spor.bruker,
      spor.brukerId,
      spor.enhet,
      findPerson(spor),
      poeng,
      forklart,
      frist,
    ],
  );
  for (const { regel, versjon, vekt, verdier } of treff)
    await tx.query(
      'insert into kontroll.treff (sak_id, regel, versjon, vekt, verdier) values ($1, $2, $3, $4, $5)',
      [ny?.id, regel, versjon, vekt, verdier],
    );
}

/** False when somebody has saved this period already; then nothing is written. @param pool of role `worker` */
export function savePeriode(pool: Pool, periode: Periode, saker: readonly NySak[]): Promise<boolean> {
  const { kilde, fra, til, grunnlag } = periode;
  return transact(pool, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into kontroll.periode (kilde, fra, til, grunnlag) values ($1, $2, $3, $4) on conflict do nothing`,
      [kilde, fra, til, grunnlag],
    );
    if (rowCount === 0) return false;
    for (const sak of saker) await insertSak(tx, periode, sak);
    return true;
  });
}

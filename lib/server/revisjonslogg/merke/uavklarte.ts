/**
 * The rows that the database makes by itself: UNRESOLVED, a copy of an INTENT without an end (`mark_uavklarte`). No writer
 * has marked them, so they are held against the INTENT, which one has. One that is taken away comes back by itself.
 */
import 'server-only';
import type { PoolClient } from '#lib/server/db/pool.ts';
import { RADFORM_SQL, type Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { readRadformer, toListe } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';

const INTENT = `select ${RADFORM_SQL} from revisjonslogg.rad r
  where r.handling_id = any($1::uuid[]) and r.kall_id = any($2::uuid[]) and r.slag = 'INTENT'`;

/** What a copy has of its INTENT. */
function toFelles(rad: Radform): string {
  const [, , , , handlingId, kallId, , handling, bruker, brukerId, enhet, sessionRef, ...rest] = rad;
  const [formaal, saksreferanse, pakke, , , konvolutt, , subjekter] = rest;
  const hvem = [handlingId, kallId, handling, bruker, brukerId, enhet, sessionRef];

  return JSON.stringify([hvem, formaal, saksreferanse, pakke, konvolutt, subjekter]);
}

function isUavklart(rad: Radform): boolean {
  const [slag, utfall, innhold] = [rad[6], rad[15], rad[16]];

  return slag === 'UNRESOLVED' && utfall === 'uavklart' && innhold === '{}';
}

/**
 * Those of rows without a mark that the database has not made.
 * @param client in the snapshot that they were read in
 */
export async function listUekteUavklarte(
  client: PoolClient,
  rader: readonly Radform[],
): Promise<ReadonlySet<Radform>> {
  const mulige = rader.filter(isUavklart);
  if (mulige.length === 0) return new Set(rader);
  const ids = [mulige.map((rad) => rad[4]), mulige.map((rad) => rad[5])];
  const intent = new Set((await readRadformer(client, INTENT, ids.map(toListe))).map(toFelles));

  return new Set(rader.filter((rad) => !isUavklart(rad) || !intent.has(toFelles(rad))));
}

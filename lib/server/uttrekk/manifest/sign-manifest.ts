/**
 * The manifest of a finished file, signed. Rule: it is made in the transaction that gives the file its row, by the one process
 * that has the key, so that there is no file of this version without one and none of another file.
 */
import 'server-only';
import { z } from 'zod';
import { Bestilling, type Format } from '#lib/domain/uttrekk/bestilling.ts';
import { createManifest, Manifest, toManifesttekst } from '#lib/domain/uttrekk/manifest.ts';
import { type Database, query } from '#lib/server/db/pool.ts';
import { type Signeringsnoekkel, signNote } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { type Summer, toMerklerot } from './delsummer.ts';

const Rad = z.object({ bestilling: Bestilling, godkjent_av: Manifest.shape.godkjentAv });

/** Of this very order: what a leder said of one run of a plan holds for the next. */
const ORDRE = `select u.bestilling, coalesce((
    select json_agg(json_build_object('bruker', g.bruker_id, 'tidspunkt',
      to_char(g.tidspunkt at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by g.tidspunkt, g.nr)
    from uttrekk.godkjenning g join uttrekk.uttrekk av on av.id = g.uttrekk_id
    where g.utfall = 'godkjent' and g.avtrykk = u.avtrykk and (av.id = u.id or av.plan_id = u.plan_id)), '[]') as godkjent_av
  from uttrekk.uttrekk u where u.id = $1`;

type Fil = Summer & { format: Format; rader: number };

/**
 * The note as the receiver gets it.
 * @param fraId the earlier run, of a file of changes
 */
export async function signManifest(
  tx: Database,
  noekkel: Signeringsnoekkel,
  { uttrekkId, fraId }: { uttrekkId: string; fraId: string | null },
  { format, rader, bytes, sjekksum, deler }: Fil,
): Promise<string> {
  const [rad] = await query(tx, Rad, ORDRE, [uttrekkId]);
  const { bestilling, godkjent_av: godkjentAv } = Rad.parse(rad);
  const ordre = { uttrekk: uttrekkId, endringerSiden: fraId, godkjentAv, bestilling };
  const sha256 = sjekksum.toString('hex');
  const manifest = createManifest(ordre, {
    format,
    rader,
    bytes,
    sha256,
    merklerot: toMerklerot(deler),
    deler,
  });

  return signNote(toManifesttekst(manifest), noekkel);
}

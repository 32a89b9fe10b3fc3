/**
 * What the sealer knows before it seals: the tree up to the last checkpoint, from its own witness. The database must hold
 * the checkpoint that the witness holds, byte for byte. What the database has beyond it is from a sealer that died
 * before its witness was written: it is taken over only when signature and root are right.
 */
import 'server-only';
import { z } from 'zod';
import type { PoolClient } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { readBladhasher } from '#lib/server/revisjonslogg/forsegling/blader.ts';
import { ForseglingsFeil } from '#lib/server/revisjonslogg/forsegling/forseglings-feil.ts';
import { growTre, type Merkletre, TOMT_TRE, toRot } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import type { Kontrollnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { openSjekkpunkt, type Sjekkpunkt } from '#lib/server/revisjonslogg/forsegling/sjekkpunkt.ts';
import { addToVitne, findSisteNote, listVitneblader } from '#lib/server/revisjonslogg/forsegling/vitne.ts';

/** The log up to a checkpoint, and the checkpoint as it was signed; before the first there is none. */
export type Stand = { tre: Merkletre; siste: Sjekkpunkt | null; note: string | null };

const Notes = z.array(z.object({ nummer: z.coerce.number(), note: z.string() }));
const NOTES_FROM =
  'select nummer, note from revisjonslogg.sjekkpunkt where nummer >= $1 order by nummer limit 500';

function mustOpen(note: string, noekkel: Kontrollnoekkel): Sjekkpunkt {
  const sjekkpunkt = openSjekkpunkt(note, [noekkel]);
  if (!sjekkpunkt) throw new ForseglingsFeil('UGYLDIG_SJEKKPUNKT');

  return sjekkpunkt;
}

function mustMatch(tre: Merkletre, { stoerrelse, rot }: Sjekkpunkt): void {
  if (tre.stoerrelse !== stoerrelse || !toRot(tre).equals(rot)) throw new ForseglingsFeil('ROT_AVVIK');
}

async function readVitne(mappe: string, noekkel: Kontrollnoekkel, known: Stand | null): Promise<Stand> {
  const note = await findSisteNote(mappe);
  if (note === null) return { tre: TOMT_TRE, siste: null, note };
  // What this process signed, or has opened before.
  if (known?.note === note) return known;
  const siste = mustOpen(note, noekkel);
  let tre = known && known.tre.stoerrelse <= siste.stoerrelse ? known.tre : TOMT_TRE;
  for await (const blader of listVitneblader(mappe, tre.stoerrelse, siste.stoerrelse))
    tre = growTre(tre, blader);
  mustMatch(tre, siste);

  return { tre, siste, note };
}

async function mustHoldNote(client: PoolClient, { nummer }: Sjekkpunkt, note: string | null): Promise<void> {
  const { rows } = await client.query('select nummer, note from revisjonslogg.sjekkpunkt where nummer = $1', [
    nummer,
  ]);
  if (Notes.parse(rows)[0]?.note !== note) throw new ForseglingsFeil('BASE_ELDRE_ENN_VITNE');
}

async function takeOver(
  client: PoolClient,
  mappe: string,
  stand: Stand,
  note: string,
  noekkel: Kontrollnoekkel,
) {
  const siste = mustOpen(note, noekkel);
  const chunks: Buffer[] = [];
  for await (const blader of readBladhasher(client, stand.tre.stoerrelse, siste.stoerrelse))
    chunks.push(blader);
  const blader = Buffer.concat(chunks);
  const tre = growTre(stand.tre, blader);
  mustMatch(tre, siste);
  await addToVitne(mappe, stand.tre.stoerrelse, blader, note);

  return { tre, siste, note };
}

/**
 * @param known what this process knew after its last checkpoint, so that the witness is not read from its beginning
 * @throws ForseglingsFeil
 */
export async function catchUp(
  client: PoolClient,
  noekkel: Kontrollnoekkel,
  mappe: string,
  known: Stand | null,
): Promise<Stand> {
  let stand = await readVitne(mappe, noekkel, known);
  if (stand.siste) await mustHoldNote(client, stand.siste, stand.note);
  for (;;) {
    const { rows } = await client.query(NOTES_FROM, [(stand.siste?.nummer ?? -1) + 1]);
    const missed = Notes.parse(rows);
    if (missed.length === 0) return stand;
    log.warn('forsegling.vitne-innhentet', { antall: missed.length });
    for (const { note } of missed) stand = await takeOver(client, mappe, stand, note, noekkel);
  }
}

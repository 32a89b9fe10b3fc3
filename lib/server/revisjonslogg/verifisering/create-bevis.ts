/**
 * The proof that one row is in the log, in a form that others can check without us (C2SP tlog-proof): the row itself, its
 * place, the hashes that lead from its leaf to the root, and the signed checkpoint with that root.
 */
import 'server-only';
import {
  findBevistRot,
  growTre,
  listBevisomraader,
  type Omraade,
  TOMT_TRE,
  toRot,
} from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import type { Kontrollnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { toBlad, toRadtekst } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { openSjekkpunkt, type Sjekkpunkt } from '#lib/server/revisjonslogg/forsegling/sjekkpunkt.ts';
import { openNoder } from '#lib/server/revisjonslogg/forsegling/vitnenoder.ts';
import type { Kilde } from '#lib/server/revisjonslogg/verifisering/kilde.ts';

/** `ikke-forseglet`: there is no such row, or not yet. `borte`: it was sealed and is there no more. `stemmer-ikke`: row, leaves and checkpoint do not fit together. */
export type Bevis = { bevis: string } | { grunn: 'ikke-forseglet' | 'borte' | 'stemmer-ikke' };

/** Signatures are dear, and one is made each minute: only the last are opened. */
async function findSiste(
  kilde: Kilde,
  noekler: readonly Kontrollnoekkel[],
): Promise<{ note: string; sjekkpunkt: Sjekkpunkt } | null> {
  for await (const { note } of kilde.listSisteSjekkpunkter()) {
    const sjekkpunkt = openSjekkpunkt(note, noekler);
    if (sjekkpunkt) return { note, sjekkpunkt };
  }

  return null;
}

/** The hashes that lead from a leaf to the root: from the witness's nodes, and from the leaves where it lacks some. */
async function listBevis(
  kilde: Kilde,
  vitne: string | null,
  indeks: number,
  stoerrelse: number,
): Promise<Buffer[]> {
  const noder = vitne === null ? null : await openNoder(vitne);
  const found: Buffer[] = [];
  try {
    for (const omraade of listBevisomraader(indeks, stoerrelse))
      found.push((await noder?.findRot(omraade)) ?? (await readRot(kilde, omraade)));
  } finally {
    await noder?.close();
  }

  return found;
}

async function readRot(kilde: Kilde, { fra, til }: Omraade): Promise<Buffer> {
  let tre = TOMT_TRE;
  for await (const hasher of kilde.listHasher(fra, til)) tre = growTre(tre, hasher);

  return toRot(tre);
}

/**
 * @param id the row's number in the log
 * @param vitne the witness's folder; null when there is none, and then every leaf is read
 */
export async function createBevis(
  kilde: Kilde,
  id: string,
  noekler: readonly Kontrollnoekkel[],
  vitne: string | null,
): Promise<Bevis> {
  const indeks = await kilde.findIndeks(id);
  const siste = await findSiste(kilde, noekler);
  if (indeks === null || !siste || indeks >= siste.sjekkpunkt.stoerrelse) return { grunn: 'ikke-forseglet' };
  const { stoerrelse, rot } = siste.sjekkpunkt;
  const { rader } = (await kilde.findBlad(indeks)) ?? { rader: [] };
  if (rader.length === 0) return { grunn: 'borte' };
  const path = await listBevis(kilde, vitne, indeks, stoerrelse);
  const rad = rader.find((found) => findBevistRot(toBlad(found), indeks, stoerrelse, path)?.equals(rot));
  if (!rad) return { grunn: 'stemmer-ikke' };
  const lines = [
    'c2sp.org/tlog-proof@v1',
    `extra ${Buffer.from(toRadtekst(rad)).toString('base64')}`,
    `index ${indeks}`,
    ...path.map((hash) => hash.toString('base64')),
  ];

  return { bevis: `${lines.join('\n')}\n\n${siste.note}` };
}

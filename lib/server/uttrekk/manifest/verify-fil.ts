/**
 * A file held against its manifest, as a receiver does it. Rule: nothing in a manifest is believed before its signature is
 * found to be of the key that the receiver was given, and what differs is named by its place.
 */
import 'server-only';
import { DEL_BYTES, type Manifest, parseManifest } from '#lib/domain/uttrekk/manifest.ts';
import { type Kontrollnoekkel, openNote } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { createDelsummer, type Summer, toMerklerot } from './delsummer.ts';

/** A piece that is not what was signed: bytes from `fra` up to and not including `til`. `nr` counts from 1. */
export type Delavvik = { nr: number; fra: number; til: number };

export type Filkontroll =
  /** Not signed by the key, or changed since. */
  | { utfall: 'signatur' }
  /** Signed, and of another form than this program knows. */
  | { utfall: 'ukjentForm' }
  | { utfall: 'avvik'; manifest: Manifest; bytes: number; deler: Delavvik[] }
  | { utfall: 'stemmer'; manifest: Manifest };

function listAvvik({ fil }: Manifest, { bytes, deler }: Summer): Delavvik[] {
  const antall = Math.max(fil.deler.length, deler.length);
  const slutt = Math.max(fil.bytes, bytes);

  return Array.from({ length: antall }, (_, n) => n)
    .filter((n) => fil.deler[n] !== deler[n])
    .map((n) => ({ nr: n + 1, fra: n * DEL_BYTES, til: Math.min((n + 1) * DEL_BYTES, slutt) }));
}

/** @param fil the bytes of the file, each read once */
export async function verifyFil(
  fil: AsyncIterable<Uint8Array>,
  note: string,
  noekkel: Kontrollnoekkel,
): Promise<Filkontroll> {
  const tekst = openNote(note, [noekkel]);
  if (tekst === null) return { utfall: 'signatur' };
  const manifest = parseManifest(tekst);
  if (manifest === null) return { utfall: 'ukjentForm' };
  const delsummer = createDelsummer();
  for await (const _ of delsummer.sum(fil));
  const summer = delsummer.end();
  const deler = listAvvik(manifest, summer);
  const erLik =
    deler.length === 0 &&
    summer.bytes === manifest.fil.bytes &&
    summer.sjekksum.toString('hex') === manifest.fil.sha256 &&
    toMerklerot(summer.deler) === manifest.fil.merklerot;

  return erLik ? { utfall: 'stemmer', manifest } : { utfall: 'avvik', manifest, bytes: summer.bytes, deler };
}

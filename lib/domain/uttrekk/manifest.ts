/**
 * What a receiver checks a file of an uttrekk by: which order it is of, how many it is about, and the sums of its bytes, piece
 * by piece (security.md F-08). Rule: it names nobody. What the register was asked for stands in it, its name and case do not,
 * since a user wrote them; who approved is an id that only the virksomhet can read.
 */
import { z } from 'zod';
import { Bestilling, FORMATER } from './bestilling.ts';
import { type Filidentitet, toFilnavn } from './nedlasting.ts';

const FORM = 'folkeregisterportalen/uttrekksmanifest/1';

/** How much of a file one sum is of; the last piece may be shorter. What `split -b 1M` cuts at. */
export const DEL_BYTES = 1024 * 1024;

const Sum = z.string().regex(/^[0-9a-f]{64}$/);
const Antall = z.int().nonnegative();

export const Manifest = z.strictObject({
  manifest: z.literal(FORM),
  uttrekk: z.uuid(),
  /** The earlier run, of a file of what has changed since it. */
  endringerSiden: z.uuid().nullable(),
  kilde: Bestilling.shape.kilde,
  innhold: Bestilling.shape.innhold,
  pakke: Bestilling.shape.pakke,
  formaal: Bestilling.shape.formaal,
  /** Ids of users, oldest first; empty where the order needed nobody's approval. */
  godkjentAv: z.array(z.strictObject({ bruker: z.uuid(), tidspunkt: z.iso.datetime() })),
  fil: z.strictObject({
    navn: z.string(),
    format: z.enum(FORMATER),
    rader: Antall,
    bytes: Antall,
    /** SHA-256 of the whole file, hex, as all the sums are. */
    sha256: Sum,
    delBytes: z.literal(DEL_BYTES),
    /** Of the tree over the pieces (RFC 6962), whose leaves are the pieces' sums as they are written here. */
    merklerot: Sum,
    deler: z.array(Sum),
  }),
});
export type Manifest = z.infer<typeof Manifest>;

/** Whom the order was of. A new kind of source is decided here: one that lists persons gives how many, and never whom. */
function toKilde(kilde: Bestilling['kilde']): Manifest['kilde'] {
  switch (kilde.slag) {
    case 'tilpasset':
      return { slag: kilde.slag, utvalg: kilde.utvalg };
    case 'komplett':
      return { slag: kilde.slag, sekvensnummer: kilde.sekvensnummer };
  }
}

/** What is said of the order; the rest is of the file. */
export type Ordre = Pick<Manifest, 'uttrekk' | 'endringerSiden' | 'godkjentAv'> & { bestilling: Bestilling };
export type Filsummer = Omit<Manifest['fil'], 'navn' | 'delBytes'>;

export function createManifest(
  { uttrekk, endringerSiden, godkjentAv, bestilling }: Ordre,
  summer: Filsummer,
): Manifest {
  const { kilde, innhold, pakke, formaal } = bestilling;
  const identitet: Filidentitet = { uttrekkId: uttrekk, erEndringer: endringerSiden !== null };
  const { format, rader, bytes, sha256, merklerot, deler } = summer;
  const navn = toFilnavn(identitet, format);

  return {
    manifest: FORM,
    uttrekk,
    endringerSiden,
    kilde: toKilde(kilde),
    innhold,
    pakke,
    formaal,
    godkjentAv,
    fil: { navn, format, rader, bytes, sha256, delBytes: DEL_BYTES, merklerot, deler },
  };
}

/** The text that is signed: JSON with each sum on a line of its own, without an empty line, and with a line break last. */
export const toManifesttekst = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;

/** The manifest of a text that was signed; null for one that this version does not know. */
export function parseManifest(tekst: string): Manifest | null {
  try {
    return Manifest.safeParse(JSON.parse(tekst)).data ?? null;
  } catch {
    return null;
  }
}

/** Name of the manifest of a file on the user's machine. */
export const toManifestnavn = (filnavn: string): string => `${filnavn}.manifest`;
export const MANIFESTTYPE = 'text/plain; charset=utf-8';

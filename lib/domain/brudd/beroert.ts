/**
 * Who is affected by a breach of personal data security: everybody of whom something was shown, or may have been, by the
 * acts that it is about (GDPR art. 33 and 34, security.md P-09). Rule: what is in doubt counts as shown.
 */

/** Which acts a breach is about. At least one of them is given; several narrow each other down. */
export type Bruddutvalg = {
  bruker: string | null;
  /** The number of a row in the log: every act of the session that it was made in. */
  sesjon: string | null;
  /** The id of an uttrekk: everybody in it, downloaded or not. */
  uttrekk: string | null;
  /** ISO, from and with, and up to but not with. */
  fra: string | null;
  til: string | null;
};

/** What is known of one act about one person. Times are ISO. */
export type Visning = {
  tidspunkt: string;
  handlingId: string;
  sikker: boolean;
  opplysninger: readonly string[];
};

/** One person, by one reference. `sikker` is false where nobody knows whether anything was shown. */
export type Beroert = {
  sikker: boolean;
  foerste: string;
  siste: string;
  handlinger: Set<string>;
  opplysninger: Set<string>;
};

/** Everybody by reference, as the acts are told of. */
export type Beroerte = Map<string, Beroert>;

export function addVisning(beroerte: Beroerte, ref: string, visning: Visning): void {
  const { tidspunkt, handlingId, sikker, opplysninger } = visning;
  const kjent = beroerte.get(ref);
  if (kjent === undefined) {
    const handlinger = new Set([handlingId]);
    beroerte.set(ref, {
      sikker,
      foerste: tidspunkt,
      siste: tidspunkt,
      handlinger,
      opplysninger: new Set(opplysninger),
    });
    return;
  }
  kjent.sikker ||= sikker;
  if (tidspunkt < kjent.foerste) kjent.foerste = tidspunkt;
  if (tidspunkt > kjent.siste) kjent.siste = tidspunkt;
  kjent.handlinger.add(handlingId);
  for (const en of opplysninger) kjent.opplysninger.add(en);
}

const HODE = 'nummer;referanse;utfall;foerste;siste;handlinger;opplysninger';

/**
 * The list as CSV, those shown for certain first, then by number. Nothing in it is text that somebody else has written.
 * @param numre the number of each reference that one is known for; a person with several numbers has a line for each
 */
export function formatBruddliste(beroerte: Beroerte, numre: ReadonlyMap<string, string>): string {
  const linjer = [...beroerte].map(([ref, { sikker, foerste, siste, handlinger, opplysninger }]) => ({
    orden: `${sikker ? 0 : 1}${numre.get(ref) ?? ref}`,
    celler: [
      numre.get(ref) ?? '',
      ref,
      sikker ? 'vist' : 'uavklart',
      foerste,
      siste,
      handlinger.size,
      [...opplysninger].sort().join(' '),
    ],
  }));
  linjer.sort((a, b) => (a.orden < b.orden ? -1 : 1));

  return `${[HODE, ...linjer.map(({ celler }) => celler.join(';'))].join('\n')}\n`;
}

/** A row's facts in words, the same on the screen and in a file. An empty cell says why it is empty. */
import { findTekst } from '#components/person/tekster.ts';
import type { Format } from '#components/ui/format.ts';
import type { Personfakta, Personrad } from '#lib/domain/person/personrad.ts';

export type Radtekster = {
  navn: string;
  foedt: string;
  status: string;
  adresse: string;
  /** The current number where it is another than the one asked for; else null. */
  gjeldendeNummer: string | null;
};

/** What a row is put into words with: the messages `rad`, `person.tilstand` and `kodeverk.personstatus`, and dates. */
export type Radspraak = { tekster: unknown; showDatoITabell: Format['showDatoITabell'] };

export function showPersonfakta(
  fakta: Personfakta,
  nummer: string,
  { tekster, showDatoITabell }: Radspraak,
): Radtekster {
  const find = (...sti: string[]) => findTekst(tekster, sti);
  const mangler = find('rad', 'ikkeOppgitt') ?? '';
  const { navn, foedselsdato, foedselsaar, status, adresse, adresseTilstand, identifikasjonsnummer } = fakta;
  // An address that has no lines, such as ukjent bosted, is more than a cell can say.
  const uten =
    adresseTilstand === 'verdi' ? find('rad', 'seOppslaget') : find('person', 'tilstand', adresseTilstand);
  return {
    navn: navn ?? find('rad', 'utenNavn') ?? '',
    foedt: foedselsdato === null ? (foedselsaar ?? mangler) : showDatoITabell(foedselsdato),
    status: status === null ? mangler : (find('kodeverk', 'personstatus', status) ?? status),
    adresse: adresse.length > 0 ? adresse.join(', ') : (uten ?? mangler),
    gjeldendeNummer:
      identifikasjonsnummer === null || identifikasjonsnummer === nummer ? null : identifikasjonsnummer,
  };
}

/** The text of a number that no person is shown for. */
export function showUtenPerson(utfall: Exclude<Personrad['utfall'], 'funnet'>, tekster: unknown): string {
  return findTekst(tekster, ['rad', utfall]) ?? utfall;
}

/**
 * A person as one row of a hit list or a bulk: the least that tells people apart (security.md Z-13). Made from the same
 * masked view as the person page, so a row can never show more than the page would.
 */
import type { Egenskap } from './person-model.ts';
import type { Oppfoering, PersonView, SeksjonTilstand, Verdi } from './person-view.ts';

/** What a row asks the register for, where the purpose has it. */
export const RADEGENSKAPER = [
  'identifikasjonsnummer',
  'navn',
  'foedsel',
  'status',
  'adressebeskyttelse',
  'bostedsadresse',
] as const satisfies readonly Egenskap[];

export type Personfakta = {
  navn: string | null;
  /** The current number; null where the package never gets one. */
  identifikasjonsnummer: string | null;
  foedselsdato: string | null;
  foedselsaar: string | null;
  /** A code of the list personstatus, or null. */
  status: string | null;
  /** The current address, line by line; empty where `adresseTilstand` says why. */
  adresse: string[];
  adresseTilstand: SeksjonTilstand;
};

/** `nummer` is the one that was asked for. */
export type Personrad =
  | { nummer: string; utfall: 'funnet'; person: Personfakta }
  | { nummer: string; utfall: 'ikkeFunnet' }
  /** What came was about somebody else and was thrown away. */
  | { nummer: string; utfall: 'feilPerson' }
  /** Somebody who is closed to this user (`personregel.ts`): nothing of her, not even that she is known. */
  | { nummer: string; utfall: 'ikkeTilgang' };

type Av<S extends Verdi['slag']> = Extract<Verdi, { slag: S }>;

function findVerdi<S extends Verdi['slag']>(oppfoering: Oppfoering | undefined, slag: S): Av<S> | undefined {
  const isAvSlag = (verdi: Verdi): verdi is Av<S> => verdi.slag === slag;

  return oppfoering?.felter.map(({ verdi }) => verdi).find(isAvSlag);
}

/** The row's facts from the view that this user may see. */
export function toPersonfakta({ hode, seksjoner }: PersonView): Personfakta {
  const seksjon = (egenskap: Egenskap) => seksjoner.find((s) => s.egenskap === egenskap);
  const bosted = seksjon('bostedsadresse');
  const { navn, identifikasjonsnummer, foedselsdato, foedselsaar } = hode;

  return {
    navn,
    identifikasjonsnummer,
    foedselsdato,
    foedselsaar,
    status: findVerdi(seksjon('status')?.gjeldende[0], 'kode')?.kode ?? null,
    adresse: findVerdi(bosted?.gjeldende[0], 'adresse')?.linjer ?? [],
    adresseTilstand: bosted?.tilstand ?? 'ikkeSpurtEtter',
  };
}

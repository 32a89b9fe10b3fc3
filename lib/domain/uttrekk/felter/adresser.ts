/**
 * The fields of addresses. A vegadresse and a matrikkeladresse fill the same columns as far as they have the same parts;
 * what is withheld is not here at all, and looks like an address that was never registered (`skjerming.ts`).
 */
import { findKommunenavn } from '#lib/domain/kodeverk/kommuner.ts';
import { findLandnavn } from '#lib/domain/kodeverk/land.ts';
import { type ElementAv, feltFor, type Uttrekksfelt } from './felt.ts';

type Bosted = ElementAv<'bostedsadresse'>;
type Opphold = ElementAv<'oppholdsadresse'>;
type Delt = ElementAv<'deltBosted'>;
/** What the three have in common. */
type Adresse = Pick<Bosted, 'vegadresse' | 'matrikkeladresse'> & {
  ukjentBosted?: Bosted['ukjentBosted'] | undefined;
  utenlandskAdresse?: Opphold['utenlandskAdresse'] | undefined;
};

function toAdressetype({ vegadresse, matrikkeladresse, ukjentBosted, utenlandskAdresse }: Adresse) {
  if (vegadresse) return 'vegadresse';
  if (matrikkeladresse) return 'matrikkeladresse';
  if (utenlandskAdresse) return 'utenlandskAdresse';
  return ukjentBosted ? 'ukjentBosted' : null;
}

/** Four digits, wherever in the address the number stands. */
export function findKommunenummer({ vegadresse, matrikkeladresse, ukjentBosted }: Adresse): string | null {
  return (
    vegadresse?.kommunenummer ??
    matrikkeladresse?.matrikkelnummer?.kommunenummer ??
    ukjentBosted?.bostedskommune ??
    null
  );
}

function toKommunenavn(adresse: Adresse, dato: string | undefined): string | null {
  const nummer = findKommunenummer(adresse);

  return nummer === null ? null : findKommunenavn(nummer, dato ?? null);
}

function toMatrikkelnummer({ matrikkeladresse }: Adresse): string | null {
  const nummer = matrikkeladresse?.matrikkelnummer;
  if (nummer?.gaardsnummer === undefined || nummer.bruksnummer === undefined) return null;

  return [nummer.gaardsnummer, nummer.bruksnummer, nummer.festenummer]
    .filter((del) => del !== undefined)
    .join('/');
}

/** Of one kind of address. `datoAv` is the day from which it holds. */
function adressefelter<E extends 'bostedsadresse' | 'oppholdsadresse' | 'deltBosted'>(
  egenskap: E,
  prefiks: string,
  navn: string,
  datoAv: (adresse: ElementAv<E>) => string | undefined,
  datofelt: string,
): Uttrekksfelt[] {
  const felt = feltFor(egenskap, prefiks);
  const lag = (
    id: string,
    tekst: string,
    les: (a: Adresse) => string | null | undefined,
    valg: { felt: string; regel?: string },
  ) => felt.en(id, `${navn}, ${tekst}`, (e) => les(e as Adresse), valg);
  const veg = { felt: 'vegadresse' };

  return [
    lag('adressetype', 'type', toAdressetype, {
      ...veg,
      regel: '`vegadresse`, `matrikkeladresse`, `utenlandskAdresse` eller `ukjentBosted`.',
    }),
    lag('coAdressenavn', 'c/o', (a) => a.vegadresse?.coAdressenavn ?? a.matrikkeladresse?.coAdressenavn, veg),
    lag('adressenavn', 'gate', (a) => a.vegadresse?.adressenavn, veg),
    lag('husnummer', 'husnummer', (a) => a.vegadresse?.adressenummer?.husnummer, veg),
    lag('husbokstav', 'husbokstav', (a) => a.vegadresse?.adressenummer?.husbokstav, veg),
    lag(
      'bruksenhetsnummer',
      'bruksenhet',
      (a) => a.vegadresse?.bruksenhetsnummer ?? a.matrikkeladresse?.bruksenhetsnummer,
      veg,
    ),
    lag('matrikkelnummer', 'matrikkelnummer', toMatrikkelnummer, {
      felt: 'matrikkeladresse',
      regel: 'Gårdsnummer/bruksnummer/festenummer, av en matrikkeladresse.',
    }),
    lag(
      'postnummer',
      'postnummer',
      (a) => a.vegadresse?.poststed?.postnummer ?? a.matrikkeladresse?.poststed?.postnummer,
      veg,
    ),
    lag(
      'poststed',
      'poststed',
      (a) => a.vegadresse?.poststed?.poststedsnavn ?? a.matrikkeladresse?.poststed?.poststedsnavn,
      veg,
    ),
    lag('kommunenummer', 'kommunenummer', findKommunenummer, {
      ...veg,
      regel: 'Fire sifre som tekst, også for ukjent bosted.',
    }),
    felt.en('kommunenavn', `${navn}, kommune`, (e) => toKommunenavn(e as Adresse, datoAv(e)), {
      ...veg,
      regel: 'Navnet kommunen hadde det året adressen gjelder fra.',
    }),
    felt.en('fraDato', `${navn}, fra`, datoAv, { type: 'dato', felt: datofelt }),
  ];
}

const bosted = feltFor('bostedsadresse', 'bosted');
const opphold = feltFor('oppholdsadresse', 'opphold');
const post = feltFor('postadresse', 'post');
const utland = feltFor('postadresseIUtlandet', 'postUtland');

const linjer = (deler: readonly (string | undefined)[]): string =>
  deler.filter((del) => del !== undefined && del !== '').join(', ');

const gate = (a: ElementAv<'postadresse'>['vegadresse']): string | undefined =>
  [a?.adressenavn, `${a?.adressenummer?.husnummer ?? ''}${a?.adressenummer?.husbokstav ?? ''}`]
    .filter((del) => del !== undefined && del !== '')
    .join(' ');

const postlinjer = (e: ElementAv<'postadresse'>): string =>
  linjer([
    e.vegadresse?.coAdressenavn,
    e.vegadresse?.adressetilleggsnavn,
    gate(e.vegadresse),
    e.postboksadresse?.postbokseier,
    e.postboksadresse?.postboks,
    ...(e.postadresseIFrittFormat?.adresselinje ?? []),
  ]);

const poststed = (e: ElementAv<'postadresse'>) =>
  e.vegadresse?.poststed ?? e.postboksadresse?.poststed ?? e.postadresseIFrittFormat?.poststed;

const utlandslinjer = ({
  utenlandskAdresse: a,
  utenlandskAdresseIFrittFormat: fri,
}: ElementAv<'postadresseIUtlandet'>) =>
  linjer([
    a?.coAdressenavn,
    a?.adressenavn,
    a?.bygning,
    a?.etasjenummer,
    a?.boenhet,
    a?.postboks,
    a?.postkode,
    a?.byEllerStedsnavn,
    a?.distriktsnavn,
    a?.region,
    ...(fri?.adresselinje ?? []),
    fri?.postkode,
    fri?.byEllerStedsnavn,
  ]);

const utlandskode = (e: ElementAv<'postadresseIUtlandet'>): string | undefined =>
  e.utenlandskAdresse?.landkode ?? e.utenlandskAdresseIFrittFormat?.landkode;

export const ADRESSEFELTER = [
  ...adressefelter('bostedsadresse', 'bosted', 'Bosted', (e: Bosted) => e.flyttedato, 'flyttedato'),
  bosted.en(
    'grunnkrets',
    'Bosted, grunnkrets',
    (e) => (e.grunnkrets === undefined ? null : String(e.grunnkrets).padStart(4, '0')),
    { regel: 'Fire sifre som tekst.' },
  ),
  ...adressefelter(
    'oppholdsadresse',
    'opphold',
    'Opphold',
    (e: Opphold) => e.oppholdsadressedato,
    'oppholdsadressedato',
  ),
  opphold.en('annetSted', 'Opphold annet sted', (e) => e.oppholdAnnetSted, { felt: 'oppholdAnnetSted' }),
  ...adressefelter(
    'deltBosted',
    'deltBosted',
    'Delt bosted',
    (e: Delt) => e.startdatoForKontrakt,
    'startdatoForKontrakt',
  ),
  post.en('adresse', 'Postadresse', postlinjer, { felt: 'vegadresse', regel: 'Linjene med komma mellom.' }),
  post.en('postnummer', 'Postadresse, postnummer', (e) => poststed(e)?.postnummer, { felt: 'vegadresse' }),
  post.en('poststed', 'Postadresse, poststed', (e) => poststed(e)?.poststedsnavn, { felt: 'vegadresse' }),
  utland.en('adresse', 'Postadresse i utlandet', utlandslinjer, {
    felt: 'utenlandskAdresse',
    regel: 'Linjene med komma mellom.',
  }),
  utland.en('landkode', 'Postadresse i utlandet, landkode', utlandskode, { felt: 'utenlandskAdresse' }),
  utland.en(
    'land',
    'Postadresse i utlandet, land',
    (e) => {
      const kode = utlandskode(e);
      return kode === undefined ? null : findLandnavn(kode);
    },
    { felt: 'utenlandskAdresse' },
  ),
];

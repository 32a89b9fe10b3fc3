/**
 * Addresses as lines, by product.md section 9: street number letter, bruksenhet; post code and post town; c/o first;
 * foreign addresses end with the country's name; matrikkel as gnr/bnr/fnr.
 *
 * Rule: a line holds values exactly as registered, and names of countries and post codes from the kodeverk. `bruk` says which fields the lines contain, so that everything
 * else can stand beside the address and nothing is lost or shown twice.
 */
import { findLandnavn } from '#lib/domain/kodeverk/land.ts';
import { findPoststed } from '#lib/domain/kodeverk/poststeder.ts';
import type { Adresseform } from '../model/felt.ts';

/** The values of one address by field (`poststed.postnummer`). A field may hold several (adresselinje). */
type Adressedeler = ReadonlyMap<string, readonly string[]>;

type FormatertAdresse = {
  linjer: string[];
  /** The fields that the lines contain. */
  brukt: ReadonlySet<string>;
};

/** `bruk` takes a value into a line; `se` only looks at it. */
type Leser = {
  bruk: (felt: string) => string;
  se: (felt: string) => string;
  brukAlle: (felt: string) => readonly string[];
};

const join = (skille: string, deler: readonly string[]): string =>
  deler.filter((del) => del !== '').join(skille);

const coLinje = (navn: string): string =>
  navn === '' || /(^|\s)(c\/o|v\/)/i.test(navn) ? navn : `c/o ${navn}`;

const landLinje = (kode: string): string => (kode === '' ? '' : (findLandnavn(kode) ?? ''));

/** The register's own name of the place; where it gives the code alone, the name that the code has. */
const poststedLinje = (postnummer: string, navn: string): string =>
  join(' ', [postnummer, navn || (findPoststed(postnummer) ?? '')]);

const poststed = ({ bruk }: Leser): string =>
  poststedLinje(bruk('poststed.postnummer'), bruk('poststed.poststedsnavn'));

const gate = ({ bruk }: Leser): string => {
  const nummer = `${bruk('adressenummer.husnummer')}${bruk('adressenummer.husbokstav')}`;
  return join(', ', [join(' ', [bruk('adressenavn'), nummer]), bruk('bruksenhetsnummer')]);
};

/** gnr/bnr/fnr as far as it goes without a hole; numbers after a hole stand as fields. */
const matrikkelnummer = ({ bruk }: Leser): string => {
  const deler: string[] = [];
  for (const felt of ['gaardsnummer', 'bruksnummer', 'festenummer']) {
    const del = bruk(`matrikkelnummer.${felt}`);
    if (del === '') break;
    deler.push(del);
  }
  return deler.join('/');
};

const postboks = (tekst: string): string => (/^\d+$/.test(tekst) ? `Postboks ${tekst}` : tekst);

const LINJER: Record<Adresseform, (leser: Leser) => string[]> = {
  veg: (l) => [coLinje(l.bruk('coAdressenavn')), l.bruk('adressetilleggsnavn'), gate(l), poststed(l)],
  matrikkel: (l) => [
    coLinje(l.bruk('coAdressenavn')),
    l.bruk('adressetilleggsnavn'),
    join(', ', [matrikkelnummer(l), l.bruk('bruksenhetsnummer')]),
    poststed(l),
  ],
  postboks: (l) => [l.bruk('postbokseier'), postboks(l.bruk('postboks')), poststed(l)],
  frittFormat: (l) => [...l.brukAlle('adresselinje'), poststed(l)],
  utenlandsk: (l) => [
    coLinje(l.bruk('coAdressenavn')),
    l.bruk('adressenavn'),
    join(', ', [l.bruk('bygning'), l.bruk('etasjenummer'), l.bruk('boenhet')]),
    l.bruk('postboks'),
    join(' ', [l.bruk('postkode'), l.bruk('byEllerStedsnavn')]),
    join(', ', [l.bruk('distriktsnavn'), l.bruk('region')]),
    landLinje(l.se('landkode')),
  ],
  utenlandskFritt: (l) => [
    ...l.brukAlle('adresselinje'),
    join(' ', [l.bruk('postkode'), l.bruk('byEllerStedsnavn')]),
    landLinje(l.se('landkode')),
  ],
  doedsbo: (l) => [
    ...l.brukAlle('adresselinje'),
    poststedLinje(l.bruk('postnummer'), l.bruk('poststedsnavn')),
    landLinje(l.se('landkode')),
  ],
};

/** One address as lines; no lines when it holds nothing that goes into one. */
export function formatAdresse(form: Adresseform, deler: Adressedeler): FormatertAdresse {
  const brukt = new Set<string>();
  const brukAlle = (felt: string): readonly string[] => {
    brukt.add(felt);
    return deler.get(felt) ?? [];
  };
  const leser: Leser = {
    brukAlle,
    bruk: (felt) => brukAlle(felt).join(' '),
    se: (felt) => (deler.get(felt) ?? []).join(' '),
  };
  return { linjer: LINJER[form](leser).filter((linje) => linje !== ''), brukt };
}

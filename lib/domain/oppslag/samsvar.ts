/**
 * How what was searched for agrees with who was found, field by field: a hit by sound, or by an earlier name, may be
 * another person, and the caseworker must see why it was a hit. Compared with what the user may see and nothing else,
 * so that a protected address is never confirmed (security.md Z-05).
 */
import type { Egenskap } from '#lib/domain/person/person-model.ts';
import type { Oppfoering, PersonView } from '#lib/domain/person/person-view.ts';
import type { Kriterier, Samsvar } from './oppslag.ts';

/** What each criterion is compared with; the criteria that are not here are identifiers. */
const EGENSKAP = {
  navn: ['navn'],
  foedselsdato: ['foedsel'],
  adressenavn: ['bostedsadresse', 'oppholdsadresse', 'deltBosted'],
  husnummer: ['bostedsadresse', 'oppholdsadresse', 'deltBosted'],
  postnummer: ['bostedsadresse', 'oppholdsadresse', 'deltBosted'],
} as const satisfies Partial<Record<keyof Kriterier, readonly Egenskap[]>>;
type Sammenlignbar = keyof typeof EGENSKAP;

const FELTER: readonly Sammenlignbar[] = ['navn', 'foedselsdato', 'adressenavn', 'husnummer', 'postnummer'];

const fold = (tekst: string) => tekst.normalize('NFC').toLocaleLowerCase('nb');

/** Everything that an entry shows, as words. */
function listOrd({ felter }: Oppfoering): string[] {
  return felter
    .flatMap(({ verdi }) => {
      if (verdi.slag === 'tekst') return [verdi.tekst];
      if (verdi.slag === 'dato') return [verdi.dato.replaceAll('-', '')];
      return verdi.slag === 'adresse' ? verdi.linjer : [];
    })
    .map(fold);
}

function isMatch(felt: Sammenlignbar, soekt: string, oppfoering: Oppfoering): boolean {
  const tekst = listOrd(oppfoering).join(' ');
  const ord = tekst.split(/[\s,]+/);
  if (felt === 'adressenavn') return tekst.includes(fold(soekt));

  return fold(soekt)
    .split(' ')
    .every((ett) => ord.includes(ett));
}

function compare(felt: Sammenlignbar, soekt: string, { seksjoner }: PersonView): Samsvar['grad'] {
  const egenskaper: readonly string[] = EGENSKAP[felt];
  const aktuelle = seksjoner.filter(({ egenskap }) => egenskaper.includes(egenskap));
  const gjeldende = aktuelle.flatMap((seksjon) => seksjon.gjeldende);
  const historikk = aktuelle.flatMap((seksjon) => seksjon.historikk);
  const synlige = [...gjeldende, ...historikk].filter(({ skjermet }) => !skjermet);
  if (synlige.length === 0) return 'ikkeVist';
  if (gjeldende.some((oppfoering) => isMatch(felt, soekt, oppfoering))) return 'likt';

  return historikk.some((oppfoering) => isMatch(felt, soekt, oppfoering)) ? 'tidligere' : 'ulikt';
}

/** One line for each criterion that was given and can be compared, in the order of the form. */
export function compareKriterier(kriterier: Kriterier, view: PersonView): Samsvar[] {
  return FELTER.flatMap((felt) => {
    const soekt = kriterier[felt];

    return soekt ? [{ felt, grad: compare(felt, soekt, view) }] : [];
  });
}

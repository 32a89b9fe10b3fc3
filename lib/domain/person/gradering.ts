/**
 * How protected a person and an address are. Rule: deny by default. A grading that is unknown, or that stands where
 * it cannot be read, counts as strengtFortrolig; only a row that the register calls past is past.
 * Source: freg-contract.md section 2.2, security.md Z-03.
 */
import type { Person } from './parse-person.ts';

/** A person's protection now. */
export type Gradering = 'ugradert' | 'fortrolig' | 'strengtFortrolig';

/** Whether a grading stood where it could not be read: as an odd value, or as a second spelling of the field. */
function hasUlesbarGradering({ avvik, ukjent }: Person): boolean {
  return (
    avvik.some(({ sti }) => /^adressebeskyttelse/i.test(sti)) ||
    ukjent.some(({ sti }) => /^adressebeskyttelse.*gradering/i.test(sti))
  );
}

function toGradering(nivaa: string | undefined): Gradering {
  if (nivaa === 'ugradert') return 'ugradert';
  // klientadresse belongs to one address; on a person it is not seen in practice, and the stricter reading is taken.
  return nivaa === 'fortrolig' || nivaa === 'klientadresse' ? 'fortrolig' : 'strengtFortrolig';
}

/** The strictest current grading of the person. A row without a readable grading is strengtFortrolig. */
export function getGradering(person: Person): Gradering {
  if (hasUlesbarGradering(person)) return 'strengtFortrolig';
  const gjeldende = (person.egenskaper.adressebeskyttelse ?? [])
    .filter((rad) => rad.erGjeldende !== false)
    .map((rad) => toGradering(rad.graderingsnivaa));
  if (gjeldende.includes('strengtFortrolig')) return 'strengtFortrolig';
  return gjeldende.includes('fortrolig') ? 'fortrolig' : 'ugradert';
}

/** Whether an address carries a tag of its own that withholds it. Anything but `ugradert` or no tag does. */
export function hasGradertTag(element: object): boolean {
  return (
    'adressegradering' in element &&
    element.adressegradering !== undefined &&
    element.adressegradering !== 'ugradert'
  );
}

/** Whether some address carries a tag that nobody may see behind: strengt fortrolig, or one that is not known. */
export function hasStrengAdresse({ egenskaper }: Person): boolean {
  const kjent = ['fortrolig', 'klientadresse'];
  return Object.values(egenskaper).some((elementer) =>
    elementer?.some(
      (element) =>
        hasGradertTag(element) &&
        'adressegradering' in element &&
        !kjent.includes(`${element.adressegradering}`),
    ),
  );
}

/** Whether a tag of some address stood where it could not be read; then no address tag of the person is trusted. */
export function hasUlesbartTag({ avvik, ukjent }: Person): boolean {
  return [...avvik, ...ukjent].some(
    ({ sti, verdi }) => /adressegradering/i.test(sti) && !/^ugradert$/i.test(verdi),
  );
}

/** Free text of the register that gives a protection away. */
const OM_BESKYTTELSE = /beskytt|grader|fortrolig|sperret|kripos|kode\s*[67]/i;
/** Only the head of a text is searched, so that a huge text costs nothing; the register's own are shorter. */
const SOEKT_LENGDE = 1000;

/** Whether a text, or the name of a field, speaks of somebody's protection. */
export function isOmBeskyttelse(tekst: string): boolean {
  return OM_BESKYTTELSE.test(tekst.slice(0, SOEKT_LENGDE));
}

/**
 * Masking of protected persons, done before the person view is built: the view builder never holds withheld data.
 *
 * "Place" below = everything from which a place of living can be read: every address egenskap, inn- and utflytting,
 * oppholdPaaSvalbard, kontaktinformasjonForDoedsbo.
 *
 * | whose what                             | without the right            | with the right `fortrolig`                 |
 * |----------------------------------------|------------------------------|--------------------------------------------|
 * | fortrolig person: places, history too  | removed without a trace      | `skjermet`, banner                         |
 * | strengtFortrolig person: places        | removed without a trace      | `skjermet`, banner; a current postadresse  |
 * |                                        |                              | tagged ugradert is shown (the way in)      |
 * | anyone: an address with a tag          | that one removed             | that one `skjermet`                        |
 * | anyone: rows of adressebeskyttelse     | removed, ugradert rows too   | shown                                      |
 * | anyone: aarsak, kilde about protection | removed                      | shown                                      |
 * | graded: embete (tells the county)      | removed                      | shown for fortrolig only                   |
 * | graded or any tag: unknown fields      | removed                      | removed                                    |
 * | a relative, of her place or protection | removed (`om-andre.ts`)      | removed                                    |
 *
 * A third way to see, `avdekket`, is an act of its own with a reason (lib/domain/avdekking): as with the right, and what
 * is fortrolig or klientadresse is shown: a klientadresse needs no more of a right than a fortrolig address, and no less,
 * and tells nothing of the person's other addresses. Strengt fortrolig, and a grading that cannot be read, are withheld
 * even then.
 *
 * A grading of the past protects nothing of today but its own row; addresses keep their own tags. Deny by default:
 * `gradering.ts`. Without the right every place and adressebeskyttelse is neutral when empty, for everyone
 * (`noeytrale`), so removed and never registered look the same.
 *
 * Sources: product.md section 5, freg-contract.md section 2.2, security.md decision 7, Z-03, Z-05.
 */
import type { Skjermingsrett } from '#lib/domain/session/session.ts';
import {
  type Gradering,
  getGradering,
  hasGradertTag,
  hasStrengAdresse,
  hasUlesbartTag,
  isOmBeskyttelse,
} from './gradering.ts';
import { withholdOmAndre } from './om-andre.ts';
import type { Person } from './parse-person.ts';
import { type Egenskap, type Egenskaper, type Element, isEgenskaper, PersonModel } from './person-model.ts';

/** Egenskaper from which a place of living can be read. */
export const STEDER: readonly Egenskap[] = [
  'bostedsadresse',
  'deltBosted',
  'oppholdsadresse',
  'postadresse',
  'postadresseIUtlandet',
  'preferertKontaktadresse',
  'kontaktinformasjonForDoedsbo',
  'innflytting',
  'utflytting',
  'oppholdPaaSvalbard',
];

/** How many elements of an egenskap are withheld but said to be there. */
type Skjermede = { gjeldende: number; historikk: number };

/** A person with everything withheld that this user may not see. Only `maskPerson` makes one. */
export type Skjermet = {
  person: Person;
  /** Withheld elements that the user may know of; always empty without the right. */
  skjermede: ReadonlyMap<Egenskap, Skjermede>;
  /** Egenskaper whose absence must tell nothing; empty with the right. */
  noeytrale: ReadonlySet<Egenskap>;
  /** For the banner: `ugradert` for everyone without the right. */
  gradering: Gradering;
};

/** With which eyes a person is seen. */
export type Innsyn = Skjermingsrett | 'avdekket';

type Vurdering = { gradering: Gradering; rett: Innsyn; stolPaaTag: boolean };

function isAapenPostadresse(egenskap: Egenskap, element: Element): boolean {
  return (
    egenskap === 'postadresse' &&
    element.erGjeldende === true &&
    'adressegradering' in element &&
    element.adressegradering === 'ugradert'
  );
}

/** Whether one element of a place or of adressebeskyttelse is withheld. */
function isSkjermet(egenskap: Egenskap, element: Element, vurdering: Vurdering): boolean {
  if (egenskap === 'adressebeskyttelse') return vurdering.rett === 'ingen';
  if (!STEDER.includes(egenskap)) return false;
  if (vurdering.rett === 'avdekket' && vurdering.gradering !== 'strengtFortrolig')
    return !vurdering.stolPaaTag;
  if (hasGradertTag(element) || !vurdering.stolPaaTag) return true;
  if (vurdering.gradering === 'ugradert') return false;
  if (vurdering.rett !== 'ingen' && vurdering.gradering === 'strengtFortrolig') {
    return !isAapenPostadresse(egenskap, element);
  }
  return true;
}

/** The element without the free texts and the office that would tell what is withheld. */
function stripElement(element: Element, { gradering, rett }: Vurdering): Element {
  const rest: Element & { embete?: unknown } = { ...element };
  const tellerOm = (tekst: string | undefined) =>
    rett === 'ingen' && tekst !== undefined && isOmBeskyttelse(tekst);
  if (tellerOm(rest.aarsak)) delete rest.aarsak;
  if (tellerOm(rest.kilde)) delete rest.kilde;
  if (gradering === 'strengtFortrolig' || (gradering === 'fortrolig' && rett === 'ingen')) delete rest.embete;
  return rest;
}

function countSkjermede(elementer: readonly Element[]): Skjermede {
  const gjeldende = elementer.filter((element) => element.erGjeldende === true).length;
  return { gjeldende, historikk: elementer.length - gjeldende };
}

function isEgenskap(navn: string): navn is Egenskap {
  return Object.hasOwn(PersonModel.shape, navn);
}

function splitEgenskaper(egenskaper: Egenskaper, vurdering: Vurdering) {
  const synlige: [Egenskap, Element[]][] = [];
  const skjermede = new Map<Egenskap, Skjermede>();
  for (const [navn, elementer] of Object.entries(egenskaper)) {
    if (!isEgenskap(navn) || elementer === undefined) continue;
    const liste: readonly Element[] = elementer;
    const synligeHer = liste.filter((element) => !isSkjermet(navn, element, vurdering));
    const skjermedeHer = liste.filter((element) => isSkjermet(navn, element, vurdering));
    if (synligeHer.length > 0)
      synlige.push([navn, synligeHer.map((element) => stripElement(element, vurdering))]);
    if (skjermedeHer.length > 0) skjermede.set(navn, countSkjermede(skjermedeHer));
  }
  return { synlige, skjermede };
}

/** Whether the document holds any protection at all, of today or before, on the person or on one address. */
function hasVern(person: Person, { gradering, stolPaaTag }: Omit<Vurdering, 'rett'>): boolean {
  if (gradering !== 'ugradert' || !stolPaaTag) return true;
  if (person.egenskaper.adressebeskyttelse?.some((rad) => rad.graderingsnivaa !== 'ugradert')) return true;
  return Object.values(person.egenskaper).some((elementer) =>
    elementer?.some((element) => hasGradertTag(element)),
  );
}

/** How protected a person is: her grading of now, and whether there is any protection, of now or before, on her or one address. */
export type Vern = { gradering: Gradering; harVern: boolean };

/** What a document says of it. */
export function readVern(person: Person): Vern {
  const gradering = getGradering(person);

  return { gradering, harVern: hasVern(person, { gradering, stolPaaTag: !hasUlesbartTag(person) }) };
}

/**
 * An older document of a person, as this user may see it now: by its own gradings and by those of today, whichever hides
 * more. An address that is protected today, or is the address of somebody who is, stands in it without a tag.
 */
export function maskArkivert(person: Person, rett: Skjermingsrett, { gradering, harVern }: Vern): Skjermet {
  if (!harVern) return maskPerson(person, rett);
  if (gradering === 'fortrolig') return maskPerson(person, rett, gradering);

  // Of one address, of before, or strengt: the places go as if they had never been there. A postadresse of then is no way in.
  return maskPerson(person, 'ingen', 'strengtFortrolig');
}

const STRENGHET: readonly Gradering[] = ['ugradert', 'fortrolig', 'strengtFortrolig'];
const findStrengeste = (en: Gradering, annen: Gradering): Gradering =>
  STRENGHET.indexOf(en) > STRENGHET.indexOf(annen) ? en : annen;

/** The person as this user may see it, counted as `minst` so graded. See the table above. */
export function maskPerson(person: Person, rett: Innsyn, minst: Gradering = 'ugradert'): Skjermet {
  // One strengt fortrolig address is enough to uncover nothing: the others may say where it is.
  const isStreng = rett === 'avdekket' && hasStrengAdresse(person);
  const stolPaaTag = !hasUlesbartTag(person) && !isStreng;
  const vurdering = { gradering: findStrengeste(getGradering(person), minst), rett, stolPaaTag };
  const { synlige, skjermede } = splitEgenskaper(person.egenskaper, vurdering);
  const egenskaper = Object.fromEntries(synlige);
  if (!isEgenskaper(egenskaper)) throw new TypeError('masking made what the model does not hold');
  const vern = hasVern(person, vurdering);
  const uten: ReadonlyMap<Egenskap, Skjermede> = new Map();
  return {
    person: {
      egenskaper,
      ukjent: vern ? [] : withholdOmAndre(person.ukjent),
      avvik: vern ? [] : withholdOmAndre(person.avvik),
    },
    skjermede: rett === 'ingen' ? uten : skjermede,
    noeytrale: new Set(rett === 'ingen' ? [...STEDER, 'adressebeskyttelse'] : []),
    gradering: rett === 'ingen' ? 'ugradert' : vurdering.gradering,
  };
}

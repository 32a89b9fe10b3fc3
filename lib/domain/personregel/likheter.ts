/**
 * What a person may have in common with the one who looks at her, besides family (security.md K05, K07): where they live,
 * and a surname in the same kommune. It closes nobody; it is told in the row of the act and weighed afterwards. Rule:
 * nothing is compared of somebody who is graded, or whose address is, for the mark would tell where she lives.
 */
import { listGjeldende } from '#lib/domain/person/gjeldende.ts';
import { getGradering, hasGradertTag, hasUlesbartTag } from '#lib/domain/person/gradering.ts';
import { type Person, parsePerson } from '#lib/domain/person/parse-person.ts';

/** The names are those of the rules that read them (lib/domain/kontroll). */
export const LIKHETER = ['sammeAdresse', 'naboadresse', 'sammeEtternavn'] as const;
export type Likhet = (typeof LIKHETER)[number];

/** For each likhet the texts that somebody is known by; two persons are alike who share one. */
export type Kjennetegn = Record<Likhet, string[]>;

/** The parts that are read. */
export const LIKHETSDELER = ['navn', 'bostedsadresse', 'adressebeskyttelse'];

const NAVN: ReadonlySet<string> = new Set(LIKHETSDELER.map((del) => del.toLowerCase()));
/** House numbers that count as next door: those beside, on both sides of the street. */
const NABOER = [-2, -1, 0, 1, 2];

type Bosted = NonNullable<Person['egenskaper']['bostedsadresse']>[number];
/** Where somebody lives: her home, the house it is in, and the houses beside it. */
type Sted = { kommune: string; hjem: string; hus: string; ved: string[] };

const join = (...ord: readonly (string | number | undefined)[]): string =>
  ord.map((ett) => `${ett ?? ''}`.trim().toUpperCase()).join('|');

function findSted({ vegadresse, matrikkeladresse }: Bosted): Sted | null {
  if (vegadresse?.kommunenummer && vegadresse.adressenavn) {
    const { kommunenummer: kommune, adressenavn, adressenummer, bruksenhetsnummer } = vegadresse;
    const { husnummer, husbokstav } = adressenummer ?? {};
    const toHus = (nummer: string | number | undefined) => join('veg', kommune, adressenavn, nummer);
    const number = Number(husnummer);
    const ved = Number.isInteger(number) && husnummer ? NABOER.map((n) => toHus(number + n)) : [];
    const hus = toHus(husnummer);
    return { kommune, hjem: join(hus, husbokstav, bruksenhetsnummer), hus, ved: [hus, ...ved] };
  }
  const { matrikkelnummer, undernummer, bruksenhetsnummer } = matrikkeladresse ?? {};
  if (!matrikkelnummer?.kommunenummer || matrikkelnummer.gaardsnummer === undefined) return null;
  const { kommunenummer: kommune, gaardsnummer, bruksnummer, festenummer } = matrikkelnummer;
  const hus = join('matrikkel', kommune, gaardsnummer, bruksnummer, festenummer);
  return { kommune, hjem: join(hus, undernummer, bruksenhetsnummer), hus, ved: [hus] };
}

const INGEN: Kjennetegn = { sammeAdresse: [], naboadresse: [], sammeEtternavn: [] };

/** Her surname and her home; null when she, or it, is graded, or when it cannot be told. */
function readSted(dokument: Readonly<Record<string, unknown>>) {
  // By any spelling, so that a grading that is written otherwise is still one that cannot be read.
  const deler = Object.entries(dokument).filter(([navn]) => NAVN.has(navn.toLowerCase()));
  const person = parsePerson(Object.fromEntries(deler));
  if (getGradering(person) !== 'ugradert' || hasUlesbartTag(person)) return null;
  const [bosted] = listGjeldende(person.egenskaper.bostedsadresse);
  const sted = bosted === undefined || hasGradertTag(bosted) ? null : findSted(bosted);
  const [navn] = listGjeldende(person.egenskaper.navn);
  return sted && { sted, etternavn: navn?.etternavn ? [join(sted.kommune, navn.etternavn)] : [] };
}

/** What the one who looks is known by. @throws UgyldigPersondokument when it is not an object. */
export function readKjennetegn(dokument: Readonly<Record<string, unknown>>): Kjennetegn {
  const lest = readSted(dokument);
  if (lest === null) return INGEN;
  return { sammeAdresse: [lest.sted.hjem], naboadresse: lest.sted.ved, sammeEtternavn: lest.etternavn };
}

/** What the one who is looked at is known by: of the houses her own. @throws UgyldigPersondokument as above. */
export function readSettKjennetegn(dokument: Readonly<Record<string, unknown>>): Kjennetegn {
  const lest = readSted(dokument);
  if (lest === null) return INGEN;
  return { sammeAdresse: [lest.sted.hjem], naboadresse: [lest.sted.hus], sammeEtternavn: lest.etternavn };
}

/** What two have in common; who lives in the same home is no neighbour. */
export function listLikheter(egne: Kjennetegn, sett: Kjennetegn): Likhet[] {
  const like = LIKHETER.filter((likhet) => sett[likhet].some((tegn) => egne[likhet].includes(tegn)));
  return like.includes('sammeAdresse') ? like.filter((likhet) => likhet !== 'naboadresse') : like;
}

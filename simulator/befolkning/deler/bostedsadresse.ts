/**
 * Where the person lives and has lived. A municipality reform copies the entry under its old number with the same
 * gyldighetstidspunkt (freg-contract.md section 2.1).
 */
import { addKretser, type Bolig, createNorskAdresse, toAdresseidentifikator, toBolig } from '../adresse.ts';
import { listBosteder } from '../bosted.ts';
import { formatDato } from '../dato.ts';
import { createElement, type Innhold } from '../element.ts';
import { type Kommune, REFORM_2020, REFORM_2024, toKommunenummer } from '../kommuner.ts';
import { getPar } from '../par.ts';
import { type Adressegradering, drawFor, type Person, toAlder, toHjemmetsBeskyttelse } from '../person.ts';
import { EMNE, findFar, findMor, type Skjelett } from '../skjelett.ts';
import { TELLEDAG } from '../telledag.ts';
import { hash, toAndel } from '../tilfeldig.ts';
import { toGradering } from './adressebeskyttelse.ts';

/** Addresses from before the register's time are not in it. */
export const FOERSTE_REGISTRERTE_DAG = -1920;

/** A bostedsadresse without its metadata; `adresse` is the part that `createNorskAdresse` makes. */
export function createBostedsadresse(
  adresse: Innhold,
  bolig: Bolig,
  gradering: Adressegradering,
  flyttedag: number,
): Innhold {
  const innhold: Innhold = {
    ...adresse,
    adresseIdentifikatorFraMatrikkelen: toAdresseidentifikator(bolig),
    adressegradering: gradering,
    flyttedato: formatDato(flyttedag),
  };
  addKretser(innhold, bolig);
  return innhold;
}

/** Drawn from the home, so a whole household is of unknown residence together; no protected one is. */
export function isUkjentHjem(s: Skjelett, noekkel: number): boolean {
  return (
    toAndel(hash(s.froe, noekkel, EMNE.bostedstype)) < 0.004 &&
    toHjemmetsBeskyttelse(s, noekkel) === 'ugradert'
  );
}

/** A home while it was the person's: `til` is the day she left it, or the last that counts. */
export type Boperiode = { noekkel: number; fra: number; til: number; gjeldende: boolean; foerste: boolean };

/** The homes that the register has, newest first. None for who is strengtFortrolig. */
export function listBoperioder({ bosteder, beskyttelse, bortedag, doedsdag }: Person): Boperiode[] {
  if (beskyttelse === 'strengtFortrolig') return [];
  const perioder: Boperiode[] = [];
  for (let i = bosteder.length - 1; i >= 0; i--) {
    const bosted = bosteder[i];
    if (bosted === undefined) continue;
    const siste = i === bosteder.length - 1;
    const til = siste ? (bortedag ?? doedsdag ?? TELLEDAG) : (bosteder[i + 1]?.fra ?? TELLEDAG);
    if (til < FOERSTE_REGISTRERTE_DAG) break;
    const { fra, noekkel } = bosted;
    perioder.push({ noekkel, fra, til, gjeldende: siste && bortedag === undefined, foerste: i === 0 });
  }
  return perioder;
}

export function createBostedsadresser(person: Person): Innhold[] {
  return listBoperioder(person).flatMap((periode) => createBostedsrader(person, periode));
}

/** One home: the entry under the number it had last, and a copy for each number before a reform. */
function createBostedsrader(person: Person, periode: Boperiode): Innhold[] {
  const { fra, til, gjeldende, foerste } = periode;
  const bolig = toBolig(person.s, person.nr, periode.noekkel);
  const h = hash(drawFor(person, EMNE.kilde, 8), fra);
  const gradering = toGradering(person, gjeldende);
  const aarsak = foerste ? (person.slag === 'innvandret' ? 'Innvandring' : 'Fødsel') : 'Flytting innenlands';
  const opphoersdag = !gjeldende && til === person.bortedag ? til : undefined;
  if (gjeldende && isUkjentHjem(person.s, periode.noekkel)) {
    const bostedskommune = toKommunenummer(bolig.kommune, TELLEDAG);
    return [
      createElement(
        { dag: fra, gjeldende, h, aarsak },
        { adressegradering: gradering, ukjentBosted: { bostedskommune } },
      ),
    ];
  }
  return listNummerdager(bolig.kommune, fra, til).map((nummerdag, nr, dager) => {
    const etterReform = nr < dager.length - 1;
    return createElement(
      {
        dag: fra,
        gjeldende: gjeldende && nr === 0,
        h,
        aarsak: etterReform ? 'Kommuneendring' : aarsak,
        opphoersdag,
        kilde: etterReform ? 'Matrikkelen' : undefined,
        ajourholdsdag: etterReform ? nummerdag : undefined,
      },
      createBostedsadresse(createNorskAdresse(bolig, nummerdag), bolig, gradering, fra),
    );
  });
}

/** The days from which the home had a new municipality number while it was lived in, newest first; `fra` is the last. */
export function listNummerdager(kommune: Kommune, fra: number, til: number): number[] {
  const dager = [fra];
  for (const reform of [REFORM_2020, REFORM_2024]) {
    const foer = toKommunenummer(kommune, dager[0] ?? fra);
    if (fra < reform && reform < til && toKommunenummer(kommune, reform) !== foer) dager.unshift(reform);
  }
  return dager;
}

/** Shared custody: some children of parents who parted live with the father too. */
export function createDeltBosted(person: Person): Innhold[] {
  const { s, nr, naaDag } = person;
  const mor = findMor(s, nr);
  const far = findFar(s, nr);
  if (
    mor === undefined ||
    far === undefined ||
    person.beskyttelse !== 'ugradert' ||
    toAlder(person.foedt, naaDag) >= 18
  )
    return [];
  const brudd = getPar(s, mor, far).slutt;
  const farsBosted = listBosteder(s, far).at(-1);
  if (brudd === undefined || farsBosted === undefined || toAndel(drawDelt(person)) > 0.4) return [];
  if (toHjemmetsBeskyttelse(s, farsBosted.noekkel) !== 'ugradert') return [];
  if (isUkjentHjem(s, farsBosted.noekkel)) return [];
  if (farsBosted.noekkel === person.bosteder.at(-1)?.noekkel) return [];
  const dag = Math.max(brudd + 60, farsBosted.fra, person.foedt + 300);
  const bolig = toBolig(s, far, farsBosted.noekkel);
  return [
    createElement(
      { dag, gjeldende: true, h: drawFor(person, EMNE.delt), aarsak: 'Delt bosted' },
      {
        ...createNorskAdresse(bolig, TELLEDAG),
        adresseIdentifikatorFraMatrikkelen: toAdresseidentifikator(bolig),
        adressegradering: 'ugradert',
        startdatoForKontrakt: formatDato(dag),
      },
    ),
  ];
}

function drawDelt(person: Person): number {
  return drawFor(person, EMNE.delt, 1);
}

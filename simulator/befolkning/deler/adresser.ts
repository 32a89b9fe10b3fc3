/**
 * All kinds of address. Who is fortrolig has every address tagged, history too; who is strengtFortrolig has none but
 * the open post address (freg-contract.md section 2.2). A municipality reform copies the entry under its old number
 * with the same gyldighetstidspunkt (section 2.1).
 */
import {
  type Bolig,
  createKretser,
  createNorskAdresse,
  createPostboksadresse,
  createVegadresseForPost,
  toAdresseidentifikator,
  toBolig,
} from '../adresse.ts';
import { listBosteder } from '../bosted.ts';
import { formatDato } from '../dato.ts';
import { createElement, type Innhold } from '../element.ts';
import { REFORM_2024, toKommunenummer } from '../kommuner.ts';
import { createUtenlandskAdresse, createUtenlandskAdresseIFrittFormat, toLand } from '../land.ts';
import { SUBSTANTIVER } from '../navn-ord.ts';
import { type Adressegradering, drawFor, type Person, toAlder } from '../person.ts';
import { EMNE, findFar, findMor } from '../skjelett.ts';
import { getPar } from '../par.ts';
import { TELLEDAG } from '../telledag.ts';
import { hash, toAndel, toElement, toHeltall } from '../tilfeldig.ts';

/** Addresses from before the register's time are not in it. */
const FOERSTE_REGISTRERTE_DAG = -1920;

/** The only way to reach who is strengtFortrolig: run by the authorities, the same for all. Invented. */
export const SKJERMET_POSTADRESSE = createPostboksadresse('SKJERMET POSTMOTTAK', 'Postboks 9006 Prøvevika', {
  postnummer: '0125',
  poststedsnavn: 'OSLO',
});

export function createAdressebeskyttelse(person: Person): Innhold[] {
  if (person.beskyttelse === 'ugradert') return [];
  const dag = getBeskyttetFra(person);
  const meta = { dag, gjeldende: true, h: drawFor(person, EMNE.vern), aarsak: 'Adressebeskyttelse' };
  return [createElement(meta, { graderingsnivaa: person.beskyttelse })];
}

function getBeskyttetFra(person: Person): number {
  return Math.max(person.bosteder.at(-1)?.fra ?? person.foerstedag, TELLEDAG - 1500);
}

function toGradering(person: Person, gjeldende: boolean): Adressegradering {
  if (person.beskyttelse !== 'ugradert') return person.beskyttelse;
  return gjeldende && toAndel(drawFor(person, EMNE.vern, 1)) < 0.0008 ? 'klientadresse' : 'ugradert';
}

function createBostedsadresse(adresse: Innhold, bolig: Bolig, gradering: Adressegradering, flyttedag: number): Innhold {
  return {
    ...adresse,
    adresseIdentifikatorFraMatrikkelen: toAdresseidentifikator(bolig),
    adressegradering: gradering,
    flyttedato: formatDato(flyttedag),
    ...createKretser(bolig),
  };
}

function isUkjentBosted(person: Person): boolean {
  return person.beskyttelse === 'ugradert' && toAndel(drawFor(person, EMNE.bostedstype)) < 0.004;
}

export function createBostedsadresser(person: Person): Innhold[] {
  const { s, nr, bosteder, beskyttelse } = person;
  if (beskyttelse === 'strengtFortrolig') return [];
  const slutt = person.bortedag ?? person.doedsdag;
  const rader: Innhold[] = [];
  for (let i = bosteder.length - 1; i >= 0; i--) {
    const bosted = bosteder[i];
    if (bosted === undefined) continue;
    const siste = i === bosteder.length - 1;
    const til = siste ? (slutt ?? TELLEDAG) : (bosteder[i + 1]?.fra ?? TELLEDAG);
    if (til < FOERSTE_REGISTRERTE_DAG) break;
    const gjeldende = siste && person.bortedag === undefined;
    const bolig = toBolig(s, nr, bosted.noekkel);
    rader.push(...createBostedsrader(person, bolig, bosted.fra, til, gjeldende, i === 0));
  }
  return rader;
}

/** One home: the entry of today's municipality number, and the copy that the reform of 2024 left behind. */
function createBostedsrader(
  person: Person,
  bolig: Bolig,
  fra: number,
  til: number,
  gjeldende: boolean,
  foerste: boolean,
): Innhold[] {
  const h = hash(drawFor(person, EMNE.kilde, 8), fra);
  const gradering = toGradering(person, gjeldende);
  const aarsak = foerste ? (person.slag === 'innvandret' ? 'Innvandring' : 'Fødsel') : 'Flytting innenlands';
  const opphoersdag = !gjeldende && til === person.bortedag ? til : undefined;
  if (gjeldende && isUkjentBosted(person)) {
    const bostedskommune = toKommunenummer(bolig.kommune, TELLEDAG);
    return [createElement({ dag: fra, gjeldende, h, aarsak }, { adressegradering: gradering, ukjentBosted: { bostedskommune } })];
  }
  const hadReform = fra < REFORM_2024 && til > REFORM_2024;
  const nummerdag = hadReform ? REFORM_2024 : fra;
  const gammel = createElement(
    { dag: fra, gjeldende: gjeldende && !isNyttNummer(bolig, hadReform), h, aarsak, opphoersdag },
    createBostedsadresse(createNorskAdresse(bolig, fra), bolig, gradering, fra),
  );
  if (!isNyttNummer(bolig, hadReform)) return [gammel];
  const meta = { dag: fra, gjeldende, h, aarsak: 'Kommuneendring', kilde: 'Matrikkelen', ajourholdsdag: REFORM_2024, opphoersdag };
  const ny = createElement(meta, createBostedsadresse(createNorskAdresse(bolig, nummerdag), bolig, gradering, fra));
  return [ny, gammel];
}

function isNyttNummer(bolig: Bolig, hadReform: boolean): boolean {
  return hadReform && bolig.kommune.nummer !== bolig.kommune.nummer2020;
}

/** Shared custody: some children of parents who parted live with the father too. */
export function createDeltBosted(person: Person): Innhold[] {
  const { s, nr, naaDag } = person;
  const mor = findMor(s, nr);
  const far = findFar(s, nr);
  if (mor === undefined || far === undefined || person.beskyttelse !== 'ugradert' || toAlder(person.foedt, naaDag) >= 18) return [];
  const brudd = getPar(s, mor, far).slutt;
  const farsBosted = listBosteder(s, far).at(-1);
  if (brudd === undefined || farsBosted === undefined || toAndel(drawDelt(person)) > 0.4) return [];
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

export function createOppholdsadresser(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.opphold);
  const { s, nr, slag, doedsdag } = person;
  const isDnummer = slag === 'dnummer';
  if (person.beskyttelse === 'strengtFortrolig' || doedsdag !== undefined || toAndel(h) > (isDnummer ? 0.7 : 0.02)) return [];
  if (!isDnummer && slag !== 'vanlig' && slag !== 'innvandret') return [];
  const fra = isDnummer ? person.foerstedag : TELLEDAG - toHeltall(hash(h, 1), 30, 700);
  const bolig = toBolig(s, nr, hash(h, 2));
  const annetSted = isDnummer ? undefined : toElement(hash(h, 3), ['pendler', 'pendler', 'utenriks', 'militaer', 'paaSvalbard']);
  const adresse = annetSted === 'utenriks' || annetSted === 'militaer' ? { adressenErUkjent: true } : createNorskAdresse(bolig, fra);
  return [
    createElement(
      { dag: fra, gjeldende: true, h, aarsak: 'Oppholdsadresse og opphold annet sted' },
      {
        ...adresse,
        adressegradering: toGradering(person, false),
        oppholdsadressedato: formatDato(fra),
        ...(annetSted === undefined ? {} : { oppholdAnnetSted: annetSted }),
      },
    ),
  ];
}

export function createPostadresser(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.post);
  if (person.beskyttelse === 'strengtFortrolig') {
    const meta = { dag: getBeskyttetFra(person), gjeldende: true, h, aarsak: 'Adressebeskyttelse' };
    return [createElement(meta, { adressegradering: 'ugradert', postboksadresse: SKJERMET_POSTADRESSE })];
  }
  const andel = toAndel(h);
  if (andel > 0.05 || person.doedsdag !== undefined || person.bosteder.length === 0) return [];
  const bolig = toBolig(person.s, person.nr, person.bosteder.at(-1)?.noekkel ?? h);
  const meta = { dag: TELLEDAG - toHeltall(hash(h, 1), 100, 2500), gjeldende: true, h, aarsak: 'Postadresse' };
  const adressegradering = toGradering(person, false);
  const boks = toHeltall(hash(h, 2), 1, 400);
  if (andel < 0.01) {
    const poststed = { poststedsnavn: bolig.poststed.poststedsnavn, postnummer: bolig.poststed.postnummer };
    const frittFormat = { adresselinje: [`POSTBOKS ${boks} ${bolig.gatenavn.toUpperCase()}`], poststed };
    return [createElement(meta, { adressegradering, postadresseIFrittFormat: frittFormat })];
  }
  if (andel < 0.03) return [createElement(meta, { adressegradering, vegadresse: createVegadresseForPost(bolig) })];
  const eier = `C/O ${toElement(hash(h, 3), SUBSTANTIVER)}`;
  return [createElement(meta, { adressegradering, postboksadresse: createPostboksadresse(eier, `Postboks ${boks}`, bolig.poststed) })];
}

export function createPostadresserIUtlandet(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.post, 1);
  const andel = toAndel(h);
  const grense = person.slag === 'utflyttet' ? 0.65 : person.slag === 'dnummer' ? 0.45 : 0;
  if (andel >= grense) return [];
  const land = toLand(drawFor(person, EMNE.land));
  const adresse =
    andel < grense * 0.8
      ? { utenlandskAdresse: createUtenlandskAdresse(land, h) }
      : { utenlandskAdresseIFrittFormat: createUtenlandskAdresseIFrittFormat(land, h) };
  const dag = person.bortedag ?? person.foerstedag;
  return [createElement({ dag, gjeldende: true, h, aarsak: 'Postadresse' }, { adressegradering: 'ugradert', ...adresse })];
}

/** Where the person stays and gets post, in Norway and abroad. */
import { createNorskAdresse, createPostboksadresse, createVegadresseForPost, toBolig } from '../adresse.ts';
import { formatDato } from '../dato.ts';
import { createElement, type Innhold } from '../element.ts';
import { createUtenlandskAdresse, createUtenlandskAdresseIFrittFormat, toLand } from '../land.ts';
import { SUBSTANTIVER } from '../navn-ord.ts';
import { drawFor, type Person } from '../person.ts';
import { EMNE } from '../skjelett.ts';
import { TELLEDAG } from '../telledag.ts';
import { hash, toAndel, toElement, toHeltall } from '../tilfeldig.ts';
import { getBeskyttetFra, SKJERMET_POSTADRESSE, toGradering } from './adressebeskyttelse.ts';
import { isUtenAjourhold } from './identitet.ts';

export function createOppholdsadresser(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.opphold);
  const { s, nr, slag, doedsdag } = person;
  const isDnummer = slag === 'dnummer';
  if (
    person.beskyttelse === 'strengtFortrolig' ||
    doedsdag !== undefined ||
    toAndel(h) > (isDnummer ? 0.7 : 0.02)
  )
    return [];
  if (!isDnummer && slag !== 'vanlig' && slag !== 'innvandret') return [];
  const fra = isDnummer ? person.foerstedag : TELLEDAG - toHeltall(hash(h, 1), 30, 700);
  const bolig = toBolig(s, nr, hash(h, 2));
  const annetSted = isDnummer
    ? undefined
    : toElement(hash(h, 3), ['pendler', 'pendler', 'utenriks', 'militaer', 'paaSvalbard']);
  const adresse =
    annetSted === 'utenriks' || annetSted === 'militaer'
      ? { adressenErUkjent: true }
      : createNorskAdresse(bolig, fra);
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
  const dag = TELLEDAG - toHeltall(hash(h, 1), 100, 2500);
  const meta = {
    dag,
    gjeldende: true,
    h,
    aarsak: 'Postadresse',
    utenAjourhold: isUtenAjourhold(dag, hash(h, 4)),
  };
  const adressegradering = toGradering(person, false);
  const boks = toHeltall(hash(h, 2), 1, 400);
  if (andel < 0.01) {
    const poststed = { poststedsnavn: bolig.poststed.poststedsnavn, postnummer: bolig.poststed.postnummer };
    const frittFormat = { adresselinje: [`POSTBOKS ${boks} ${bolig.gatenavn.toUpperCase()}`], poststed };
    return [createElement(meta, { adressegradering, postadresseIFrittFormat: frittFormat })];
  }
  if (andel < 0.03)
    return [createElement(meta, { adressegradering, vegadresse: createVegadresseForPost(bolig) })];
  const eier = `C/O ${toElement(hash(h, 3), SUBSTANTIVER)}`;
  return [
    createElement(meta, {
      adressegradering,
      postboksadresse: createPostboksadresse(eier, `Postboks ${boks}`, bolig.poststed),
    }),
  ];
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
  return [
    createElement(
      { dag, gjeldende: true, h, aarsak: 'Postadresse' },
      { adressegradering: 'ugradert', ...adresse },
    ),
  ];
}

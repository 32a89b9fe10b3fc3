/**
 * Where the person lives and gets post. A reform and a correction are no move: flyttedato stays, and a reform leaves a
 * copy with the same gyldighetstidspunkt (freg-contract.md section 2.1).
 */
import {
  createNorskAdresse,
  createPostboksadresse,
  toAdresseidentifikator,
} from '../../befolkning/adresse.ts';
import { formatDato } from '../../befolkning/dato.ts';
import { createBostedsadresse } from '../../befolkning/deler/bostedsadresse.ts';
import { getObjekt, getTekst, isInnhold } from '../../befolkning/dokumentlesing.ts';
import type { Innhold } from '../../befolkning/element.ts';
import { createUtenlandskAdresse, LAND, toLand } from '../../befolkning/land.ts';
import { SUBSTANTIVER } from '../../befolkning/navn-ord.ts';
import type { Adressegradering } from '../../befolkning/person.ts';
import { hash, toElement, toHeltall } from '../../befolkning/tilfeldig.ts';
import { createHjem } from '../hjem.ts';
import { findGjeldende, getGradering, getStatus, isGjeldende } from '../lesing.ts';
import { addOppfoering, endOppfoeringer, korrigerOppfoeringer, type Utfoering } from '../utfoering.ts';

/** The grade that a new address of the person has. */
function toAdressegradering(u: Utfoering): Adressegradering {
  return getGradering(u.dokument) === 'fortrolig' ? 'fortrolig' : 'ugradert';
}

/** The address of the home in `argument`, under the municipality number of its time. */
function createHjemadresse(u: Utfoering): Innhold {
  return toNyttKommunenummer(createNorskAdresse(createHjem(u.grunn.skjelett, u.argument), u.dag), (nummer) =>
    u.toKommunenummer(nummer),
  );
}

/** The same address or bostedsadresse with another municipality number. */
function toNyttKommunenummer(adresse: Innhold, toNummer: (nummer: string) => string): Innhold {
  const { vegadresse, matrikkeladresse, ukjentBosted } = adresse;
  const endret: Innhold = { ...adresse };
  if (isInnhold(vegadresse))
    endret.vegadresse = { ...vegadresse, kommunenummer: toNummer(getTekst(vegadresse, 'kommunenummer')) };
  if (isInnhold(matrikkeladresse)) {
    const matrikkelnummer = getObjekt(matrikkeladresse, 'matrikkelnummer');
    endret.matrikkeladresse = {
      ...matrikkeladresse,
      matrikkelnummer: {
        ...matrikkelnummer,
        kommunenummer: toNummer(getTekst(matrikkelnummer, 'kommunenummer')),
      },
    };
  }
  if (isInnhold(ukjentBosted))
    endret.ukjentBosted = { bostedskommune: toNummer(getTekst(ukjentBosted, 'bostedskommune')) };
  return endret;
}

function addBosted(u: Utfoering, aarsak: string): void {
  const bolig = createHjem(u.grunn.skjelett, u.argument);
  const bosted = createBostedsadresse(createHjemadresse(u), bolig, toAdressegradering(u), u.dag);
  addOppfoering(u, 'bostedsadresse', bosted, { aarsak });
}

/** `argument`: the home. */
export function flytt(u: Utfoering): void {
  addBosted(u, 'Flytting innenlands');
}

/** A child's other home, when the parent there moves. `argument`: the home. */
export function flyttDeltBosted(u: Utfoering): void {
  const gammelt = findGjeldende(u.dokument, 'deltBosted') ?? {};
  const bolig = createHjem(u.grunn.skjelett, u.argument);
  const innhold = {
    ...createHjemadresse(u),
    adresseIdentifikatorFraMatrikkelen: toAdresseidentifikator(bolig),
    adressegradering: toAdressegradering(u),
    startdatoForKontrakt: gammelt.startdatoForKontrakt ?? formatDato(u.dag),
  };
  addOppfoering(u, 'deltBosted', innhold, { aarsak: 'Delt bosted' });
}

export function endDeltBosted(u: Utfoering): void {
  endOppfoeringer(u, 'deltBosted');
}

/** `argument`: chooses the country. */
export function flyttUt(u: Utfoering): void {
  const land = toElement(hash(u.argument, 1), LAND);
  addOppfoering(u, 'status', { status: 'utflyttet' }, { aarsak: 'Utvandring' });
  for (const egenskap of ['bostedsadresse', 'oppholdsadresse', 'deltBosted']) endOppfoeringer(u, egenskap);
  addOppfoering(
    u,
    'utflytting',
    {
      tilflyttingsland: land.a3,
      tilflyttingsstedIUtlandet: toElement(hash(u.argument, 2), land.byer),
      utflyttingsdato: formatDato(u.dag),
    },
    { aarsak: 'Utvandring' },
  );
  const adresse = createUtenlandskAdresse(land, hash(u.argument, 3));
  addOppfoering(
    u,
    'postadresseIUtlandet',
    { adressegradering: toAdressegradering(u), utenlandskAdresse: adresse },
    { aarsak: 'Postadresse' },
  );
}

/** `argument`: the home. */
export function flyttInn(u: Utfoering): void {
  const utflytting = findGjeldende(u.dokument, 'utflytting') ?? {};
  addOppfoering(u, 'status', { status: 'bosatt' }, { aarsak: 'Innvandring' });
  addOppfoering(
    u,
    'innflytting',
    {
      fraflyttingsland: utflytting.tilflyttingsland ?? toLand(u.h).a3,
      ...(utflytting.tilflyttingsstedIUtlandet === undefined
        ? {}
        : { fraflyttingsstedIUtlandet: utflytting.tilflyttingsstedIUtlandet }),
    },
    { aarsak: 'Innvandring' },
  );
  addBosted(u, 'Innvandring');
  endOppfoeringer(u, 'postadresseIUtlandet');
}

/** A post box for who lives in Norway, an address abroad for everybody else. */
export function byttPostadresse(u: Utfoering): void {
  const adressegradering = toAdressegradering(u);
  if (getStatus(u.dokument) !== 'bosatt') {
    const utenlandskAdresse = createUtenlandskAdresse(toLand(hash(u.h, 1)), hash(u.h, 2));
    addOppfoering(
      u,
      'postadresseIUtlandet',
      { adressegradering, utenlandskAdresse },
      { aarsak: 'Postadresse' },
    );
    return;
  }
  const { poststed } = createHjem(u.grunn.skjelett, u.person * 512);
  const eier = `C/O ${toElement(hash(u.h, 3), SUBSTANTIVER)}`;
  const postboksadresse = createPostboksadresse(
    eier,
    `Postboks ${toHeltall(hash(u.h, 4), 1, 900)}`,
    poststed,
  );
  addOppfoering(u, 'postadresse', { adressegradering, postboksadresse }, { aarsak: 'Postadresse' });
}

/** The number of the flat was wrong. `argument`: chooses the right one, for all who live there. */
export function rettBosted(u: Utfoering): void {
  const bruksenhetsnummer = `H0${toHeltall(hash(u.argument, 1), 1, 6)}0${toHeltall(hash(u.argument, 2), 1, 6)}`;
  korrigerOppfoeringer(u, 'bostedsadresse', (e) => {
    if (!isGjeldende(e)) return undefined;
    const felt = ['vegadresse', 'matrikkeladresse'].find((navn) => isInnhold(e[navn]));
    return felt === undefined ? undefined : { ...e, [felt]: { ...getObjekt(e, felt), bruksenhetsnummer } };
  });
}

/** The municipality got another number. */
export function byttKommunenummer(u: Utfoering): void {
  const gammelt = findGjeldende(u.dokument, 'bostedsadresse');
  if (gammelt === undefined) return;
  const { ajourholdstidspunkt: _a, erGjeldende: _e, kilde: _k, aarsak: _g, ...resten } = gammelt;
  const { gyldighetstidspunkt, ...innhold } = toNyttKommunenummer(resten, (nummer) =>
    u.toKommunenummer(nummer),
  );
  addOppfoering(u, 'bostedsadresse', innhold, {
    aarsak: 'Kommuneendring',
    kilde: 'Matrikkelen',
    gyldighetstidspunkt,
  });
}

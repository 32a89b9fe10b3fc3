/** From the key of a home to its address, in the shapes of the person model (freg-contract.md section 2). */
import type { Innhold } from './element.ts';
import { toGatenavn } from './gatenavn.ts';
import {
  getKommune,
  KOMMUNER,
  type Kommune,
  type Poststed,
  toKommunenummer,
  toKommuneplass,
} from './kommuner.ts';
import { TRE_SIFFER } from './siffer.ts';
import { type Skjelett, SLEKT } from './skjelett.ts';
import { hash, toAndel, toElement, toHeltall } from './tilfeldig.ts';

/** Share of homes that lie in the family's own municipality. Assumption. */
const ANDEL_HJEMME = 0.62;

export type Bolig = {
  kommune: Kommune;
  gatenavn: string;
  husnummer: number;
  husbokstav: string | undefined;
  bruksenhetsnummer: string;
  adressekode: number;
  isMatrikkel: boolean;
  poststed: Poststed;
  h: number;
};

/** A family's municipality: the first 357 families take one each, so that none is empty; the rest by size. */
function toHjemkommuneplass(s: Skjelett, person: number): number {
  const slekt = Math.floor((person - s.foerste) / SLEKT);
  return slekt < KOMMUNER.length ? slekt : toKommuneplass(hash(s.froe, slekt, 0x48));
}

/** Where a home lies: place in KOMMUNER and number of the street there; `h` decides the rest. */
export type Boligplass = { h: number; plass: number; gate: number };

/** The place behind a key. `person` is anyone of the family that it belongs to. */
export function toBoligplass(s: Skjelett, person: number, noekkel: number): Boligplass {
  const h = hash(s.froe, noekkel, 0x42);
  const plass = toAndel(h) < ANDEL_HJEMME ? toHjemkommuneplass(s, person) : toKommuneplass(hash(h, 1));
  return { h, plass, gate: toHeltall(hash(h, 2), 0, getSisteGate(getKommune(plass))) };
}

/** The highest number of a street in the municipality; the first is 0. */
export function getSisteGate(kommune: Kommune): number {
  return 8 + Math.floor(Math.sqrt(kommune.innbyggere));
}

export const HUSBOKSTAVER = ['A', 'B', 'C', 'D'] as const;

/** Number and letter of a home from the hash of its place. */
export function toHus(h: number): { husnummer: number; husbokstav: string | undefined } {
  const bokstav = hash(h, 4);
  return {
    husnummer: 1 + Math.floor(90 * toAndel(hash(h, 3)) ** 2),
    husbokstav: toAndel(bokstav) < 0.22 ? toElement(hash(bokstav, 1), HUSBOKSTAVER) : undefined,
  };
}

/** Whether a home is addressed by gårdsnummer and bruksnummer instead of a street. */
export function isMatrikkel(kommune: Kommune, h: number): boolean {
  return kommune.innbyggere < 8000 && toAndel(hash(h, 6)) < 0.2;
}

/** The post code that a street has all along. */
export function toPoststed(plass: number, gate: number): Poststed {
  return toElement(hash(plass, gate, 0x50), getKommune(plass).poststeder);
}

/** The home behind a key. `person` is anyone of the family that it belongs to. */
export function toBolig(s: Skjelett, person: number, noekkel: number): Bolig {
  const { h, plass, gate } = toBoligplass(s, person, noekkel);
  const kommune = getKommune(plass);
  return {
    kommune,
    gatenavn: toGatenavn(plass, gate),
    ...toHus(h),
    bruksenhetsnummer: toBruksenhetsnummer(hash(h, 5), kommune),
    adressekode: 1000 + gate * 7,
    isMatrikkel: isMatrikkel(kommune, h),
    poststed: toPoststed(plass, gate),
    h,
  };
}

function toBruksenhetsnummer(h: number, kommune: Kommune): string {
  if (kommune.innbyggere < 20_000 || toAndel(h) < 0.5) return 'H0101';
  return `H0${toHeltall(hash(h, 1), 1, 6)}0${toHeltall(hash(h, 2), 1, 6)}`;
}

function formatPoststed(poststed: Poststed): Innhold {
  return { poststedsnavn: poststed.poststedsnavn, postnummer: poststed.postnummer };
}

function createAdressenummer({ husnummer, husbokstav }: Bolig): Innhold {
  return husbokstav === undefined
    ? { husnummer: String(husnummer) }
    : { husnummer: String(husnummer), husbokstav };
}

/** `{ vegadresse }` or `{ matrikkeladresse }` as it was on a day: the municipality number is that day's. */
export function createNorskAdresse(bolig: Bolig, dag: number, coAdressenavn?: string): Innhold {
  const kommunenummer = toKommunenummer(bolig.kommune, dag);
  const poststed = formatPoststed(bolig.poststed);
  const adresse: Innhold = bolig.isMatrikkel
    ? {
        bruksenhetsnummer: bolig.bruksenhetsnummer,
        bruksenhetstype: 'bolig',
        matrikkelnummer: {
          kommunenummer,
          gaardsnummer: toHeltall(hash(bolig.h, 7), 1, 190),
          bruksnummer: toHeltall(hash(bolig.h, 8), 1, 60),
          festenummer: 0,
        },
        undernummer: 0,
        adressetilleggsnavn: bolig.gatenavn,
        poststed,
      }
    : {
        kommunenummer,
        bruksenhetsnummer: bolig.bruksenhetsnummer,
        bruksenhetstype: 'bolig',
        adressenavn: bolig.gatenavn,
        adressenummer: createAdressenummer(bolig),
        adressekode: String(bolig.adressekode),
        poststed,
      };
  if (coAdressenavn !== undefined) adresse.coAdressenavn = coAdressenavn;
  return bolig.isMatrikkel ? { matrikkeladresse: adresse } : { vegadresse: adresse };
}

/** The street address as postadresse has it: without municipality and kind of unit. */
export function createVegadresseForPost(bolig: Bolig): Innhold {
  return {
    bruksenhetsnummer: bolig.bruksenhetsnummer,
    adressenavn: bolig.gatenavn,
    adressenummer: createAdressenummer(bolig),
    adressekode: String(bolig.adressekode),
    poststed: formatPoststed(bolig.poststed),
  };
}

export function createPostboksadresse(postbokseier: string, postboks: string, poststed: Poststed): Innhold {
  return { postbokseier, postboks, poststed: formatPoststed(poststed) };
}

/** The map key of an address: eight or nine digits. */
export function toAdresseidentifikator(bolig: Bolig): string {
  const tall = toHeltall(hash(bolig.h, 9), 10_000_000, 499_999_999);
  const millioner = Math.floor(tall / 1_000_000);
  const rest = tall - millioner * 1_000_000;
  const tusener = Math.floor(rest / 1000);
  return `${millioner}${TRE_SIFFER[tusener]}${TRE_SIFFER[rest - tusener * 1000]}`;
}

/** Adds the circuits an address lies in; grunnkrets arrives as a number, without leading zero (section 2.1). */
export function addKretser(innhold: Innhold, { h }: Bolig): void {
  innhold.grunnkrets = toHeltall(hash(h, 10), 101, 1299);
  innhold.stemmekrets = toHeltall(hash(h, 11), 1, 12);
  innhold.skolekrets = toHeltall(hash(h, 12), 1, 9);
  innhold.kirkekrets = toHeltall(hash(h, 13), 1, 6);
}

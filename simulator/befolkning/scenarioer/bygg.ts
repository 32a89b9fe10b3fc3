/**
 * What the scenario files build with: the same entries as everybody's documents, with the facts given instead of
 * drawn. A scenario is a whole document; what it does not say stays as an ordinary resident's.
 */
import { getPostalCodeInfo } from 'norwegian-postalcodes-mapper';
import type { Persondokument } from '../befolkning.ts';
import { parseDag } from '../dato.ts';
import { EGENSKAPER } from '../egenskaper.ts';
import { createElement, type Innhold, keepUtfylt, type Metadata } from '../element.ts';
import { hash } from '../tilfeldig.ts';
import { toHusnummer } from './hjem.ts';
import { NUMMER } from './nummer.ts';

export type Scenario = {
  navn: string;
  nummer: string;
  beskrivelse: string;
  /** The document; `naaDag` is the simulator's today as a day number, for those that depend on it. */
  createDokument(naaDag: number): Persondokument;
};

/** A scenario whose document is the same whatever the time; a fresh copy each time, so nobody changes another's. */
export function createScenario(
  navn: keyof typeof NUMMER,
  beskrivelse: string,
  createDokument: () => Persondokument,
): Scenario {
  return { navn, nummer: NUMMER[navn], beskrivelse, createDokument };
}

export type Radvalg = Partial<Omit<Metadata, 'dag' | 'h' | 'opphoersdag'>> & { opphoert?: string };

/** One entry valid from a date (yyyy-MM-dd). `opphoert` is the date it ended without a successor. */
export function createRad(dato: string, innhold: Innhold, { opphoert, ...valg }: Radvalg = {}): Innhold {
  const dag = parseDag(dato);
  const opphoersdag = opphoert === undefined ? undefined : parseDag(opphoert);
  return createElement({ dag, gjeldende: true, h: hash(dag, 77), ...valg, opphoersdag }, keepUtfylt(innhold));
}

/** The same entry as history: replaced by a later one. */
export function createGammelRad(dato: string, innhold: Innhold, valg: Radvalg = {}): Innhold {
  return createRad(dato, innhold, { gjeldende: false, ...valg });
}

/** Place of a post code. Throws when the code does not exist. */
export function createPoststed(postnummer: string): Innhold {
  const info = getPostalCodeInfo(postnummer);
  if (info === undefined) throw new Error(`Postnummer ${postnummer} finnes ikke.`);
  return { poststedsnavn: info.city, postnummer };
}

export type Vegadressevalg = { bruksenhet?: string; gradering?: string; co?: string };

/** One for each house, whoever moved there and when. */
function toAdresseidentifikator(hus: string): string {
  const h = [...hus].reduce((sum, tegn) => hash(sum, tegn.codePointAt(0) ?? 0), 0);
  return String(100_000_000 + (h % 300_000_000));
}

/** `{ vegadresse, adresseIdentifikator…, adressegradering, flyttedato, kretser }`; `husnummer` may end in a letter. */
export function createBosted(
  flyttedato: string,
  kommunenummer: string,
  gate: string,
  husnummer: string,
  postnummer: string,
  { bruksenhet = 'H0101', gradering = 'ugradert', co }: Vegadressevalg = {},
): Innhold {
  return {
    ...createVegadresse(kommunenummer, gate, husnummer, postnummer, bruksenhet, co),
    adresseIdentifikatorFraMatrikkelen: toAdresseidentifikator(`${gate} ${husnummer}`),
    adressegradering: gradering,
    flyttedato,
    grunnkrets: 307,
    stemmekrets: 3,
    skolekrets: 2,
    kirkekrets: 1,
  };
}

/** The home of a scenario person who has no address of her own to tell of. */
export function createHjem(flyttedato: string, nummer: string): Innhold {
  return createBosted(flyttedato, '3107', 'Prøveveien', toHusnummer(nummer), '1606');
}

export function createVegadresse(
  kommunenummer: string,
  gate: string,
  husnummer: string,
  postnummer: string,
  bruksenhetsnummer = 'H0101',
  coAdressenavn?: string,
): Innhold {
  const [, nummer = husnummer, husbokstav] = /^(\d+)([A-ZÆØÅ])?$/.exec(husnummer) ?? [];
  return {
    vegadresse: keepUtfylt({
      kommunenummer,
      bruksenhetsnummer,
      bruksenhetstype: 'bolig',
      adressenavn: gate,
      adressenummer: keepUtfylt({ husnummer: nummer, husbokstav }),
      adressekode: '1412',
      poststed: createPoststed(postnummer),
      coAdressenavn,
    }),
  };
}

export type Grunnlag = {
  nummer: string;
  foedt: string;
  kjoenn: 'kvinne' | 'mann';
  fornavn: string;
  mellomnavn?: string;
  etternavn: string;
  /** Alpha-3; Norwegian from birth when absent. */
  statsborgerskap?: string;
};

/** An ordinary unmarried resident with a home in Fredrikstad: what the scenarios start from. */
function createGrunndokument({
  nummer,
  foedt,
  kjoenn,
  fornavn,
  mellomnavn,
  etternavn,
  statsborgerskap,
}: Grunnlag): Persondokument {
  const foedsel = { aarsak: 'Fødsel' };
  return {
    identifikasjonsnummer: [createIdentifikasjonsnummer(foedt, nummer)],
    status: [createRad(foedt, { status: 'bosatt' }, foedsel)],
    kjoenn: [createRad(foedt, { kjoenn }, { utenGyldighet: true, utenAjourhold: true })],
    foedsel: [
      createRad(foedt, {
        foedselsdato: foedt,
        foedselsaar: foedt.slice(0, 4),
        ...(statsborgerskap === undefined
          ? { foedekommuneINorge: '0301', foedeland: 'NOR' }
          : { foedeland: statsborgerskap }),
      }),
    ],
    sivilstand: [createRad(foedt, { sivilstand: 'ugift', sivilstandsdato: foedt }, foedsel)],
    navn: [createRad(foedt, { fornavn, mellomnavn, etternavn }, foedsel)],
    bostedsadresse: [
      createRad('2016-04-01', createHjem('2016-04-01', nummer), {
        aarsak: 'Flytting innenlands',
      }),
    ],
    statsborgerskap: [
      createRad(foedt, { statsborgerskap: statsborgerskap ?? 'NOR', ervervsdato: foedt }, foedsel),
    ],
  };
}

export function createIdentifikasjonsnummer(
  dato: string,
  nummer: string,
  valg: Radvalg & { status?: string } = {},
): Innhold {
  const { status = 'iBruk', ...rest } = valg;
  const identifikatortype = Number(nummer[0]) >= 4 ? 'dNummer' : 'foedselsnummer';
  return createRad(
    dato,
    { status, foedselsEllerDNummer: nummer, identifikatortype },
    { utenGyldighet: true, ...rest },
  );
}

/**
 * The document of an ordinary resident with some egenskaper replaced or added, and those given as undefined removed;
 * in the register's order, unknown egenskaper last.
 */
export function createScenariodokument(
  grunnlag: Grunnlag,
  endringer: { [egenskap: string]: unknown },
): Persondokument {
  const alle: { [egenskap: string]: unknown } = { ...createGrunndokument(grunnlag), ...endringer };
  const ordnet: Persondokument = {};
  for (const egenskap of [...EGENSKAPER, ...Object.keys(alle)]) {
    if (alle[egenskap] !== undefined) ordnet[egenskap] = alle[egenskap];
  }
  return ordnet;
}

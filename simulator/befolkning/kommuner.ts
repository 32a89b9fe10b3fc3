/**
 * What the population must know of a municipality: numbers through time, relative size and its post codes. Post codes
 * come from the post code package by municipality name, so every address gets one that belongs to its municipality.
 */
import { getPostalCodeInfo } from 'norwegian-postalcodes-mapper';
import { parseDag } from './dato.ts';
import { FYLKER } from './kommune-tabell.ts';
import { toAndel } from './tilfeldig.ts';

export type Poststed = { postnummer: string; poststedsnavn: string };
export type Kommune = {
  nummer: string;
  navn: string;
  fylkesnummer: string;
  fylkesnavn: string;
  /** Rough number of inhabitants. */
  innbyggere: number;
  nummer2020: string;
  nummer1987: string;
  poststeder: readonly Poststed[];
};

/** The day the municipalities of today got their numbers, and the day the ones before them did. */
export const REFORM_2024 = parseDag('2024-01-01');
export const REFORM_2020 = parseDag('2020-01-01');

/** Where the post code package spells a municipality in another language than the register. */
const NAVN_I_POSTREGISTERET: Readonly<Record<string, string>> = {
  '1826': 'HATTFJELLDAL',
  '1875': 'HAMARØY',
  '5041': 'SNÅSA',
  '5043': 'RØYRVIK',
  '5512': 'TJELDSUND',
  '5518': 'LAVANGEN',
  '5540': 'GÁIVUOTNA KÅFJORD',
  '5610': 'KARASJOHKA KARASJOK',
  '5612': 'GUOVDAGEAIDNU KAUTOKEINO',
  '5622': 'PORSANGER PORSÁNGU PORSANKI',
  '5628': 'DEATNU TANA',
  '5636': 'UNJARGGA NESSEBY',
};

function listPoststederPerKommunenavn(): Map<string, Poststed[]> {
  const perNavn = new Map<string, Poststed[]>();
  for (let kode = 1; kode < 10_000; kode++) {
    const postnummer = String(kode).padStart(4, '0');
    const info = getPostalCodeInfo(postnummer);
    if (info === undefined) continue;
    const poststeder = perNavn.get(info.municipality) ?? [];
    poststeder.push({ postnummer, poststedsnavn: info.city });
    perNavn.set(info.municipality, poststeder);
  }
  return perNavn;
}

function createKommuner(): readonly Kommune[] {
  const poststederPerNavn = listPoststederPerKommunenavn();
  return FYLKER.flatMap((fylke) =>
    fylke.kommuner.split(';').map((rad): Kommune => {
      const [, nummer = '', navn = '', hundre = '', nummer2020 = nummer, nummer1987 = nummer2020] =
        /^\s*(\d{4}) (.+?) (\d+)(?: (\d{4}))?(?: (\d{4}))?\s*$/.exec(rad) ?? [];
      const poststeder = poststederPerNavn.get(NAVN_I_POSTREGISTERET[nummer] ?? navn.toUpperCase());
      if (poststeder === undefined) throw new Error(`Kommunen i raden «${rad.trim()}» mangler postnummer.`);
      const innbyggere = Number(hundre) * 100;
      return {
        nummer,
        navn,
        fylkesnummer: fylke.nummer,
        fylkesnavn: fylke.navn,
        innbyggere,
        nummer2020,
        nummer1987,
        poststeder,
      };
    }),
  );
}

export const KOMMUNER = createKommuner();

const KUMULATIV = Float64Array.from(
  (() => {
    let sum = 0;
    return KOMMUNER.map((kommune) => (sum += kommune.innbyggere));
  })(),
);

/** Draws a municipality by size. Returns its place in KOMMUNER. */
export function toKommuneplass(h: number): number {
  const maal = toAndel(h) * (KUMULATIV[KUMULATIV.length - 1] ?? 0);
  let lav = 0;
  let hoey = KUMULATIV.length - 1;
  while (lav < hoey) {
    const midt = (lav + hoey) >>> 1;
    if ((KUMULATIV[midt] ?? 0) > maal) hoey = midt;
    else lav = midt + 1;
  }
  return lav;
}

/** The municipality at a place in KOMMUNER. Throws RangeError outside it. */
export function getKommune(plass: number): Kommune {
  const kommune = KOMMUNER[plass];
  if (kommune === undefined) throw new RangeError('Ingen kommune på denne plassen.');
  return kommune;
}

/**
 * The municipality's number on a day: historical addresses keep the number of their time (freg-contract.md section 2).
 * Assumption: the number of 1987 was used until 2020 where the table has one.
 */
export function toKommunenummer(kommune: Kommune, dag: number): string {
  if (dag >= REFORM_2024) return kommune.nummer;
  return dag >= REFORM_2020 ? kommune.nummer2020 : kommune.nummer1987;
}

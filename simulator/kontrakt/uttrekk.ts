/**
 * What an order of uttrekk may ask for: the body of uttrekk/tilpasset and the sekvensnummer of uttrekk/komplett.
 * Rule: what is not as the contract says is refused with a sentence that names the field, never guessed at.
 * Source: freg-contract.md section 1.2 (rows 13 to 15 and the body of tilpasset); the uttrekk seed's table of fields.
 */
import type { Uttrekksutvalg } from '../befolkning/befolkning.ts';
import { isElement } from './feltregler.ts';

/** `aktiv` covers midlertidig, ikkeBosatt, forsvunnet and foedselsregistrert; nothing covers opphoert. */
export const PERSONSTATUSTYPER = ['aktiv', 'bosatt', 'utflyttet', 'doed', 'inaktiv'] as const;
type Personstatustype = (typeof PERSONSTATUSTYPER)[number];

export const SIVILSTANDSTYPER = [
  'uoppgitt',
  'ugift',
  'gift',
  'enkeEllerEnkemann',
  'skilt',
  'separert',
  'registrertPartner',
  'separertPartner',
  'skiltPartner',
  'gjenlevendePartner',
] as const;

const KJOENN = ['kvinne', 'mann'] as const;
const AAR = ['foedselsaarFraOgMed', 'foedselsaarTilOgMed', 'doedsaarFraOgMed', 'doedsaarTilOgMed'] as const;
const KOMMUNER = ['bostedskommunenummer', 'oppholdskommunenummer'] as const;

/** Whom the order asks for, whatever the pakke may see. */
type Uttrekkskriterier = Omit<Uttrekksutvalg, 'serVernede'>;

type Ugyldig = { ugyldig: string };
const ugyldig = (felt: string): Ugyldig => ({ ugyldig: `${felt} er ikke på gyldig format` });

/**
 * Reads the body of uttrekk/tilpasset: the criteria, or the sentence that says what is wrong (400). The municipality
 * lies in `kommunenummer` (OpenAPI) or directly in the body (the seed's table).
 * Assumptions: unknown fields and null are ignored, as unknown parameters are; a range that ends before it begins is
 * invalid; years are texts, as the schema says, and a number is refused.
 */
export function parseUttrekk(kropp: string): Uttrekkskriterier | Ugyldig {
  const inn = parseObjekt(kropp);
  if (!inn) return { ugyldig: 'Innholdet er ikke et JSON-objekt' };
  const { kommunenummer } = inn;
  if (!isFravaerende(kommunenummer) && !isElement(kommunenummer)) return ugyldig('kommunenummer');
  const felter = { ...inn, ...(isElement(kommunenummer) ? kommunenummer : {}) };
  const personstatustyper = readStatustyper(inn.personstatustyper);
  if ('ugyldig' in personstatustyper) return personstatustyper;
  const kriterier: Uttrekkskriterier = { personstatustyper: personstatustyper.liste };
  for (const felt of KOMMUNER) {
    const verdi = readTekst(felter[felt], /^\d{4}$/);
    if (verdi === null) return ugyldig(felt);
    if (verdi !== undefined) kriterier[felt] = verdi;
  }
  for (const felt of AAR) {
    const verdi = readTekst(inn[felt], /^\d{4}$/);
    if (verdi === null) return ugyldig(felt);
    if (verdi !== undefined) kriterier[felt] = Number(verdi);
  }
  return readKoder(inn, kriterier);
}

function readKoder(inn: Readonly<Record<string, unknown>>, kriterier: Uttrekkskriterier) {
  const kjoenn = readKode(inn.kjoenn, KJOENN);
  const sivilstandstype = readKode(inn.sivilstandstype, SIVILSTANDSTYPER);
  const statsborgerskap = readTekst(inn.statsborgerskap, /^[A-Z]{3}$/);
  if (kjoenn === null) return ugyldig('kjoenn');
  if (sivilstandstype === null) return ugyldig('sivilstandstype');
  if (statsborgerskap === null) return ugyldig('statsborgerskap');
  if (kjoenn !== undefined) kriterier.kjoenn = kjoenn;
  if (sivilstandstype !== undefined) kriterier.sivilstandstype = sivilstandstype;
  if (statsborgerskap !== undefined) kriterier.statsborgerskap = statsborgerskap;
  return findMotstrid(kriterier) ?? kriterier;
}

function findMotstrid(kriterier: Uttrekkskriterier): Ugyldig | undefined {
  const { bostedskommunenummer, oppholdskommunenummer } = kriterier;
  if (bostedskommunenummer !== undefined && oppholdskommunenummer !== undefined)
    return { ugyldig: 'bostedskommunenummer og oppholdskommunenummer kan ikke kombineres' };
  for (const aar of ['foedselsaar', 'doedsaar'] as const) {
    const fra = kriterier[`${aar}FraOgMed`];
    const til = kriterier[`${aar}TilOgMed`];
    if (fra !== undefined && til !== undefined && fra > til)
      return { ugyldig: `${aar}FraOgMed er etter ${aar}TilOgMed` };
  }
  return undefined;
}

function parseObjekt(kropp: string) {
  try {
    const inn: unknown = JSON.parse(kropp);
    return isElement(inn) ? inn : undefined;
  } catch {
    return undefined;
  }
}

const isFravaerende = (verdi: unknown): boolean => verdi === undefined || verdi === null;

function readStatustyper(verdi: unknown): { liste: Personstatustype[] } | Ugyldig {
  if (isFravaerende(verdi) || (Array.isArray(verdi) && verdi.length === 0))
    return { ugyldig: 'personstatustyper mangler' };
  if (!Array.isArray(verdi)) return ugyldig('personstatustyper');
  const liste = PERSONSTATUSTYPER.filter((type) => verdi.includes(type));
  return liste.length === new Set(verdi).size ? { liste } : ugyldig('personstatustyper');
}

/** The text; undefined when it is absent, null when it is something else. */
function readTekst(verdi: unknown, format: RegExp): string | null | undefined {
  if (verdi === undefined || verdi === null) return undefined;
  return typeof verdi === 'string' && format.test(verdi) ? verdi : null;
}

function readKode<T extends string>(verdi: unknown, koder: readonly T[]): T | null | undefined {
  if (verdi === undefined || verdi === null) return undefined;
  return koder.find((kode) => kode === verdi) ?? null;
}

/**
 * The sekvensnummer that uttrekk/komplett goes up to: the one asked for, at most the latest; undefined when what was
 * asked for is no sekvensnummer. Without one, or with an empty one, the latest.
 */
export function findSekvensnummer(feedsekvensnr: string | null, siste: number): number | undefined {
  if (feedsekvensnr === null || feedsekvensnr === '') return siste;
  return /^\d{1,19}$/.test(feedsekvensnr) ? Math.min(Number(feedsekvensnr), siste) : undefined;
}

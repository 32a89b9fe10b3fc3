/**
 * The parameters of personer/soek: formats, and what they ask for. All are optional and all must fit; there is no
 * smallest combination. Source: freg-contract.md section 1.2 no 6 and the table of parameters below it.
 */
import type { Soekekriterier } from '../befolkning/befolkning.ts';
import { isDato, isHusnummer, isPostnummer, isUtfylt, parseBoolsk, toUgyldig } from './soekeformater.ts';

/** More hits than this are refused, and no more can be asked for (sections 1.2 no 6 and 1.5). */
export const HOEYESTE_ANTALL_TREFF = 10_000;

type Ugyldig = { ugyldig: string };
export type Soek = { kriterier: Soekekriterier; maksTreff: number };

const MINSTE_PREFIKS = 3;

type Tekst =
  | 'navn'
  | 'foedselsdato'
  | 'adressenavn'
  | 'husnummer'
  | 'postnummer'
  | 'kommunenummer'
  | 'fylkesnummer';
const TEKSTER: readonly (readonly [navn: Tekst, isGyldig: (verdi: string) => boolean])[] = [
  ['navn', isUtfylt],
  ['foedselsdato', isDato],
  ['adressenavn', (v) => v.trim().length >= MINSTE_PREFIKS],
  ['husnummer', isHusnummer],
  ['postnummer', isPostnummer],
  ['kommunenummer', (v) => /^\d{4}$/.test(v)],
  ['fylkesnummer', (v) => /^\d{2}$/.test(v)],
];
const AAR = ['foedselsaarFraOgMed', 'foedselsaarTilOgMed'] as const;
const VALG = ['inkluderOppholdsadresse', 'soekFonetisk', 'inkluderDoede'] as const;
/** `begge` is the older description's word: there as here the current ones are among the hits of historisk. */
const OPPLYSNINGSGRUNNLAG: Readonly<Record<string, boolean>> = {
  gjeldende: false,
  historisk: true,
  begge: true,
};

/**
 * Reads the query; `serKlientadresser` is what the pakke may see. Returns the sentence that says what is wrong (400)
 * when a format does not hold. Assumptions: as for entydigsoek, names of parameters count in any case, one that is not
 * known is ignored, so is an empty value, and of a repeated one the first counts; maksTreff is at least 1; a range of
 * years that ends before it begins is invalid.
 */
export function parseSoek(query: URLSearchParams, serKlientadresser: boolean): Soek | Ugyldig {
  const verdier = readVerdier(query);
  const kriterier: Soekekriterier = {
    inkluderOppholdsadresse: false,
    soekFonetisk: false,
    inkluderDoede: false,
    historisk: false,
    serKlientadresser,
  };
  const feil = readTekster(verdier, kriterier) ?? readAar(verdier, kriterier) ?? readValg(verdier, kriterier);
  if (feil) return feil;
  const maks = verdier.get('makstreff') ?? String(HOEYESTE_ANTALL_TREFF);
  const maksTreff = /^\d{1,5}$/.test(maks) ? Number(maks) : 0;
  if (maksTreff < 1 || maksTreff > HOEYESTE_ANTALL_TREFF) return toUgyldig('maksTreff');
  return { kriterier, maksTreff };
}

/** By name in lower case. */
function readVerdier(query: URLSearchParams): Map<string, string> {
  const verdier = new Map<string, string>();
  for (const [parameter, verdi] of query) {
    const navn = parameter.toLowerCase();
    if (verdi !== '' && !verdier.has(navn)) verdier.set(navn, verdi);
  }
  return verdier;
}

function readTekster(verdier: ReadonlyMap<string, string>, kriterier: Soekekriterier): Ugyldig | undefined {
  for (const [navn, isGyldig] of TEKSTER) {
    const verdi = verdier.get(navn);
    if (verdi === undefined) continue;
    if (!isGyldig(verdi)) return toUgyldig(navn);
    kriterier[navn] = verdi;
  }
  const kjoenn = verdier.get('kjoenn');
  if (kjoenn === undefined) return undefined;
  if (kjoenn !== 'kvinne' && kjoenn !== 'mann') return toUgyldig('kjoenn');
  kriterier.kjoenn = kjoenn;
  return undefined;
}

function readAar(verdier: ReadonlyMap<string, string>, kriterier: Soekekriterier): Ugyldig | undefined {
  for (const navn of AAR) {
    const verdi = verdier.get(navn.toLowerCase());
    if (verdi === undefined) continue;
    if (!/^\d{4}$/.test(verdi)) return toUgyldig(navn);
    kriterier[navn] = Number(verdi);
  }
  const { foedselsaarFraOgMed: fra, foedselsaarTilOgMed: til } = kriterier;
  return fra !== undefined && til !== undefined && fra > til
    ? { ugyldig: 'FoedselsaarFraOgMed er etter FoedselsaarTilOgMed' }
    : undefined;
}

function readValg(verdier: ReadonlyMap<string, string>, kriterier: Soekekriterier): Ugyldig | undefined {
  for (const navn of VALG) {
    const verdi = parseBoolsk(verdier.get(navn.toLowerCase()) ?? 'false');
    if (verdi === undefined) return toUgyldig(navn);
    kriterier[navn] = verdi;
  }
  const historisk = OPPLYSNINGSGRUNNLAG[verdier.get('opplysningsgrunnlag') ?? 'gjeldende'];
  if (historisk === undefined) return toUgyldig('opplysningsgrunnlag');
  kriterier.historisk = historisk;
  return undefined;
}

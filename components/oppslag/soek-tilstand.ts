/** What the criteria typed so far amount to: what is wrong, whether they may be sent, and else what is missing. */
import {
  type FeltFeil,
  normalizeKriterier,
  type Tekstkriterium,
  validateKriterier,
} from '#lib/domain/oppslag/kriterier.ts';
import type { Kriterier } from '#lib/domain/oppslag/oppslag.ts';
import {
  findRettTilTreff,
  getTjenesteFor,
  type Kombinasjon,
  type RettTilTreff,
} from '#lib/domain/rettighetspakke/rett-til-treff.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';

/** A number alone is an oppslag and needs no combination; it stands beside them in the panel. */
export type Vei = Kombinasjon | 'identifikasjonsnummerAlene';

export type SoekTilstand = {
  /** As they will be sent. */
  kriterier: Kriterier;
  feil: FeltFeil[];
  /** The way the criteria fulfil; null when nothing may be sent yet. */
  oppfylt: Vei | null;
  /** What each way still lacks, the closest first. Empty when one is fulfilled. */
  mangler: { vei: Vei; felter: Tekstkriterium[] }[];
};

/** The fields as they stand in the form: errors are listed in that order. */
const FELTREKKEFOELGE: readonly (keyof Kriterier)[] = [
  'identifikasjonsnummer',
  'navn',
  'foedselsdato',
  'adressenavn',
  'husnummer',
  'postnummer',
];

/** @param naa decides the century of a two-digit birth year */
export function getSoekTilstand(pakke: Pakke, utfylt: Kriterier, naa: Date): SoekTilstand {
  const kriterier = normalizeKriterier(utfylt, naa);
  const feil = validateKriterier(kriterier).toSorted((a, b) => toPlass(a.felt) - toPlass(b.felt));
  const rett = findRettTilTreff(pakke, kriterier);
  const alene = hasTjeneste(pakke, 'oppslag');
  const vei =
    alene && getTjenesteFor(kriterier) === 'oppslag' ? 'identifikasjonsnummerAlene' : rett.kombinasjon;
  const oppfylt = feil.length === 0 ? vei : null;
  return { kriterier, feil, oppfylt, mangler: oppfylt === null ? listMangler(rett, alene, kriterier) : [] };
}

/**
 * What is missing of the ways that lack least, a list for each. Of several, those whose fields the form shows at once when
 * there are any: nobody has to open the rest of the form to read what is wrong.
 */
export function listNaermeste({ mangler }: SoekTilstand): Tekstkriterium[][] {
  const minst = Math.min(...mangler.map(({ felter }) => felter.length));
  const naermest = mangler.map(({ felter }) => felter).filter(({ length }) => length === minst);
  const synlige = naermest.filter((felter) => felter.every((felt) => FELTREKKEFOELGE.includes(felt)));
  return synlige.length > 0 ? synlige : naermest;
}

function toPlass(felt: keyof Kriterier): number {
  const plass = FELTREKKEFOELGE.indexOf(felt);
  return plass === -1 ? FELTREKKEFOELGE.length : plass;
}

function listMangler(rett: RettTilTreff, alene: boolean, kriterier: Kriterier): SoekTilstand['mangler'] {
  const tomt = Object.values(kriterier).every((verdi) => typeof verdi !== 'string');
  return [
    // Only from an empty form: a number beside other criteria is a search, and that takes a name too.
    ...(alene && tomt
      ? [{ vei: 'identifikasjonsnummerAlene' as const, felter: ['identifikasjonsnummer' as const] }]
      : []),
    ...rett.mangler.map(({ kombinasjon, felter }) => ({ vei: kombinasjon, felter })),
  ];
}

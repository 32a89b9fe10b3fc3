/** What the user should think of before she orders, and what she must give a reason for (security.md F-11, Z-11). */
import type { Bestilling, Utvalg } from './bestilling.ts';
import { findUttrekksfelt } from './felter/uttrekksfelter.ts';
import { type FORSIKTIGHETER, type Konflikt, RAADKODER, type Stoerrelse } from './forhaandskontroll.ts';
import { type AvFaa, FAA_PERSONER, MAKS_JOBBER, MAKS_RADER_XLSX, MANGE_FELTER } from './grenser.ts';

export type Raad = (typeof RAADKODER)[number];
export type Forsiktighet = (typeof FORSIKTIGHETER)[number];

/** Statuses from which on the choice looks like "all of them". */
const MANGE_STATUSER = 4;

/** Jobs at the register that the order becomes: one for each kommune. */
export function countJobber({ kilde }: Bestilling): number {
  return kilde.slag === 'tilpasset' ? (kilde.utvalg.sted?.kommuner.length ?? 1) : 1;
}

/** `brukt`: jobs that the virksomhet has at the register now. In the order of `RAADKODER`. */
export function listRaad(bestilling: Bestilling, stoerrelse: Stoerrelse, brukt: number): Raad[] {
  const { kilde, innhold, formater } = bestilling;
  const utvalg = kilde.slag === 'tilpasset' ? kilde.utvalg : null;
  const valgte = innhold.slag === 'felter' ? innhold.felter.map(findUttrekksfelt) : [];
  const gjelder: Record<Raad, boolean> = {
    heleLandet: utvalg !== null && utvalg.sted === null,
    mangeStatuser: utvalg !== null && utvalg.personstatustyper.length >= MANGE_STATUSER,
    doedsaarUtelukkerAndre:
      utvalg !== null && utvalg.doedsaar !== null && utvalg.personstatustyper.some((type) => type !== 'doed'),
    mangeFelter: valgte.length >= MANGE_FELTER,
    taushetsbelagt: valgte.some((felt) => felt?.taushetsbelagt),
    heleDokumenter: innhold.slag === 'dokumenter',
    flereJobberEnnPlass: brukt < MAKS_JOBBER && countJobber(bestilling) > MAKS_JOBBER - brukt,
    ingenLedigPlass: brukt >= MAKS_JOBBER,
    forMangeTilXlsx:
      formater.includes('xlsx') && (stoerrelse.hoeyst === null || stoerrelse.hoeyst > MAKS_RADER_XLSX),
  };

  return RAADKODER.filter((raad) => gjelder[raad]);
}

/** One kommune together with what only few in it are. */
function isSmalt({ sted, foedselsaar, statsborgerskap, sivilstandstype }: Utvalg): boolean {
  if (sted?.kommuner.length !== 1) return false;
  const ettAar = foedselsaar !== null && foedselsaar.fra !== null && foedselsaar.fra === foedselsaar.til;
  const utenlandsk = statsborgerskap !== null && statsborgerskap !== 'NOR';

  return utenlandsk || (ettAar && sivilstandstype !== null);
}

const isFaa = ({ hoeyst }: Stoerrelse): boolean => hoeyst !== null && hoeyst < FAA_PERSONER;

/** What a reason must be given for: few persons by earlier runs, or criteria that may point at somebody. */
export function listForsiktighet(
  { kilde }: Bestilling,
  stoerrelse: Stoerrelse,
  avFaa: AvFaa,
): Forsiktighet[] {
  return [
    ...(avFaa === 'begrunn' && isFaa(stoerrelse) ? (['faa'] as const) : []),
    ...(kilde.slag === 'tilpasset' && isSmalt(kilde.utvalg) ? (['smalt'] as const) : []),
  ];
}

/** No fault of the order: the virksomhet gives out none of so few, whatever the reason. */
const FAA: Konflikt = { kode: 'faaPersoner', felt: '', verdi: null };

/** What no reason helps for: few persons by earlier runs. How many they are is decided again when they are fetched. */
export function listMengdekonflikter(stoerrelse: Stoerrelse, avFaa: AvFaa): Konflikt[] {
  return avFaa === 'avslaa' && isFaa(stoerrelse) ? [FAA] : [];
}

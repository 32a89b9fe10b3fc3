/** Rows as a CSV file: the words of the screen, and numbers as digits alone, as other programs want them. */
import { getSvar } from '#components/bulk/utvalg.ts';
import { type Radspraak, showPersonfakta, showUtenPerson } from '#components/person/radtekster.ts';
import { findTekst } from '#components/person/tekster.ts';
import { getFormat } from '#components/ui/format.ts';
import type { Kjoeringstilstand, Nummertilstand } from '#lib/client/bulk-kjoering.ts';
import { createBreak } from '#lib/client/create-break.ts';
import { BOM, CSV_TYPE, toCsvLinje } from '#lib/domain/bulk/csv.ts';
import type { Listerad } from '#lib/domain/bulk/liste.ts';

const BULKKOLONNER = [
  ['bulk', 'rad'],
  ['bulk', 'filhode', 'skrevet'],
  ['bulk', 'filhode', 'kontroll'],
  ['bulk', 'filhode', 'svar'],
  ['rad', 'kolonne', 'nummer'],
  ['bulk', 'filhode', 'gjeldendeNummer'],
  ['rad', 'kolonne', 'navn'],
  ['rad', 'kolonne', 'foedt'],
  ['rad', 'kolonne', 'status'],
  ['rad', 'kolonne', 'adresse'],
] as const;
/** Lines joined at a time: one string for the whole file would be in memory twice. */
const LINJER_I_BIT = 100;

function showSvar(svar: Nummertilstand | null, tekster: unknown): string {
  if (svar === null) return findTekst(tekster, ['bulk', 'filhode', 'ikkeSendt']) ?? '';
  if (svar.utfall === 'funnet') return findTekst(tekster, ['bulk', 'filhode', 'funnet']) ?? '';
  if (svar.utfall === 'venter' || svar.utfall === 'feilet')
    return findTekst(tekster, ['bulk', svar.utfall]) ?? '';
  return showUtenPerson(svar.utfall, tekster);
}

/** The verdict of a row in words. */
type ShowDom = (rad: Listerad) => string;

function toLinje(rad: Listerad, svar: Nummertilstand | null, spraak: Radspraak, showDom: ShowDom): string {
  const fakta = svar?.utfall === 'funnet' ? showPersonfakta(svar.person, svar.nummer, spraak) : null;
  return toCsvLinje([
    String(rad.rad),
    rad.tekst,
    showDom(rad),
    showSvar(svar, spraak.tekster),
    rad.nummer ?? '',
    fakta?.gjeldendeNummer ?? '',
    fakta?.navn ?? '',
    fakta?.foedt ?? '',
    fakta?.status ?? '',
    fakta?.adresse ?? '',
  ]);
}

/**
 * Made with pauses, so that the page answers meanwhile.
 * @param tekster the messages of one language
 */
export async function createRadfil(
  rader: readonly Listerad[],
  tilstand: Kjoeringstilstand,
  tekster: unknown,
  showDom: ShowDom,
): Promise<Blob> {
  const takeBreak = createBreak();
  // Dates as Norwegian programs read them, whatever language the words are in.
  const { showDatoITabell } = getFormat('nb');
  const spraak = { tekster, showDatoITabell };
  const hode = toCsvLinje(BULKKOLONNER.map((sti) => findTekst(tekster, sti) ?? ''));
  const biter = [BOM, hode];
  for (let i = 0; i < rader.length; i += LINJER_I_BIT) {
    const linjer = rader.slice(i, i + LINJER_I_BIT);
    biter.push(linjer.map((rad) => toLinje(rad, getSvar(rad, tilstand), spraak, showDom)).join(''));
    await takeBreak();
  }
  return new Blob(biter, { type: CSV_TYPE });
}

/**
 * What is wrong with the order form. Rule: a form becomes a `Bestilling` only when every field holds; otherwise each field
 * that does not says why.
 */
import type { Skjema } from '#components/uttrekk/bygger/skjema.ts';
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { parseDag } from '#lib/domain/person/tid/parse-dag.ts';

/** What can be wrong, each with a text: `uttrekk.skjemafeil.<grunn>`. */
export const SKJEMAFEIL = [
  'navnMangler',
  'statusMangler',
  'kommuneMangler',
  'aarstall',
  'aarOmvendt',
  'doedsaarUtenDoed',
  'sekvensnummer',
  'felterMangler',
  'perDato',
  'perDatoFramtid',
  'formatMangler',
  'formaalMangler',
  'sakMangler',
] as const;
export type Skjemafeil = (typeof SKJEMAFEIL)[number];
export type Skjemafelt = keyof Skjema;
export type Feltfeil = { felt: Skjemafelt; feil: Skjemafeil };

const AARSTALL = /^\d{4}$/;
const [TIDLIGSTE_AAR, SENESTE_AAR] = [1850, 2100];

/** A year as typed: null for none, `NaN` for what is no year of the register. */
export function parseAar(tekst: string): number | null {
  const rent = tekst.trim();
  if (rent === '') return null;
  const aar = AARSTALL.test(rent) ? Number(rent) : Number.NaN;
  return aar >= TIDLIGSTE_AAR && aar <= SENESTE_AAR ? aar : Number.NaN;
}

function findAarsfeil(skjema: Skjema, fra: 'foedtFra' | 'doedFra', til: 'foedtTil' | 'doedTil'): Feltfeil[] {
  const [fraAar, tilAar] = [parseAar(skjema[fra]), parseAar(skjema[til])];
  const ugyldige = ([fra, til] as const).filter((felt) => Number.isNaN(parseAar(skjema[felt])));
  if (ugyldige.length > 0) return ugyldige.map((felt) => ({ felt, feil: 'aarstall' }));
  return fraAar !== null && tilAar !== null && fraAar > tilAar ? [{ felt: til, feil: 'aarOmvendt' }] : [];
}

function findUtvalgsfeil(skjema: Skjema): Feltfeil[] {
  const medDoedsaar = skjema.doedFra.trim() !== '' || skjema.doedTil.trim() !== '';
  return [
    ...feilNaar(skjema.personstatustyper.length === 0, 'personstatustyper', 'statusMangler'),
    ...feilNaar(skjema.sted !== 'hele' && skjema.kommuner.length === 0, 'kommuner', 'kommuneMangler'),
    ...findAarsfeil(skjema, 'foedtFra', 'foedtTil'),
    ...findAarsfeil(skjema, 'doedFra', 'doedTil'),
    ...feilNaar(
      medDoedsaar && !skjema.personstatustyper.includes('doed'),
      skjema.doedFra.trim() === '' ? 'doedTil' : 'doedFra',
      'doedsaarUtenDoed',
    ),
  ];
}

function findInnholdsfeil(skjema: Skjema, naa: Date): Feltfeil[] {
  if (skjema.innhold !== 'felter') return [];
  const dato = parseDag(skjema.perDato, naa);
  const harDato = skjema.perDato.trim() !== '';
  return [
    ...feilNaar(skjema.felter.length === 0, 'felter', 'felterMangler'),
    ...feilNaar(harDato && dato === null, 'perDato', 'perDato'),
    ...feilNaar(dato !== null && dato > toNorskDag(naa), 'perDato', 'perDatoFramtid'),
  ];
}

const feilNaar = (galt: boolean, felt: Skjemafelt, feil: Skjemafeil): Feltfeil[] =>
  galt ? [{ felt, feil }] : [];

function findFormaalsfeil(skjema: Skjema, katalog: readonly FormaalView[]): Feltfeil[] {
  const valgt = katalog.find(({ id, pakker }) => id === skjema.formaal && pakker.includes(skjema.pakke));
  const utenSak = skjema.saksreferanse.trim() === '';
  return [
    ...feilNaar(valgt === undefined, 'formaal', 'formaalMangler'),
    ...feilNaar(valgt?.kreverSaksreferanse === true && utenSak, 'saksreferanse', 'sakMangler'),
  ];
}

/** What the form is held against: the purposes there are, and what day it is. */
export type Skjemagrunnlag = { formaal: readonly FormaalView[]; naa: Date };

/** Everything that is wrong, in the order of the form. */
export function findSkjemafeil(skjema: Skjema, { formaal, naa }: Skjemagrunnlag): Feltfeil[] {
  const erGyldigSekvens = /^\d{0,15}$/.test(skjema.sekvensnummer.trim());
  return [
    ...findFormaalsfeil(skjema, formaal),
    ...(skjema.kilde === 'tilpasset'
      ? findUtvalgsfeil(skjema)
      : feilNaar(!erGyldigSekvens, 'sekvensnummer', 'sekvensnummer')),
    ...findInnholdsfeil(skjema, naa),
    ...feilNaar(skjema.formater.length === 0, 'formater', 'formatMangler'),
    ...feilNaar(skjema.navn.trim() === '', 'navn', 'navnMangler'),
  ];
}

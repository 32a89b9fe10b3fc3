/**
 * The order form as it is typed, and what it amounts to. Rule: a form becomes a `Bestilling` only when every field holds;
 * otherwise each field that does not says why, and nothing of what was typed is lost.
 */
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import { parseDag } from '#lib/domain/person/tid/parse-dag.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Bestilling, Format, Innhold, Utvalg } from '#lib/domain/uttrekk/bestilling.ts';

export type Personstatustype = Utvalg['personstatustyper'][number];

/** `sted`: `hele` is everybody, wherever they live. Years and the date are as typed. */
export type Skjema = {
  pakke: Pakke;
  formaal: string;
  saksreferanse: string;
  navn: string;
  kilde: 'tilpasset' | 'komplett';
  personstatustyper: readonly Personstatustype[];
  sted: 'hele' | 'bosted' | 'opphold';
  kommuner: readonly string[];
  foedtFra: string;
  foedtTil: string;
  doedFra: string;
  doedTil: string;
  kjoenn: '' | 'mann' | 'kvinne';
  statsborgerskap: string;
  sivilstandstype: string;
  sekvensnummer: string;
  innhold: Innhold['slag'];
  felter: readonly string[];
  perDato: string;
  formater: readonly Format[];
};

const TOMT: Omit<Skjema, 'pakke' | 'formaal'> = {
  saksreferanse: '',
  navn: '',
  kilde: 'tilpasset',
  personstatustyper: [],
  sted: 'hele',
  kommuner: [],
  foedtFra: '',
  foedtTil: '',
  doedFra: '',
  doedTil: '',
  kjoenn: '',
  statsborgerskap: '',
  sivilstandstype: '',
  sekvensnummer: '',
  innhold: 'felter',
  felter: [],
  perDato: '',
  formater: ['csv'],
};

/** An empty form. The purpose is chosen where there is no other. */
export function createSkjema(pakke: Pakke, formaal: readonly FormaalView[]): Skjema {
  const mulige = formaal.filter(({ pakker }) => pakker.includes(pakke));
  return { ...TOMT, pakke, formaal: mulige.length === 1 ? (mulige[0]?.id ?? '') : '' };
}

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
function parseAar(tekst: string): number | null {
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
    ...feilNaar(dato !== null && dato > naa.toISOString().slice(0, 10), 'perDato', 'perDatoFramtid'),
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

function toAarsrom(fra: string, til: string): Utvalg['foedselsaar'] {
  const rom = { fra: parseAar(fra), til: parseAar(til) };
  return rom.fra === null && rom.til === null ? null : rom;
}

function toKilde(skjema: Skjema): Bestilling['kilde'] {
  if (skjema.kilde === 'komplett')
    return { slag: 'komplett', sekvensnummer: skjema.sekvensnummer.trim() || null };
  return {
    slag: 'tilpasset',
    utvalg: {
      personstatustyper: [...skjema.personstatustyper],
      sted: skjema.sted === 'hele' ? null : { slag: skjema.sted, kommuner: [...skjema.kommuner] },
      foedselsaar: toAarsrom(skjema.foedtFra, skjema.foedtTil),
      doedsaar: toAarsrom(skjema.doedFra, skjema.doedTil),
      kjoenn: skjema.kjoenn || null,
      statsborgerskap: skjema.statsborgerskap || null,
      sivilstandstype: skjema.sivilstandstype || null,
    },
  };
}

function toInnhold(skjema: Skjema, naa: Date): Innhold {
  if (skjema.innhold !== 'felter') return { slag: skjema.innhold };
  return { slag: 'felter', felter: [...skjema.felter], perDato: parseDag(skjema.perDato, naa) };
}

/** The order that the form says, or null where `findSkjemafeil` has something to say. */
export function toBestilling(skjema: Skjema, grunnlag: Skjemagrunnlag): Bestilling | null {
  if (findSkjemafeil(skjema, grunnlag).length > 0) return null;
  return {
    navn: skjema.navn.trim(),
    kilde: toKilde(skjema),
    innhold: toInnhold(skjema, grunnlag.naa),
    formater: [...skjema.formater],
    pakke: skjema.pakke,
    formaal: skjema.formaal,
    saksreferanse: skjema.saksreferanse.trim(),
  };
}

const showAar = (aar: number | null | undefined): string => (aar == null ? '' : String(aar));

function fromUtvalg(utvalg: Utvalg): Partial<Skjema> {
  return {
    personstatustyper: utvalg.personstatustyper,
    sted: utvalg.sted?.slag ?? 'hele',
    kommuner: utvalg.sted?.kommuner ?? [],
    foedtFra: showAar(utvalg.foedselsaar?.fra),
    foedtTil: showAar(utvalg.foedselsaar?.til),
    doedFra: showAar(utvalg.doedsaar?.fra),
    doedTil: showAar(utvalg.doedsaar?.til),
    kjoenn: utvalg.kjoenn ?? '',
    statsborgerskap: utvalg.statsborgerskap ?? '',
    sivilstandstype: utvalg.sivilstandstype ?? '',
  };
}

/** The form of an order that was made before: a draft or a template. */
export function toSkjema({ kilde, innhold, ...bestilling }: Bestilling): Skjema {
  return {
    ...TOMT,
    ...bestilling,
    kilde: kilde.slag,
    ...(kilde.slag === 'tilpasset' ? fromUtvalg(kilde.utvalg) : { sekvensnummer: kilde.sekvensnummer ?? '' }),
    innhold: innhold.slag,
    ...(innhold.slag === 'felter' ? { felter: innhold.felter, perDato: innhold.perDato ?? '' } : {}),
  };
}

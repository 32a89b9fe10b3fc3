/**
 * The order form as it is typed, made of an order and into one. Rule: nothing of what was typed is lost; what is wrong with
 * it is told by `skjemafeil.ts`, and only a form without faults becomes a `Bestilling`.
 */
import { findSkjemafeil, parseAar, type Skjemagrunnlag } from '#components/uttrekk/bygger/skjemafeil.ts';
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

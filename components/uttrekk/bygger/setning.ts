/**
 * What a form orders, in sentences of plain Norwegian, also while it is being filled in: what is not chosen yet is said
 * to be missing, and what the register itself decides is said before it is met.
 */
import type { useTranslations } from 'next-intl';
import type { Skjema } from '#components/uttrekk/bygger/skjema.ts';

type Noekkel = Parameters<ReturnType<typeof useTranslations<'uttrekk.setning'>>>[0];

/** The words that the sentences are made of; names of places and codes are looked up by the caller. */
export type Ord = {
  t: (noekkel: Noekkel, verdier?: Record<string, string | number>) => string;
  showKommune: (nummer: string) => string;
  showLand: (kode: string) => string;
  showSivilstand: (kode: string) => string;
  showFormat: (format: Skjema['formater'][number]) => string;
  showDato: (skrevet: string) => string | null;
  showTall: (antall: number) => string;
  /** `a, b og c` and `a, b eller c`. */
  showListe: (deler: readonly string[]) => string;
  showValg: (deler: readonly string[]) => string;
};

/** More municipalities than this are counted, not named. */
const MAKS_NEVNT = 5;

/** The order as sentences, one string each. */
export function writeSetninger(skjema: Skjema, ord: Ord): string[] {
  const setninger = skjema.kilde === 'komplett' ? [writeKomplett(skjema, ord)] : writeUtvalg(skjema, ord);
  return [...setninger, ...writeInnhold(skjema, ord), ord.t('graderte')];
}

function writeKomplett({ sekvensnummer }: Skjema, { t }: Ord): string {
  const nummer = sekvensnummer.trim();
  return nummer === '' ? t('komplett') : t('komplettTil', { sekvensnummer: nummer });
}

function writeUtvalg(skjema: Skjema, { t, showValg, showListe, ...ord }: Ord): string[] {
  if (skjema.personstatustyper.length === 0) return [t('tom')];
  const hvem = t(`hvem.${skjema.kjoenn || 'alle'}`);
  const status = showValg(skjema.personstatustyper.map((type) => t(`status.${type}`)));
  const vilkaar = listVilkaar(skjema, { t, showValg, showListe, ...ord });
  const jobber = skjema.sted === 'hele' ? 1 : skjema.kommuner.length;
  return [
    vilkaar.length === 0
      ? t('utenVilkaar', { hvem, status })
      : t('medVilkaar', { hvem, status, vilkaar: showListe(vilkaar) }),
    ...(jobber > 1 ? [t('jobber', { antall: ord.showTall(jobber) })] : []),
  ];
}

function listVilkaar(skjema: Skjema, ord: Ord): string[] {
  const { t, showLand, showSivilstand } = ord;
  const { sted, kommuner, statsborgerskap, sivilstandstype } = skjema;
  return [
    sted !== 'hele' && kommuner.length > 0 ? t(sted, { steder: writeSteder(kommuner, ord) }) : null,
    writeAar(skjema.foedtFra, skjema.foedtTil, 'foedt', t),
    writeAar(skjema.doedFra, skjema.doedTil, 'doed', t),
    statsborgerskap === '' ? null : t('statsborgerskap', { land: showLand(statsborgerskap) }),
    sivilstandstype === '' ? null : t('sivilstand', { sivilstand: showSivilstand(sivilstandstype) }),
  ].filter((vilkaar) => vilkaar !== null);
}

function writeSteder(kommuner: readonly string[], { t, showValg, showKommune, showTall }: Ord): string {
  if (kommuner.length > MAKS_NEVNT) return t('mangeKommuner', { antall: showTall(kommuner.length) });
  return showValg(kommuner.map(showKommune));
}

/** Years as they stand in the form: what is no year yet is left out until it is one. */
function writeAar(
  fraSkrevet: string,
  tilSkrevet: string,
  slag: 'foedt' | 'doed',
  t: Ord['t'],
): string | null {
  const [fra, til] = [fraSkrevet, tilSkrevet].map((skrevet) => /^\s*(\d{4})\s*$/.exec(skrevet)?.[1] ?? '');
  if (fra && til) return fra === til ? t(`${slag}.ett`, { fra }) : t(`${slag}.mellom`, { fra, slutt: til });
  if (fra) return t(`${slag}.fra`, { fra });
  return til ? t(`${slag}.til`, { slutt: til }) : null;
}

function writeInnhold(skjema: Skjema, { t, showListe, showFormat, showDato }: Ord): string[] {
  const dato = showDato(skjema.perDato);
  const antall = skjema.felter.length;
  const innhold =
    skjema.innhold !== 'felter'
      ? [t(skjema.innhold)]
      : dato === null
        ? [t('felter', { antall })]
        : [t('felterPerDato', { antall }), t('dato', { dato })];
  if (skjema.formater.length === 0) return innhold;
  const filer = t('filer', {
    antall: skjema.formater.length,
    formater: showListe(skjema.formater.map(showFormat)),
  });
  return [...innhold, filer];
}

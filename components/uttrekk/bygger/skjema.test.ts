/** The form and the order it becomes: what is missing is named, and an order becomes the same form again. */
import { expect, test } from 'vitest';
import { createSkjema, type Skjema, toBestilling, toSkjema } from '#components/uttrekk/bygger/skjema.ts';
import { findSkjemafeil, SKJEMAFEIL, type Skjemafelt } from '#components/uttrekk/bygger/skjemafeil.ts';
import { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';

const FORMAAL = {
  id: 'statistikk',
  navn: 'Statistikk',
  hjemmel: '§ 1',
  pakker: ['offentlig-med-hjemmel'],
  kreverSaksreferanse: true,
  til: ['uttrekk'],
} as const;
const GRUNNLAG = {
  formaal: [{ ...FORMAAL, pakker: [...FORMAAL.pakker], til: [...FORMAAL.til] }],
  naa: new Date('2026-06-01T12:00:00Z'),
};
const FULLT: Skjema = {
  ...createSkjema('offentlig-med-hjemmel', GRUNNLAG.formaal),
  saksreferanse: ' 2026/1 ',
  navn: '  Bosatte i Oslo ',
  personstatustyper: ['bosatt', 'doed'],
  sted: 'bosted',
  kommuner: ['0301', '4601'],
  foedtFra: '1990',
  foedtTil: ' 1995 ',
  doedFra: '2020',
  kjoenn: 'kvinne',
  statsborgerskap: 'BGR',
  sivilstandstype: 'gift',
  felter: ['navn', 'alder'],
  perDato: '31.12.2020',
  formater: ['csv', 'parquet'],
};

test('a full form is the order that it says', () => {
  expect(toBestilling(FULLT, GRUNNLAG)).toEqual({
    navn: 'Bosatte i Oslo',
    kilde: {
      slag: 'tilpasset',
      utvalg: {
        personstatustyper: ['bosatt', 'doed'],
        sted: { slag: 'bosted', kommuner: ['0301', '4601'] },
        foedselsaar: { fra: 1990, til: 1995 },
        doedsaar: { fra: 2020, til: null },
        kjoenn: 'kvinne',
        statsborgerskap: 'BGR',
        sivilstandstype: 'gift',
      },
    },
    innhold: { slag: 'felter', felter: ['navn', 'alder'], perDato: '2020-12-31' },
    formater: ['csv', 'parquet'],
    pakke: 'offentlig-med-hjemmel',
    formaal: 'statistikk',
    saksreferanse: '2026/1',
  });
});

test('an order becomes a form that is the same order again', () => {
  const former: Skjema[] = [
    FULLT,
    { ...FULLT, sted: 'hele', kommuner: [], foedtFra: '', foedtTil: '', doedFra: '', kjoenn: '' },
    { ...FULLT, kilde: 'komplett', sekvensnummer: '123', innhold: 'dokumenter', formater: ['ndjson'] },
    { ...FULLT, kilde: 'komplett', innhold: 'identifikatorer' },
  ];
  for (const skjema of former) {
    const bestilling = toBestilling(skjema, GRUNNLAG);
    expect(Bestilling.parse(bestilling)).toEqual(bestilling);
    expect(bestilling && toBestilling(toSkjema(bestilling), GRUNNLAG)).toEqual(bestilling);
  }
});

/** One thing wrong at a time, with the field that says so. */
const GALE: [Partial<Skjema>, Skjemafelt, (typeof SKJEMAFEIL)[number]][] = [
  [{ formaal: '' }, 'formaal', 'formaalMangler'],
  [{ formaal: 'annet' }, 'formaal', 'formaalMangler'],
  [{ saksreferanse: ' ' }, 'saksreferanse', 'sakMangler'],
  [{ personstatustyper: [], doedFra: '' }, 'personstatustyper', 'statusMangler'],
  [{ kommuner: [] }, 'kommuner', 'kommuneMangler'],
  [{ foedtFra: '90' }, 'foedtFra', 'aarstall'],
  [{ foedtTil: '1849' }, 'foedtTil', 'aarstall'],
  [{ doedFra: '2101' }, 'doedFra', 'aarstall'],
  [{ foedtFra: '1996' }, 'foedtTil', 'aarOmvendt'],
  [{ personstatustyper: ['bosatt'] }, 'doedFra', 'doedsaarUtenDoed'],
  [{ personstatustyper: ['bosatt'], doedFra: '', doedTil: '2021' }, 'doedTil', 'doedsaarUtenDoed'],
  [{ kilde: 'komplett', sekvensnummer: '12a' }, 'sekvensnummer', 'sekvensnummer'],
  [{ felter: [] }, 'felter', 'felterMangler'],
  [{ perDato: '31.02.2020' }, 'perDato', 'perDato'],
  [{ perDato: '02.06.2026' }, 'perDato', 'perDatoFramtid'],
  [{ formater: [] }, 'formater', 'formatMangler'],
  [{ navn: ' ' }, 'navn', 'navnMangler'],
];

test('each thing that is wrong is named at its field, and then there is no order', () => {
  expect(findSkjemafeil(FULLT, GRUNNLAG)).toEqual([]);
  for (const [galt, felt, feil] of GALE) {
    expect(findSkjemafeil({ ...FULLT, ...galt }, GRUNNLAG), JSON.stringify(galt)).toEqual([{ felt, feil }]);
    expect(toBestilling({ ...FULLT, ...galt }, GRUNNLAG)).toBeNull();
  }
  expect(new Set(GALE.map(([, , feil]) => feil))).toEqual(new Set(SKJEMAFEIL));
});

test('today is the day in Norway, also when it is yesterday by the clock of the world', () => {
  const naa = new Date('2026-06-01T22:30:00Z');
  const find = (perDato: string) => findSkjemafeil({ ...FULLT, perDato }, { ...GRUNNLAG, naa });
  expect(find('02.06.2026')).toEqual([]);
  expect(find('03.06.2026')).toEqual([{ felt: 'perDato', feil: 'perDatoFramtid' }]);
});

test('what does not belong to the kind of order is not held against it', () => {
  const komplett: Skjema = {
    ...FULLT,
    kilde: 'komplett',
    personstatustyper: [],
    foedtFra: 'x',
    innhold: 'dokumenter',
    felter: [],
    perDato: 'x',
  };
  expect(findSkjemafeil(komplett, GRUNNLAG)).toEqual([]);
});

test('the only purpose of a package is chosen, and two are not', () => {
  const [ett] = GRUNNLAG.formaal;
  const to = ett ? [ett, { ...ett, id: 'annet' }] : [];
  expect(createSkjema('offentlig-med-hjemmel', GRUNNLAG.formaal).formaal).toBe('statistikk');
  expect(createSkjema('offentlig-med-hjemmel', to).formaal).toBe('');
  expect(createSkjema('finans', GRUNNLAG.formaal).formaal).toBe('');
});

/** What the sentence says, word for word: it is what the user confirms. */
import compile from 'icu-minify/compile';
import format from 'icu-minify/format';
import { expect, test } from 'vitest';
import { findTekst } from '#components/person/tekster.ts';
import { getFormat } from '#components/ui/format.ts';
import { type Ord, writeSetninger } from '#components/uttrekk/bygger/setning.ts';
import { createSkjema, type Skjema } from '#components/uttrekk/bygger/skjema.ts';
import { messages } from '#messages/messages.ts';

const { showTall, showListe, showValg } = getFormat('nb');
const FORMATTERS = {
  getDateTimeFormat: (...valg: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...valg),
  getNumberFormat: (...valg: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...valg),
  getPluralRules: (...valg: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...valg),
};
const ORD: Ord = {
  t: (noekkel, verdier = {}) => {
    const tekst = findTekst(messages.uttrekk.setning, noekkel.split('.')) ?? noekkel;
    return String(format(compile(tekst), 'nb', verdier, { formatters: FORMATTERS }));
  },
  showKommune: (nummer) => ({ '0301': 'Oslo', '4601': 'Bergen' })[nummer] ?? nummer,
  showLand: (kode) => (kode === 'BGR' ? 'Bulgaria' : kode),
  showSivilstand: (kode) => kode,
  showFormat: (format) => messages.uttrekk.bygger.format[format],
  showDato: (skrevet) => (skrevet === '' ? null : '31. desember 2020'),
  showTall,
  showListe,
  showValg,
};
const write = (endring: Partial<Skjema>) =>
  writeSetninger({ ...createSkjema('offentlig-med-hjemmel', []), ...endring }, ORD).join(' ');

test('an order with everything in it', () => {
  expect(
    write({
      personstatustyper: ['bosatt', 'utflyttet', 'doed'],
      sted: 'bosted',
      kommuner: ['0301', '4601'],
      foedtFra: '1990',
      foedtTil: '1995',
      doedFra: '2020',
      kjoenn: 'kvinne',
      statsborgerskap: 'BGR',
      sivilstandstype: 'gift',
      felter: ['a', 'b'],
      perDato: '31.12.2020',
      formater: ['csv', 'parquet'],
    }),
  ).toBe(
    'Du bestiller kvinner som er bosatt, utflyttet eller døde, med bostedsadresse i Oslo eller Bergen, ' +
      'født fra 1990 til 1995, døde i 2020 eller senere, med statsborgerskap i Bulgaria og med sivilstand gift. ' +
      'Det blir 2 jobber hos Folkeregisteret, én for hver kommune. ' +
      'Du får 2 opplysninger om hver person for datoen du har valgt. Datoen er 31. desember 2020. ' +
      'Filene kommer som CSV og Parquet. Personer med adressebeskyttelse er ikke med i uttrekk.',
  );
});

test('the least there is, and what is not chosen yet', () => {
  expect(write({})).toBe(
    'Velg minst én personstatus, så ser du her hva du bestiller. Du har ikke valgt opplysninger ennå. ' +
      'Filen kommer som CSV. Personer med adressebeskyttelse er ikke med i uttrekk.',
  );
  expect(write({ personstatustyper: ['bosatt'], innhold: 'identifikatorer', formater: [] })).toBe(
    'Du bestiller personer som er bosatt. Du får bare fødselsnummer eller d-nummer for hver person. ' +
      'Personer med adressebeskyttelse er ikke med i uttrekk.',
  );
});

test('years are said as people say them, and a half-written one is left out', () => {
  const aar = (foedtFra: string, foedtTil: string) =>
    write({ personstatustyper: ['bosatt'], foedtFra, foedtTil });
  expect(aar('1990', '1990')).toContain('bosatt, født i 1990.');
  expect(aar('1990', '')).toContain('født i 1990 eller senere.');
  expect(aar('', '1990')).toContain('født i 1990 eller tidligere.');
  expect(aar('19', '')).toContain('Du bestiller personer som er bosatt. ');
});

test('many municipalities are counted, and each is a job', () => {
  const kommuner = ['0301', '4601', '1103', '5001', '3301', '3201'];
  expect(write({ personstatustyper: ['bosatt'], sted: 'opphold', kommuner })).toContain(
    'bosatt, med oppholdsadresse i 6 kommuner. Det blir 6 jobber hos Folkeregisteret',
  );
});

test('everything in the package, the latest or up to a number', () => {
  expect(write({ kilde: 'komplett', innhold: 'dokumenter' })).toContain(
    'Du bestiller alle i rettighetspakken, med det nyeste Folkeregisteret har. Du får hele dokumentet om hver person',
  );
  expect(write({ kilde: 'komplett', sekvensnummer: ' 42 ' })).toContain('til og med sekvensnummer 42.');
});

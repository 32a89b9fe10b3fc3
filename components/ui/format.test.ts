/** Holds the forms that product.md section 9 fixes for dates, times and numbers. */
import { expect, test } from 'vitest';
import { getFormat, parseDoegngrense, showPersonidentifikator, toDag } from '#components/ui/format.ts';

const { showDato, showDatoITabell, showTall, showKlokkeslett, showListe, showTidspunkt, showValg } =
  getFormat('nb');

test('the day of a date-time is the day in Norway', () => {
  expect(toDag('2014-06-04T22:00:00Z')).toBe('2014-06-05');
  expect(toDag('2014-06-05')).toBe('2014-06-05');
  expect(toDag('ukjent')).toBe('ukjent');
});

test('a date is written with two digits in tables', () => {
  expect(showDatoITabell('2014-06-05')).toBe('05.06.2014');
});

test('a time of day is Norwegian time, and what is no time is shown as it stands', () => {
  expect(showKlokkeslett('2026-11-21T05:04:59Z')).toBe('06.04.59');
  expect(showKlokkeslett('2026-07-21T05:04:59Z')).toBe('07.04.59');
  expect(showKlokkeslett('nå')).toBe('nå');
});

test.each(['2014-02-30', '1960-00-00', '', 'ukjent', '2014-6-5'])(
  'the odd date "%s" is shown as it stands',
  (dato) => {
    expect(showDatoITabell(dato)).toBe(dato);
    expect(showTidspunkt(dato)).toBe(dato);
  },
);

test('a time is Norwegian time, summer and winter, whatever offset it came with', () => {
  expect(showTidspunkt('2014-06-05T12:05:00Z')).toBe('05.06.2014 kl. 14.05');
  expect(showTidspunkt('2014-12-05T12:05:00.123456789+00:00')).toBe('05.12.2014 kl. 13.05');
  expect(showTidspunkt('2014-06-05')).toBe('05.06.2014');
});

test('a month is written by its name, and what is no month as it stands', () => {
  const spraak = ['nb', 'nn', 'en'] as const;
  expect(spraak.map((et) => getFormat(et).showMaaned('2026-11'))).toEqual([
    'november 2026',
    'november 2026',
    'November 2026',
  ]);
  expect(getFormat('nb').showMaaned('2026-13')).toBe('2026-13');
});

test('thousands are parted by a no-break space', () => {
  expect(showTall(10000)).toBe('10\u00a0000');
});

test('a person number is grouped, and anything else is left alone', () => {
  expect(showPersonidentifikator('01899912345')).toBe('018999 12345');
  expect(showPersonidentifikator('123')).toBe('123');
});

test('a day in Norway begins and ends by the offset of that day', () => {
  expect(parseDoegngrense('2026-07-01', 'start')).toBe('2026-07-01T00:00:00.000+02:00');
  expect(parseDoegngrense('2026-12-01', 'slutt')).toBe('2026-12-01T23:59:59.999+01:00');
  expect(parseDoegngrense('i går', 'start')).toBeNull();
});

test('bokmål writes a date in words and a list with og', () => {
  expect(showDato('2014-06-05')).toBe('5. juni 2014');
  expect(showListe(['navn', 'gate', 'husnummer'])).toBe('navn, gate og husnummer');
  expect(showValg(['Våler', 'Herøy', 'Os'])).toBe('Våler, Herøy eller Os');
});

test('nynorsk writes as bokmål, down to the dots', () => {
  const nn = getFormat('nn');
  expect(nn.showDato('2014-06-05')).toBe('5. juni 2014');
  expect(nn.showDatoITabell('2014-06-05')).toBe('05.06.2014');
  expect(nn.showTidspunkt('2014-06-05T12:05:00Z')).toBe('05.06.2014 kl. 14.05');
  expect(nn.showTall(10000)).toBe('10\u00a0000');
});

test('English has day before month, and Norwegian time', () => {
  const en = getFormat('en');
  expect(en.showDato('2014-06-05')).toBe('5 June 2014');
  expect(en.showDatoITabell('2014-06-05')).toBe('05/06/2014');
  expect(en.showTidspunkt('2014-06-05T12:05:00Z')).toBe('05/06/2014, 14:05');
  expect(en.showKlokkeslett('2014-06-05T12:05:09Z')).toBe('14:05:09');
  expect(en.showTall(10000)).toBe('10,000');
  expect(en.showListe(['name', 'street', 'number'])).toBe('name, street and number');
  expect(en.showDatoITabell('2014-02-30')).toBe('2014-02-30');
});

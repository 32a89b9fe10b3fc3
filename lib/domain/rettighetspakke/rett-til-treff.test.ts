/** Rett til treff for every set of criteria in every package, against a table written from the contract. */
import { expect, test } from 'vitest';
import type { Tekstkriterium } from '#lib/domain/oppslag/kriterier.ts';
import { TEKSTKRITERIER } from '#lib/domain/oppslag/kriterier.ts';
import { findRettTilTreff, getTjenesteFor, KOMBINASJONER, listKombinasjoner } from './rett-til-treff.ts';
import { PAKKER } from './rettighetspakke.ts';

const VERDIER: Record<Tekstkriterium, string> = {
  identifikasjonsnummer: '03851598730',
  utenlandskpersonidentifikasjon: 'AFG-1458-4555',
  legitimasjonsdokument: 'IRL-195509132386',
  utlendingsmyndighetenesIdentifikasjonsnummer: '202012345678',
  foedselsdato: '19900201',
  navn: 'SMIDIG KOPP',
  postnummer: '0155',
  adressenavn: 'STORGATA',
  husnummer: '12B',
};

function toKriterier(felter: readonly Tekstkriterium[]): Partial<Record<Tekstkriterium, string>> {
  return Object.fromEntries(felter.map((felt) => [felt, VERDIER[felt]]));
}

/** Each line: what must be given besides navn, and the packages that it suffices for. */
const TABELL: [Tekstkriterium[], readonly string[]][] = [
  [['identifikasjonsnummer'], PAKKER],
  [['foedselsdato'], PAKKER],
  [['adressenavn', 'husnummer'], PAKKER],
  [['postnummer'], PAKKER],
  [['utenlandskpersonidentifikasjon'], ['offentlig-med-hjemmel', 'eid']],
  [['legitimasjonsdokument'], ['offentlig-med-hjemmel', 'eid']],
  [['utlendingsmyndighetenesIdentifikasjonsnummer'], ['offentlig-med-hjemmel']],
];

test('Z-02: all 512 sets of criteria in all packages have rett til treff exactly by the table', () => {
  let sett = 0;
  for (let bits = 0; bits < 2 ** TEKSTKRITERIER.length; bits += 1) {
    const felter = TEKSTKRITERIER.filter((_, i) => bits & (1 << i));
    for (const pakke of PAKKER) {
      const ventet =
        felter.includes('navn') &&
        TABELL.some(
          ([krav, pakker]) => pakker.includes(pakke) && krav.every((felt) => felter.includes(felt)),
        );
      const { kombinasjon, mangler } = findRettTilTreff(pakke, toKriterier(felter));
      expect(kombinasjon !== null, `${pakke}: ${felter.join(' ')}`).toBe(ventet);
      expect(mangler.length === 0).toBe(ventet);
      sett += 1;
    }
  }
  expect(sett).toBe(512 * 9);
});

test('what is missing is told for each combination of the package, the closest first, and giving it helps', () => {
  const { mangler } = findRettTilTreff('finans', toKriterier(['navn', 'adressenavn']));
  expect(mangler).toEqual([
    { kombinasjon: 'navnOgIdentifikasjonsnummer', felter: ['identifikasjonsnummer'] },
    { kombinasjon: 'navnOgFoedselsdato', felter: ['foedselsdato'] },
    { kombinasjon: 'navnOgAdresse', felter: ['husnummer'] },
    { kombinasjon: 'navnOgPostnummer', felter: ['postnummer'] },
  ]);
  for (const { kombinasjon, felter } of mangler) {
    expect(findRettTilTreff('finans', toKriterier(['navn', 'adressenavn', ...felter])).kombinasjon).toBe(
      kombinasjon,
    );
  }
  expect(findRettTilTreff('finans', toKriterier(['foedselsdato'])).mangler[0]).toEqual({
    kombinasjon: 'navnOgFoedselsdato',
    felter: ['navn'],
  });
});

test('a street without husnummer gives rett til treff only beside a postnummer', () => {
  expect(findRettTilTreff('eid', toKriterier(['navn', 'adressenavn'])).kombinasjon).toBeNull();
  expect(findRettTilTreff('eid', toKriterier(['navn', 'adressenavn', 'postnummer'])).kombinasjon).toBe(
    'navnOgPostnummer',
  );
});

test('the older form, a number and any one other without fornavn and etternavn, is not offered', () => {
  const nummer = toKriterier(['identifikasjonsnummer']);
  expect(findRettTilTreff('offentlig-med-hjemmel', { ...nummer, navn: 'KOPP' }).kombinasjon).toBeNull();
  expect(
    findRettTilTreff('offentlig-med-hjemmel', { ...nummer, foedselsdato: '19900201' }).kombinasjon,
  ).toBeNull();
});

test('a criterion that is empty or has a fault counts as not given', () => {
  expect(findRettTilTreff('privat', { navn: 'SMIDIG KOPP', postnummer: '' }).kombinasjon).toBeNull();
  expect(findRettTilTreff('privat', { navn: 'SMIDIG KOPP', postnummer: '15' }).kombinasjon).toBeNull();
  expect(
    findRettTilTreff('privat', { navn: 'SMIDIG KOPP', identifikasjonsnummer: '0385' }).kombinasjon,
  ).toBeNull();
});

test('Z-03: an unknown package has no combination', () => {
  expect(findRettTilTreff('ukjent', toKriterier(TEKSTKRITERIER))).toEqual({ kombinasjon: null, mangler: [] });
  expect(listKombinasjoner('ukjent')).toEqual([]);
  expect(listKombinasjoner('offentlig-med-hjemmel')).toEqual([...KOMBINASJONER]);
});

test('a number alone is an oppslag, and anything beside it makes an entydig soek', () => {
  expect(getTjenesteFor({ identifikasjonsnummer: '03851598730' })).toBe('oppslag');
  expect(getTjenesteFor({ identifikasjonsnummer: '03851598730', navn: '', soekFonetisk: true })).toBe(
    'oppslag',
  );
  expect(getTjenesteFor({})).toBe('entydigsoek');
  for (const felt of TEKSTKRITERIER.filter((f) => f !== 'identifikasjonsnummer')) {
    expect(getTjenesteFor(toKriterier([felt]))).toBe('entydigsoek');
    expect(getTjenesteFor(toKriterier(['identifikasjonsnummer', felt]))).toBe('entydigsoek');
  }
});

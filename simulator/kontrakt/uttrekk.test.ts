/** The body of an order: both forms of the municipality, every field's format, and what cannot be combined. */
import { expect, test } from 'vitest';
import { findSekvensnummer, PERSONSTATUSTYPER, parseUttrekk, SIVILSTANDSTYPER } from './uttrekk.ts';

const parse = (kropp: unknown) => parseUttrekk(JSON.stringify(kropp));
const withBosatt = (felter: object) => parse({ personstatustyper: ['bosatt'], ...felter });

test('every field of the contract is read', () => {
  const kropp = {
    personstatustyper: ['bosatt', 'aktiv'],
    kommunenummer: { bostedskommunenummer: '0301' },
    foedselsaarFraOgMed: '1990',
    foedselsaarTilOgMed: '1995',
    doedsaarFraOgMed: '2020',
    doedsaarTilOgMed: '2020',
    kjoenn: 'kvinne',
    statsborgerskap: 'BGR',
    sivilstandstype: 'gift',
  };
  expect(parse(kropp)).toEqual({
    personstatustyper: ['aktiv', 'bosatt'],
    bostedskommunenummer: '0301',
    foedselsaarFraOgMed: 1990,
    foedselsaarTilOgMed: 1995,
    doedsaarFraOgMed: 2020,
    doedsaarTilOgMed: 2020,
    kjoenn: 'kvinne',
    statsborgerskap: 'BGR',
    sivilstandstype: 'gift',
  });
});

test('the municipality may lie directly in the body, as in the seed', () => {
  expect(withBosatt({ oppholdskommunenummer: '5001' })).toEqual({
    personstatustyper: ['bosatt'],
    oppholdskommunenummer: '5001',
  });
});

test('every status and every sivilstand of the contract is a valid one, and null is absent', () => {
  for (const status of PERSONSTATUSTYPER)
    expect(parse({ personstatustyper: [status, status] })).toEqual({ personstatustyper: [status] });
  for (const sivilstandstype of SIVILSTANDSTYPER)
    expect(withBosatt({ sivilstandstype, kjoenn: null })).toMatchObject({ sivilstandstype });
});

test.each([
  ['personstatustyper', {}],
  ['personstatustyper', { personstatustyper: [] }],
  ['personstatustyper', { personstatustyper: 'bosatt' }],
  ['personstatustyper', { personstatustyper: ['bosatt', 'opphoert'] }],
  ['personstatustyper', { personstatustyper: ['forsvunnet'] }],
  ['personstatustyper', { personstatustyper: [1] }],
  ['kommunenummer', { personstatustyper: ['bosatt'], kommunenummer: '0301' }],
  ['bostedskommunenummer', { personstatustyper: ['bosatt'], kommunenummer: { bostedskommunenummer: '301' } }],
  ['bostedskommunenummer', { personstatustyper: ['bosatt'], kommunenummer: { bostedskommunenummer: 301 } }],
  ['oppholdskommunenummer', { personstatustyper: ['bosatt'], oppholdskommunenummer: 'Oslo' }],
  ['foedselsaarFraOgMed', { personstatustyper: ['bosatt'], foedselsaarFraOgMed: '90' }],
  ['foedselsaarTilOgMed', { personstatustyper: ['bosatt'], foedselsaarTilOgMed: 1990 }],
  ['doedsaarFraOgMed', { personstatustyper: ['doed'], doedsaarFraOgMed: '20200' }],
  ['doedsaarTilOgMed', { personstatustyper: ['doed'], doedsaarTilOgMed: '' }],
  ['kjoenn', { personstatustyper: ['bosatt'], kjoenn: 'Kvinne' }],
  ['statsborgerskap', { personstatustyper: ['bosatt'], statsborgerskap: 'NO' }],
  ['sivilstandstype', { personstatustyper: ['bosatt'], sivilstandstype: 'samboer' }],
])('a wrong %s is refused by name', (felt, kropp) => {
  expect(parse(kropp)).toEqual({ ugyldig: expect.stringMatching(new RegExp(`^${felt} `)) });
});

test('bosted and opphold exclude each other, in every form', () => {
  const bosted = { bostedskommunenummer: '0301' };
  const opphold = { oppholdskommunenummer: '0301' };
  const ventet = { ugyldig: 'bostedskommunenummer og oppholdskommunenummer kan ikke kombineres' };
  expect(withBosatt({ kommunenummer: { ...bosted, ...opphold } })).toEqual(ventet);
  expect(withBosatt({ ...bosted, ...opphold })).toEqual(ventet);
  expect(withBosatt({ kommunenummer: bosted, ...opphold })).toEqual(ventet);
});

test('a range must not end before it begins', () => {
  expect(withBosatt({ foedselsaarFraOgMed: '1990', foedselsaarTilOgMed: '1990' })).not.toHaveProperty(
    'ugyldig',
  );
  expect(withBosatt({ foedselsaarFraOgMed: '1991', foedselsaarTilOgMed: '1990' })).toHaveProperty('ugyldig');
  expect(withBosatt({ doedsaarFraOgMed: '1991', doedsaarTilOgMed: '1990' })).toHaveProperty('ugyldig');
});

test.each(['', '{', '[]', 'null', '"bosatt"', '<personstatustyper/>'])('%j is no order', (kropp) => {
  expect(parseUttrekk(kropp)).toEqual({ ugyldig: 'Innholdet er ikke et JSON-objekt' });
});

test('komplett goes up to the sekvensnummer that is asked for, at most the latest', () => {
  expect(findSekvensnummer('12', 40)).toBe(12);
  expect(findSekvensnummer('41', 40)).toBe(40);
  expect(findSekvensnummer('9223372036854775807', 40)).toBe(40);
  expect(findSekvensnummer(null, 40)).toBe(40);
  expect(findSekvensnummer('', 40)).toBe(40);
  for (const feil of ['-1', '1.5', 'siste', '1e3', '12345678901234567890'])
    expect(findSekvensnummer(feil, 40)).toBeUndefined();
});

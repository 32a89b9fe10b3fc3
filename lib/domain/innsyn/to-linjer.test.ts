/** A-14 and the rule of doubt: an act is one line however many calls it took, and what is not known counts as shown. */
import { expect, test } from 'vitest';
import type { Hendelsesslag } from '#lib/domain/revisjonslogg/logghandling.ts';
import { type Innsynsrad, toInnsynslinjer } from './to-linjer.ts';

const RAD: Innsynsrad = {
  tidspunkt: '2026-11-20T10:00:00.000Z',
  slag: 'INTENT',
  handling: 'OPPSLAG',
  handlingId: 'handling',
  kallId: 'kall-1',
  enhet: 'Enhet',
  brukerId: null,
  bruker: 'kari',
  formaal: null,
  pakke: 'offentlig-med-hjemmel',
  utfall: null,
  deler: ['navn'],
  felter: [],
  gjelderHenne: true,
};
const UTEN = { navn: null, holdt: new Map() };
const toRad = (slag: Hendelsesslag, endringer: Partial<Innsynsrad> = {}): Innsynsrad => ({
  ...RAD,
  slag,
  ...endringer,
});
const toUtfall = (rader: readonly Innsynsrad[]) =>
  toInnsynslinjer(rader, [], UTEN).map(({ utfall }) => utfall);

test('A-14: a storm of retries is one line, with the time of the first and the outcome of the one that showed something', () => {
  const forsoek = Array.from({ length: 40 }, (_, i) => [
    toRad('INTENT', { kallId: `kall-${i}`, tidspunkt: `2026-11-20T10:00:${10 + i}.000Z` }),
    toRad(i === 20 ? 'DISCLOSED' : 'FAILED', { kallId: `kall-${i}`, utfall: 'x', felter: ['navn.fornavn'] }),
  ]).flat();
  expect(toInnsynslinjer(forsoek.toReversed(), [], UTEN)).toMatchObject([
    { id: 'handling', utfall: 'vist', tidspunkt: RAD.tidspunkt, opplysninger: ['navn'], ansatt: null },
  ]);
});

test.each([
  [['INTENT'], 'underveis'],
  [['INTENT', 'UNRESOLVED'], 'uavklart'],
  [['INTENT', 'UNRESOLVED', 'DISCLOSED'], 'vist'],
  [['INTENT', 'UNRESOLVED', 'FAILED'], 'feilet'],
  [['DENIED'], 'avvist'],
] as const)('the rows %j are %s', (slag, utfall) => {
  expect(toUtfall(slag.map((ett) => toRad(ett)))).toEqual([utfall]);
});

test('of the calls of an act the one in doubt weighs more than those that showed nothing', () => {
  const rader = [toRad('UNRESOLVED'), toRad('FAILED', { kallId: 'kall-2' })];
  expect(toUtfall(rader)).toEqual(['uavklart']);
});

test('what may have been shown is what was asked for; of what was refused there is nothing', () => {
  const uavklart = toInnsynslinjer([toRad('INTENT'), toRad('UNRESOLVED', { deler: [] })], [], UTEN);
  expect(uavklart[0]?.opplysninger).toEqual(['identifikasjonsnummer', 'navn']);
  expect(toInnsynslinjer([toRad('DENIED')], [], UTEN)[0]?.opplysninger).toEqual([]);
});

test('what KRR said is told as such: what was shown, what may have been, and that nothing was', () => {
  const krr = { handling: 'KONTAKTOPPSLAG', deler: ['identifikasjonsnummer', 'adressebeskyttelse', 'krr'] };
  const toLinje = (slag: Hendelsesslag, endringer: Partial<Innsynsrad>) =>
    toInnsynslinjer([toRad(slag, { ...krr, ...endringer })], [], UTEN)[0];
  expect(toLinje('DISCLOSED', { utfall: 'funnet', felter: ['krr.reservasjon', 'krr.spraak'] })).toMatchObject(
    {
      hva: 'kontaktoppslag',
      utfall: 'vist',
      opplysninger: ['krr'],
    },
  );
  expect(toLinje('DISCLOSED', { utfall: 'ingenOpplysninger' })).toMatchObject({
    utfall: 'ingenOpplysninger',
    opplysninger: [],
  });
  expect(toLinje('UNRESOLVED', {})).toMatchObject({
    utfall: 'uavklart',
    opplysninger: ['identifikasjonsnummer', 'adressebeskyttelse', 'krr'],
  });
});

test('an act, a purpose and a field that are not known are told as such', () => {
  const rad = toRad('DISCLOSED', {
    handling: 'NOE_NYTT',
    formaal: 'gammelt',
    felter: ['andre', 'nyttFelt.x'],
  });
  expect(toInnsynslinjer([rad], [], UTEN)).toMatchObject([
    { hva: 'annet', formaal: { navn: 'gammelt', hjemmel: null }, opplysninger: ['andre'] },
  ]);
});

test('what is no showing is not told as one: a rule put aside, and what was read to decide by a rule', () => {
  const aapnet = toRad('DISCLOSED', { handling: 'NOEDTILGANG', utfall: 'gitt', deler: [] });
  expect(toInnsynslinjer([aapnet], [], UTEN)).toMatchObject([
    { hva: 'noedtilgang', utfall: 'aapnet', opplysninger: [] },
  ]);
  const brukt = toRad('DISCLOSED', {
    handling: 'NAERSTAAENDE',
    utfall: 'hentet',
    deler: ['familierelasjon'],
  });
  expect(toInnsynslinjer([brukt], [], UTEN)).toMatchObject([
    { hva: 'naerstaaende', utfall: 'brukt', opplysninger: ['identifikasjonsnummer', 'familierelasjon'] },
  ]);
});

test('each download has a line of its own beside that of its uttrekk', () => {
  const rader = [
    toRad('DISCLOSED', { handling: 'UTTREKK_KLAR' }),
    toRad('DISCLOSED', { handling: 'NEDLASTING', kallId: 'kall-2' }),
    toRad('DISCLOSED', { handling: 'NEDLASTING', kallId: 'kall-3' }),
  ];
  const linjer = toInnsynslinjer(rader, [], UTEN);
  expect(linjer.map(({ id, utfall }) => [id, utfall])).toEqual([
    ['handling', 'lagtIFil'],
    ['kall-2', 'lastetNed'],
    ['kall-3', 'lastetNed'],
  ]);
});

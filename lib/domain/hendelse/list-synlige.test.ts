/** Z-03, Z-05: what happened to somebody protected says no more than an oppslag does, and its absence says nothing. */
import { expect, test } from 'vitest';
import type { Vern } from '#lib/domain/person/skjerming.ts';
import { HENDELSESTYPER, OM_BESKYTTELSE, UTEN_STED } from './hendelsestyper.ts';
import { listSynlige } from './list-synlige.ts';

/** Every kind there is, and one that there is not. */
const ALLE = [...HENDELSESTYPER, 'endringINoeNytt'].map((type) => ({ type }));
const UTEN_VERN: Vern = { gradering: 'ugradert', harVern: false };
const VERNET: Vern[] = [
  { gradering: 'ugradert', harVern: true },
  { gradering: 'fortrolig', harVern: true },
  { gradering: 'strengtFortrolig', harVern: true },
];
const show = (vern: Vern, rett: 'ingen' | 'fortrolig') =>
  listSynlige(ALLE, vern, rett).map(({ type }) => type);

test('the contract has 44 kinds, and its description two more', () => {
  expect(new Set(HENDELSESTYPER).size).toBe(46);
});

test('without the right nobody has a hendelse about adressebeskyttelse, and nothing else of the unprotected is left out', () => {
  const alle = ALLE.map(({ type }) => type);
  expect(show(UTEN_VERN, 'ingen')).toEqual(alle.filter((type) => type !== OM_BESKYTTELSE));
  expect(show(UTEN_VERN, 'fortrolig')).toEqual(alle);
});

test.each(VERNET)('without the right nothing from which a place can be read is left of %j', (vern) => {
  expect(show(vern, 'ingen')).toEqual([...UTEN_STED]);
  const omSted =
    /adresse|bosted|bosatt|flytting|opphold|kontakt|utflyttet|status|oppdatert|person$|nytt|inaktiv|split/i;
  expect(show(vern, 'ingen').filter((type) => omSted.test(type))).toEqual([]);
});

test('with the right those of a fortrolig person are all there, and of a strengt fortrolig those about no place', () => {
  expect(show({ gradering: 'fortrolig', harVern: true }, 'fortrolig')).toHaveLength(ALLE.length);
  expect(show({ gradering: 'ugradert', harVern: true }, 'fortrolig')).toHaveLength(ALLE.length);
  expect(show({ gradering: 'strengtFortrolig', harVern: true }, 'fortrolig').toSorted()).toEqual(
    [...UTEN_STED, OM_BESKYTTELSE].toSorted(),
  );
});

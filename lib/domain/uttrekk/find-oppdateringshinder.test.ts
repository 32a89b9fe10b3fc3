/** Every package: only one whose feed names people can be followed, and never for a handful. */
import { expect, test } from 'vitest';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { findOppdateringshinder } from './find-oppdateringshinder.ts';

test('by package', () => {
  const kanIkke = PAKKER.filter((pakke) => findOppdateringshinder(pakke, 1_000) === 'pakke');
  expect(kanIkke).toEqual([
    'privat-uten-folkeregisteridentifikator',
    'presse-uten-folkeregisteridentifikator',
  ]);
});

test('by number', () => {
  expect(findOppdateringshinder('finans', 19)).toBe('faaPersoner');
  expect(findOppdateringshinder('finans', 20)).toBeNull();
});

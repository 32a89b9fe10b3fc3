/** Every message key that the model and the view can produce has a Norwegian text, and no key is left over. */

import { expect, test } from 'vitest';
import { z } from 'zod';
import { KODEVERK } from '#lib/domain/kodeverk/kodeverk.ts';
import messages from '#messages/nb/person.json' with { type: 'json' };
import { feltNoekkel } from './felt-noekkel.ts';
import { findFeltMeta } from './model/felt.ts';
import { unwrapSchema } from './model/plan.ts';
import { EGENSKAPER, elementSchema } from './person-model.ts';
import { FANER } from './person-view.ts';
import { STATUSMERKER } from './view/hode.ts';

/** Every felt that a schema can give: its leaves, and the objects that are shown as one value. */
function listFelt(schema: z.core.$ZodType, felt: string): string[] {
  const naken = unwrapSchema(schema);
  if (naken instanceof z.ZodArray) return listFelt(naken.element, felt);
  if (!(naken instanceof z.ZodObject)) return [felt];
  const under = Object.entries(naken.shape).flatMap(([navn, s]) =>
    listFelt(s, felt === '' ? navn : `${felt}.${navn}`),
  );
  return findFeltMeta(naken) === undefined ? under : [felt, ...under];
}

/** Made by the view itself: the overview's family counts, and the ends of a period. And what a hendelse did to an egenskap. */
const EGNE_FELT = [...KODEVERK.rolle, 'andre']
  .map((rolle) => `antall.${rolle}`)
  .concat('periodeFra', 'periodeTil', 'entitetsendring');
const FELT = new Set(
  EGENSKAPER.flatMap((egenskap) => listFelt(elementSchema(egenskap), '')).concat(EGNE_FELT),
);

const sortert = (navn: Iterable<string>): string[] => [...navn].sort();

test('every felt has a label', () => {
  const noekler = [...FELT].filter((felt) => felt !== 'erGjeldende').map(feltNoekkel);
  expect(sortert(Object.keys(messages.person.felt))).toEqual(sortert(noekler));
  expect(new Set(noekler).size).toBe(noekler.length);
});

test('every name that is shown as one has a label', () => {
  const navn = [...FELT]
    .filter((felt) => felt.endsWith('.fornavn'))
    .map((felt) => felt.replace(/\.fornavn$/, ''));
  expect(sortert(Object.keys(messages.person.navnefelt))).toEqual(sortert(navn.map(feltNoekkel)));
});

test('every egenskap, tab and mark has a label', () => {
  expect(sortert(Object.keys(messages.person.egenskap))).toEqual(sortert([...EGENSKAPER, 'krr']));
  expect(Object.keys(messages.person.fane)).toEqual([...FANER]);
  expect(Object.keys(messages.person.fanekort)).toEqual([...FANER]);
  expect(sortert(Object.keys(messages.person.merke))).toEqual(sortert(STATUSMERKER));
});

test('every code of every code list has a text', () => {
  const koder = Object.entries(messages.kodeverk).map(([navn, tekster]) => [
    navn,
    sortert(Object.keys(tekster)),
  ]);
  const ventet = Object.entries(KODEVERK).map(([navn, liste]) => [navn, sortert(liste)]);
  expect(Object.fromEntries(koder)).toEqual(Object.fromEntries(ventet));
});

test('every state and banner has a text', () => {
  expect(sortert(Object.keys(messages.person.tilstand))).toEqual(
    sortert([
      'verdi',
      'ikkeRegistrert',
      'ikkeIPakken',
      'ikkeSpurtEtter',
      'skjermet',
      'kildenSvarteIkke',
      'ingenOpplysninger',
    ]),
  );
  expect(sortert(Object.keys(messages.person.banner))).toEqual(
    sortert(['fortrolig', 'strengtFortrolig', 'doed', 'opphoert', 'falskIdentitet', 'annetNummer']),
  );
});

test('no key holds a dot, since message paths are split on it, and no text is empty', () => {
  const sjekk = (node: unknown, sti: string): string[] => {
    if (typeof node === 'string') return node.trim() === '' ? [sti] : [];
    return Object.entries(node ?? {}).flatMap(([navn, under]) => [
      ...(navn.includes('.') ? [`${sti}/${navn}`] : []),
      ...sjekk(under, `${sti}/${navn}`),
    ]);
  };
  expect(sjekk(messages, '')).toEqual([]);
});

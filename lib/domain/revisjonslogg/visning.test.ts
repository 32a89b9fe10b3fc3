/** A saved view holds no person, however she is written. */
import { expect, test } from 'vitest';
import { VisningRequest } from './visning.ts';

const lagre = (navn: string, filter: object) =>
  VisningRequest.safeParse({ slag: 'lagre', navn, filter }).success;

test('a view of what is no person is taken', () => {
  expect(lagre('Avviste i sommer', { utfall: 'avvist', saksreferanse: '2026/123', bruker: 'sb' })).toBe(true);
  expect(lagre('Sak 202612345678', { saksreferanse: '202612345678' })).toBe(true);
});

test.each([
  ['Om 21818012345', {}],
  ['218180 12345', {}],
  ['Sak', { saksreferanse: '21818012345' }],
  ['Sak', { saksreferanse: 'om 218180-12345, klage' }],
  ['Bruker', { bruker: '21818012345' }],
  ['Person', { personidentifikator: '21818012345' }],
  ['Person', { begrunnelse: 'Innsynskrav fra den registrerte' }],
  ['', {}],
  ['x'.repeat(61), {}],
])('%j with %j is refused', (navn, filter) => {
  expect(lagre(navn, filter)).toBe(false);
});

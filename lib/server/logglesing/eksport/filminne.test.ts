/** A file of the log is for one download, by the one who asked, in her session, within a minute. */
import { expect, test } from 'vitest';
import { createFilminne } from '#lib/server/logglesing/eksport/filminne.ts';

const FIL = { filnavn: 'x.csv', type: 'text/csv', innhold: Buffer.from('x'), etag: 'x' };
const toEier = (brukerId: string, session = 1) => ({ brukerId, sessionRef: Buffer.alloc(16, session) });
const BRUKT = expect.objectContaining({ kode: 'NEDLASTING_BRUKT' });

test('once, and only for its owner in her session', () => {
  const minne = createFilminne();
  const id = minne.keep(FIL, toEier('a'));
  for (const eier of [toEier('b'), toEier('a', 2)]) expect(() => minne.take(id, eier)).toThrow(BRUKT);
  expect(() => minne.take('ukjent', toEier('a'))).toThrow(BRUKT);
  expect(() => minne.take(undefined, toEier('a'))).toThrow(BRUKT);
  expect(minne.take(id, toEier('a'))).toBe(FIL);
  expect(() => minne.take(id, toEier('a'))).toThrow(BRUKT);
});

test('for a minute, and then there is room again', () => {
  let naa = 0;
  const minne = createFilminne(() => naa);
  const ider = ['a', 'b', 'c', 'd'].map((bruker) => minne.keep(FIL, toEier(bruker)));
  expect(() => minne.keep(FIL, toEier('e'))).toThrow(
    expect.objectContaining({ kode: 'FOR_MANGE_SAMTIDIGE' }),
  );
  naa = 60_000;
  expect(() => minne.take(ider[0], toEier('a'))).toThrow(BRUKT);
  expect(minne.take(minne.keep(FIL, toEier('e')), toEier('e'))).toBe(FIL);
});

test('a user’s next file takes the place of the one she did not fetch', () => {
  const minne = createFilminne();
  const foerste = minne.keep(FIL, toEier('a'));
  minne.keep(FIL, toEier('a'));
  expect(() => minne.take(foerste, toEier('a'))).toThrow(BRUKT);
});

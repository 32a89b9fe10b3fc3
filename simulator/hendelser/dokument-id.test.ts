/** Ids lead back to what they were made of, and nothing else does. */
import { expect, test } from 'vitest';
import { createDokumentider } from './dokument-id.ts';

const ider = createDokumentider(1);

test('an id leads back to its kind and place, alone or made with a whole page', () => {
  const side = ider.list(500, (nr) => ({ slag: 'versjon', verdi: nr * 7 }));
  expect(new Set(side).size).toBe(500);
  for (const [nr, id] of side.entries()) {
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(ider.find(id)).toEqual({ slag: 'versjon', verdi: nr * 7 });
    expect(ider.create({ slag: 'versjon', verdi: nr * 7 })).toBe(id);
  }
});

test('the kind is part of the id, and another seed gives other ids', () => {
  const versjon = ider.create({ slag: 'versjon', verdi: 5 });
  expect(ider.create({ slag: 'hendelse', verdi: 5 })).not.toBe(versjon);
  expect(createDokumentider(2).find(versjon)).toBeUndefined();
});

test.each(['', 'abc', '0'.repeat(32), 'f'.repeat(32), '55591B51B20518F4F22BF1EDD6AA9F25', 'g'.repeat(32)])(
  '«%s» was never given',
  (id) => {
    expect(ider.find(id)).toBeUndefined();
  },
);

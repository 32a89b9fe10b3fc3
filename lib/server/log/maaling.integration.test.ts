/** what is unknown is counted by place, and no document can make more places than there is room for. */
import { expect, test } from 'vitest';
import { countUkjente, formatMaalinger, listUkjente } from './maaling.ts';

test('R-14: documents are counted by place, and beyond a hundred places as one', async () => {
  expect(await listUkjente()).toEqual([]);
  const kallenavn = { felt: 'navn.kallenavn', slag: 'felt' };
  countUkjente([kallenavn]);
  countUkjente([kallenavn, { felt: 'sivilstand.sivilstand', slag: 'kode' }]);
  countUkjente([]);
  expect(await listUkjente()).toEqual([
    { ...kallenavn, antall: 2 },
    { felt: 'sivilstand.sivilstand', slag: 'kode', antall: 1 },
  ]);
  countUkjente(Array.from({ length: 150 }, (_, n) => ({ felt: `nytt${n}`, slag: 'felt' })));
  countUkjente([kallenavn]);
  const alle = await listUkjente();
  expect(alle).toHaveLength(101);
  expect(alle).toContainEqual({ ...kallenavn, antall: 3 });
  expect(alle).toContainEqual({ felt: 'annet', slag: 'felt', antall: 52 });
  const { text } = await formatMaalinger([]);
  expect(text).toContain('portal_ukjente_opplysninger_total{felt="navn.kallenavn",slag="felt"} 3');
});

/** Two runs compared against a count by hand. */
import { expect, it } from 'vitest';
import { writeForseglet } from './container.ts';
import { toGrunnlagsplass, type Uttrekksmappe } from './mappe.ts';
import { compareUttrekk } from './sammenlign.ts';
import { createTestmappe, toRef } from './test-uttrekk.ts';

/** The sorted file of these persons, each with what her row says; 0 is another number of somebody. */
async function writeGrunnlag(mappe: Uttrekksmappe, personer: ReadonlyMap<number, number>): Promise<void> {
  const { sti, bound } = toGrunnlagsplass(mappe);
  const poster = [...personer]
    .map(([nr, sier]) => Buffer.concat([toRef(String(nr)), Buffer.alloc(16, sier)]))
    .sort(Buffer.compare);
  await writeForseglet(sti, mappe.noekkel, bound, poster);
}

const range = (fra: number, til: number) => Array.from({ length: til - fra }, (_, i) => fra + i);

it.each([
  { foer: [], etter: [], svar: { nye: 0, borte: 0, endret: 0 } },
  { foer: [], etter: range(0, 7), svar: { nye: 7, borte: 0, endret: 0 } },
  { foer: range(0, 7), etter: [], svar: { nye: 0, borte: 7, endret: 0 } },
  { foer: range(0, 20_000), etter: range(500, 20_700), svar: { nye: 700, borte: 500, endret: 1950 } },
])('$svar', async ({ foer, etter, svar }) => {
  await using a = await createTestmappe();
  await using b = await createTestmappe();
  await writeGrunnlag(a, new Map(foer.map((nr) => [nr, 1])));
  await writeGrunnlag(b, new Map(etter.map((nr) => [nr, nr % 10 === 0 ? 2 : 1])));
  expect(await compareUttrekk(a, b, new AbortController().signal)).toEqual(svar);
});

it('another number of the same person is nobody of its own', async () => {
  await using a = await createTestmappe();
  await using b = await createTestmappe();
  await writeGrunnlag(
    a,
    new Map([
      [1, 1],
      [2, 0],
    ]),
  );
  await writeGrunnlag(
    b,
    new Map([
      [1, 1],
      [3, 0],
    ]),
  );
  expect(await compareUttrekk(a, b, new AbortController().signal)).toEqual({ nye: 0, borte: 0, endret: 0 });
});

it('a run whose files are gone says so', async () => {
  await using a = await createTestmappe();
  await using b = await createTestmappe();
  await writeGrunnlag(a, new Map([[1, 1]]));
  await expect(compareUttrekk(a, b, new AbortController().signal)).rejects.toMatchObject({
    kode: 'FIL_MANGLER',
  });
});

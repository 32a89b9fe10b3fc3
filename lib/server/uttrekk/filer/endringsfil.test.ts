/** Two runs compared against a count by hand, and the file of who has changed against the persons themselves. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { unwrapNoekkel, writeForseglet } from './container.ts';
import { compareUttrekk, type Sammenlignet } from './endringsfil.ts';
import { NUMMER_STED, POST_BYTES } from './linjer.ts';
import { toEldreGrunnlagsplass, toFilplass, toGrunnlagsplass, type Uttrekksmappe } from './mappe.ts';
import { readForseglet } from './read-forseglet.ts';
import { createTestmappe, FIL_KEY, toRef } from './test-uttrekk.ts';

const toNummer = (nr: number): string => String(nr).padStart(11, '0');

/** The sorted file of these persons, each with what her row says; 0 is another number of somebody. */
async function writeGrunnlag(
  mappe: Uttrekksmappe,
  personer: ReadonlyMap<number, number>,
  { erEldre = false } = {},
): Promise<void> {
  const { sti, bound } = erEldre ? toEldreGrunnlagsplass(mappe) : toGrunnlagsplass(mappe);
  const poster = [...personer].map(([nr, sier]) => {
    const nummer = Buffer.alloc(POST_BYTES - NUMMER_STED);
    if (sier !== 0) nummer.writeUIntBE(nr, 0, nummer.length);
    return Buffer.concat([toRef(String(nr)), Buffer.alloc(16, sier), ...(erEldre ? [] : [nummer])]);
  });
  await writeForseglet(sti, mappe.noekkel, bound, poster.sort(Buffer.compare));
}

const range = (fra: number, til: number) => Array.from({ length: til - fra }, (_, i) => fra + i);

const compare = (a: Uttrekksmappe, b: Uttrekksmappe) =>
  compareUttrekk(FIL_KEY, a, b, new AbortController().signal);

/** The lines below the head, in order of the numbers. */
async function readLinjer(mappe: Uttrekksmappe, { fil }: Sammenlignet): Promise<string[]> {
  if (fil === null) return [];
  const { sti, bound } = toFilplass(mappe, fil.filId);
  const biter: Buffer[] = [];
  for await (const bit of readForseglet(sti, unwrapNoekkel(FIL_KEY, fil.filId, fil.noekkel), bound))
    biter.push(Buffer.from(bit));
  const bytes = Buffer.concat(biter);
  expect(fil.bytes).toBe(bytes.length);
  const [hode, ...linjer] = bytes.toString('utf8').split('\r\n').slice(0, -1);
  expect(hode).toBe('\ufeffendring;personidentifikator');
  expect(fil.rader).toBe(linjer.length);
  return linjer.sort();
}

it.each([
  { foer: [], etter: [], svar: { nye: 0, borte: 0, endret: 0 } },
  { foer: [], etter: range(0, 7), svar: { nye: 7, borte: 0, endret: 0 } },
  { foer: range(0, 7), etter: [], svar: { nye: 0, borte: 7, endret: 0 } },
  { foer: range(0, 20_000), etter: range(500, 20_700), svar: { nye: 700, borte: 500, endret: 1950 } },
])('$svar', async ({ foer, etter, svar }) => {
  await using a = await createTestmappe();
  await using b = await createTestmappe();
  // Nobody has the number that stands for none.
  const til = (numre: number[], sier: (nr: number) => number) =>
    new Map(numre.map((nr) => [nr + 1, sier(nr)]));
  await writeGrunnlag(
    a,
    til(foer, () => 1),
  );
  await writeGrunnlag(
    b,
    til(etter, (nr) => (nr % 10 === 0 ? 2 : 1)),
  );
  const funnet = await compare(a, b);
  expect(funnet.forskjell).toEqual(svar);
  const [foerste, andre] = [new Set(foer), new Set(etter)];
  const linje = (slag: string) => (nr: number) => `${slag};${toNummer(nr + 1)}`;
  expect(await readLinjer(b, funnet)).toEqual(
    [
      ...etter.filter((nr) => !foerste.has(nr)).map(linje('ny')),
      ...foer.filter((nr) => !andre.has(nr)).map(linje('borte')),
      ...etter.filter((nr) => foerste.has(nr) && nr % 10 === 0).map(linje('endret')),
    ].sort(),
  );
});

it('another number of the same person is nobody of its own, and where nothing has changed there is no file', async () => {
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
  expect(await compare(a, b)).toEqual({ forskjell: { nye: 0, borte: 0, endret: 0 }, fil: null });
  expect(readdirSync(path.join(b.sti, 'fil'))).toEqual([]);
});

it('a run from before numbers were kept is compared, without a file', async () => {
  await using a = await createTestmappe();
  await using b = await createTestmappe();
  await writeGrunnlag(
    a,
    new Map([
      [1, 1],
      [2, 1],
    ]),
    { erEldre: true },
  );
  await writeGrunnlag(
    b,
    new Map([
      [2, 2],
      [3, 1],
      [4, 1],
    ]),
  );
  expect(await compare(a, b)).toEqual({ forskjell: { nye: 2, borte: 1, endret: 1 }, fil: null });
  expect((await compare(b, a)).forskjell).toEqual({ nye: 1, borte: 2, endret: 1 });
  expect(existsSync(path.join(b.sti, 'fil'))).toBe(false);
});

it('a run whose files are gone says so, and leaves nothing behind', async () => {
  await using a = await createTestmappe();
  await using b = await createTestmappe();
  await writeGrunnlag(a, new Map([[1, 1]]));
  await expect(compare(a, b)).rejects.toMatchObject({ kode: 'FIL_MANGLER' });
  await writeGrunnlag(b, new Map([[2, 1]]));
  await writeForseglet(toGrunnlagsplass(b).sti, Buffer.alloc(32, 9), 'annen', []);
  await expect(compare(a, b)).rejects.toMatchObject({ kode: 'FIL_OEDELAGT' });
  expect(readdirSync(path.join(b.sti, 'fil'))).toEqual([]);
});

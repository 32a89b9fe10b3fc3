/** Everybody once, under the number of her own row, also where another row has named that number as one of its others. */
import { createCipheriv } from 'node:crypto';
import { expect, it } from 'vitest';
import { writeForseglet } from './container.ts';
import { POST_BYTES, placeLinjer, REF_BYTES, readNummer, toLinjer } from './linjer.ts';
import { toArbeidsplass } from './mappe.ts';
import { createOmraader, sortReferanser, splitLinjer, Utelatte } from './referanser.ts';
import { createTestmappe, toRef } from './test-uttrekk.ts';

const [EGEN, ANNEN, UTEN] = ['01819000001', '71819000002', 'dokument-uten-nummer'];

async function* listBiter(biter: readonly Buffer[]) {
  yield* biter;
}

/** What stands in the sorted file of a number: the first byte of its digest, and the number it stands under. */
async function sortAll(rader: readonly (readonly string[])[]) {
  await using mappe = await createTestmappe();
  const plass = toArbeidsplass(mappe, 'proeve');
  const [omraader, utelatte] = [createOmraader(1), new Utelatte(rader.length)];
  const linjer = toLinjer(
    rader.map((numre, rad) => ({ numre: [...numre], avtrykk: Buffer.alloc(16, rad + 1) })),
    toRef,
  );
  await writeForseglet(plass.sti, mappe.noekkel, plass.bound, splitLinjer(listBiter([linjer]), omraader));
  const biter: Buffer[] = [];
  const { signal } = new AbortController();
  for await (const bit of sortReferanser(plass, mappe.noekkel, omraader, utelatte, signal))
    biter.push(Buffer.from(bit));
  const alle = Buffer.concat(biter);
  const poster = Array.from({ length: alle.length / POST_BYTES }, (_, i) =>
    alle.subarray(i * POST_BYTES, (i + 1) * POST_BYTES),
  );
  const find = (nummer: string) => {
    const [post, ...flere] = poster.filter((en) => en.subarray(0, REF_BYTES).equals(toRef(nummer)));
    expect(flere).toEqual([]);
    return post && { sier: post[REF_BYTES], nummer: readNummer(post) };
  };
  return { find, utelatte: utelatte.antall };
}

it.each([
  { navn: 'first', rader: [[EGEN, ANNEN], [ANNEN]], sier: { egen: 1, annen: 2 } },
  { navn: 'last', rader: [[ANNEN], [EGEN, ANNEN]], sier: { egen: 2, annen: 1 } },
])('a row of her own counts, with the mention of it $navn', async ({ rader, sier }) => {
  const { find, utelatte } = await sortAll(rader);
  expect(find(EGEN)).toEqual({ sier: sier.egen, nummer: EGEN });
  expect(find(ANNEN)).toEqual({ sier: sier.annen, nummer: ANNEN });
  expect(utelatte).toBe(0);
});

it('of two rows the first stays, and another number has neither digest nor number', async () => {
  const { find, utelatte } = await sortAll([[EGEN], [EGEN, ANNEN]]);
  expect(find(EGEN)).toEqual({ sier: 1, nummer: EGEN });
  expect(find(ANNEN)).toEqual({ sier: 0, nummer: '' });
  expect(utelatte).toBe(1);
});

it('who has no number of the register stands under none', async () => {
  const { find } = await sortAll([[UTEN]]);
  expect(find(UTEN)).toEqual({ sier: 1, nummer: '' });
});

it('everybody comes once and in order, also when they are more than are sorted at a time', async () => {
  const antall = 150_000;
  // As good as chance, and the same each time.
  const bytes = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(
    Buffer.alloc(antall * REF_BYTES),
  );
  const refs = Array.from({ length: antall }, (_, i) => bytes.subarray(i * REF_BYTES, (i + 1) * REF_BYTES));
  // In each hundred one begins as another does, and one comes again.
  for (let i = 0; i < antall; i += 100) {
    refs[i + 1]?.copy(refs[i] ?? Buffer.alloc(0), 0, 0, 6);
    refs[i + 98]?.copy(refs[i + 99] ?? Buffer.alloc(0));
  }
  await using mappe = await createTestmappe();
  const plass = toArbeidsplass(mappe, 'proeve');
  const [omraader, utelatte] = [createOmraader(antall / 1_000), new Utelatte(antall)];
  const rader = refs.map((_, rad) => ({ numre: [String(rad)], avtrykk: Buffer.alloc(16) }));
  // Two parts: the rows of each are counted from its own first.
  const deler = [0, antall / 2].map((fra) => {
    const refKey = (nummer: string) => refs[Number(nummer)] ?? Buffer.alloc(0);
    const linjer = toLinjer(rader.slice(fra, fra + antall / 2), refKey);
    placeLinjer(linjer, fra);
    return linjer;
  });
  await writeForseglet(plass.sti, mappe.noekkel, plass.bound, splitLinjer(listBiter(deler), omraader));
  const sortert: string[] = [];
  let biter = 0;
  for await (const bit of sortReferanser(
    plass,
    mappe.noekkel,
    omraader,
    utelatte,
    new AbortController().signal,
  )) {
    biter += 1;
    for (let sted = 0; sted < bit.length; sted += POST_BYTES)
      sortert.push(bit.toString('hex', sted, sted + REF_BYTES));
  }
  expect(biter).toBeGreaterThan(1);
  expect(sortert).toEqual([...new Set(refs.map((ref) => ref.toString('hex')))].sort());
  expect(utelatte.antall).toBe(antall / 100);
  expect([98, 99, antall - 2, antall - 1].map((rad) => utelatte.has(rad))).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

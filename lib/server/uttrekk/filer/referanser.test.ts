/** Everybody once, under the number of her own row, also where another row has named that number as one of its others. */
import { expect, it } from 'vitest';
import { writeForseglet } from './container.ts';
import { toArbeidsplass } from './mappe.ts';
import {
  createTetthet,
  POST_BYTES,
  REF_BYTES,
  type Referanse,
  readNummer,
  sortReferanser,
  toLinjer,
  Utelatte,
} from './referanser.ts';
import { createTestmappe, toRef } from './test-uttrekk.ts';

const [EGEN, ANNEN, UTEN] = ['01819000001', '71819000002', 'dokument-uten-nummer'];

/** What stands in the sorted file of a number: the first byte of its digest, and the number it stands under. */
async function sortAll(referanser: readonly Referanse[]) {
  await using mappe = await createTestmappe();
  const plass = toArbeidsplass(mappe, 'proeve');
  const [tetthet, utelatte] = [createTetthet(), new Utelatte(referanser.length)];
  await writeForseglet(plass.sti, mappe.noekkel, plass.bound, [toLinjer(referanser, tetthet)]);
  const biter: Buffer[] = [];
  const { signal } = new AbortController();
  for await (const bit of sortReferanser(plass, mappe.noekkel, tetthet, utelatte, signal)) biter.push(bit);
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

const toReferanse = (nummer: string, rad: number, erAnnetNummer = false): Referanse => ({
  ref: toRef(nummer),
  nummer,
  avtrykk: Buffer.alloc(16, rad + 1),
  rad,
  erAnnetNummer,
});

it.each([
  { navn: 'first', rader: [toReferanse(EGEN, 0), toReferanse(ANNEN, 0, true), toReferanse(ANNEN, 1)] },
  { navn: 'last', rader: [toReferanse(ANNEN, 1), toReferanse(EGEN, 0), toReferanse(ANNEN, 0, true)] },
])('a row of her own counts, with the mention of it $navn', async ({ rader }) => {
  const { find, utelatte } = await sortAll(rader);
  expect(find(EGEN)).toEqual({ sier: 1, nummer: EGEN });
  expect(find(ANNEN)).toEqual({ sier: 2, nummer: ANNEN });
  expect(utelatte).toBe(0);
});

it('of two rows the first stays, and another number has neither digest nor number', async () => {
  const rader = [toReferanse(EGEN, 0), toReferanse(EGEN, 1), toReferanse(ANNEN, 1, true)];
  const { find, utelatte } = await sortAll(rader);
  expect(find(EGEN)).toEqual({ sier: 1, nummer: EGEN });
  expect(find(ANNEN)).toEqual({ sier: 0, nummer: '' });
  expect(utelatte).toBe(1);
});

it('who has no number of the register stands under none', async () => {
  const { find } = await sortAll([toReferanse(UTEN, 0)]);
  expect(find(UTEN)).toEqual({ sier: 1, nummer: '' });
});

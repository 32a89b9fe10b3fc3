/** The records of a part are those of its numbers under the key that is used, whenever the part was written. */
import { expect, it } from 'vitest';
import { writeForseglet } from './container.ts';
import { listDelfiler, readLinjer, toDelbiter } from './delfil.ts';
import { toLinjer } from './linjer.ts';
import { toDelplass } from './mappe.ts';
import { createTestmappe, toRef } from './test-uttrekk.ts';

const RADER = [
  { numre: ['01819000001', '41819000001'], avtrykk: Buffer.alloc(16, 1), former: { csv: 'a\r\n' } },
  { numre: ['dokument-uten-nummer'], avtrykk: Buffer.alloc(16, 2), former: { csv: 'bc\r\n' } },
];
const ADRESSE = { jobbNr: 0, batchNr: 0, nr: 0, leieNr: 1 };
const toAnnenRef = (nummer: string): Buffer => toRef(`annen ${nummer}`);

async function readDel(biter: Buffer[]) {
  await using mappe = await createTestmappe();
  const { sti, bound } = toDelplass(mappe, ADRESSE);
  await writeForseglet(sti, mappe.noekkel, bound, biter);
  const { value } = await listDelfiler(mappe, [ADRESSE], 'csv', new AbortController().signal).next();
  return value;
}

/** A part from before its records were kept: head, numbers, digests and the rows of one form. */
function toEldreBiter(): Buffer[] {
  const numre = Buffer.from(RADER.map((rad) => rad.numre.join(' ')).join('\n'));
  const hode = Buffer.from(JSON.stringify({ antall: 2, numre: numre.length, former: [['csv', 15]] }));
  const lengde = Buffer.alloc(4);
  lengde.writeUInt32LE(hode.length);
  const lengder = Buffer.from(Uint32Array.of(3, 4).buffer);
  return [lengde, hode, numre, ...RADER.map(({ avtrykk }) => avtrykk), lengder, Buffer.from('a\r\nbc\r\n')];
}

it.each([
  { navn: 'of today', biter: toDelbiter(RADER, ['csv'], toRef) },
  { navn: 'under another key', biter: toDelbiter(RADER, ['csv'], toAnnenRef) },
  { navn: 'from before records were kept', biter: toEldreBiter() },
])('a part $navn', async ({ biter }) => {
  const del = await readDel(biter);
  expect(del?.rader.kropp.toString()).toBe('a\r\nbc\r\n');
  expect(del && readLinjer(del, toRef)).toEqual(toLinjer(RADER, toRef));
});

/**
 * What the worker leaves behind on its way: the identifiers of each batch and what each chunk of them gave, sealed with
 * the key of the uttrekk. Rule: the same answer gives the same clear text, so whatever is done twice is the same.
 */
import 'server-only';
import { type Forseglet, readForseglet, writeForseglet } from './container.ts';
import { toBatchplass, type Uttrekksmappe } from './mappe.ts';

/** The whole clear text of a small file. */
async function readHele(biter: AsyncIterable<Buffer>): Promise<Buffer> {
  const alle: Buffer[] = [];
  for await (const bit of biter) alle.push(bit);

  return Buffer.concat(alle);
}

/** Seals the identifiers of one batch (person numbers, or the dokumentidentifikatorer of a komplett uttrekk). */
export function writeBatchfil(
  mappe: Uttrekksmappe,
  jobbNr: number,
  batchNr: number,
  ider: readonly string[],
): Promise<Forseglet> {
  const { sti, bound } = toBatchplass(mappe, jobbNr, batchNr);

  return writeForseglet(sti, mappe.noekkel, bound, [Buffer.from(ider.join('\n'))]);
}

/** The identifiers of one batch, in the register's order. Throws Filfeil when the file is not whole. */
export async function readBatchfil(mappe: Uttrekksmappe, jobbNr: number, batchNr: number): Promise<string[]> {
  const { sti, bound } = toBatchplass(mappe, jobbNr, batchNr);
  const tekst = (await readHele(readForseglet(sti, mappe.noekkel, bound))).toString('utf8');

  return tekst === '' ? [] : tekst.split('\n');
}

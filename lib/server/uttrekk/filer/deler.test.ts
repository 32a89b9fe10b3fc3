/** what one worker leaves behind, another reads. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createFilnoekkel } from './container.ts';
import { readBatchfil, writeBatchfil } from './deler.ts';
import { toMappesti, type Uttrekksmappe } from './mappe.ts';

const uttrekkId = '5e8c6a1e-6f0e-4a54-9a7c-0d6a2f3f5b11';

async function createMappe(): Promise<Uttrekksmappe> {
  const rot = await mkdtemp(path.join(tmpdir(), 'deler-'));
  return { uttrekkId, sti: toMappesti(rot, uttrekkId), noekkel: createFilnoekkel() };
}

it('the identifiers of a batch come back in their order, also none', async () => {
  const mappe = await createMappe();
  const ider = Array.from({ length: 100_000 }, (_, i) => `018190${String(i).padStart(5, '0')}`);
  await writeBatchfil(mappe, 1, 2, ider);
  await writeBatchfil(mappe, 1, 3, []);
  expect(await readBatchfil(mappe, 1, 2)).toEqual(ider);
  expect(await readBatchfil(mappe, 1, 3)).toEqual([]);
  await expect(readBatchfil(mappe, 2, 2)).rejects.toMatchObject({ kode: 'FIL_MANGLER' });
});

/** A proof is the same whether the witness's nodes are read or every leaf is, and says what it cannot prove. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { listBevisomraader } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import { createTestLogg, type TestLogg } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';
import { createBevis } from './create-bevis.ts';
import { withDatabasekilde } from './database-kilde.ts';

let server: TestServer;
let t: TestLogg;

beforeAll(async () => {
  server = await createTestServer();
  t = await createTestLogg(server);
  const INSERT = `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker)
    select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'LOGIN', 'X', 'x' from generate_series(1, $1)`;
  for (const antall of [300, 1, 699]) {
    await t.db.portal.query(INSERT, [antall]);
    await t.forsegler.sealOnce();
  }
});
afterAll(async () => {
  await t.stop();
  await server.stop();
});

const prove = (id: string, vitne: string | null) =>
  withDatabasekilde(t.db.forsegler, (kilde) => createBevis(kilde, id, [t.kontroll], vitne));

test('A-19: with the nodes and without them, for the first, the last and those between', async () => {
  for (const id of ['1', '256', '257', '600', '1000']) {
    const bevis = await prove(id, t.mappe);
    expect(bevis).toEqual({ bevis: expect.stringContaining(`index ${Number(id) - 1}\n`) });
    expect(await prove(id, null)).toEqual(bevis);
  }
});

test('A-19: a proof with the witness reads no leaf but its own', async () => {
  const bevis = await withDatabasekilde(t.db.forsegler, (kilde) => {
    const listHasher = () => {
      throw new Error('leaves are read');
    };

    return createBevis({ ...kilde, listHasher }, '600', [t.kontroll], t.mappe);
  });
  expect(bevis).toHaveProperty('bevis');
});

test('A-19: a proof that one of a hundred million rows is there is under two kilobytes, beside the row itself', async () => {
  const bevis = await prove('600', t.mappe);
  const [hode = '', ...note] = ('bevis' in bevis ? bevis.bevis : '').split('\n\n');
  const [spesifikasjon = '', rad = '', indeks = '', ...hasher] = hode.split('\n');
  expect(rad).toMatch(/^extra /);
  expect(hasher).toHaveLength(listBevisomraader(599, 1_000).length);
  const mange = listBevisomraader(0, 100_000_000).map(() => hasher[0]);
  expect(Buffer.byteLength([spesifikasjon, indeks, ...mange, '', note.join('\n\n')].join('\n'))).toBeLessThan(
    2_048,
  );
});

test('a row that was changed, is gone or was never sealed has no proof', async () => {
  await t.db.changeUnguarded("update revisjonslogg.rad set bruker = 'en annen' where id = 10");
  await t.db.changeUnguarded('delete from revisjonslogg.rad where id = 11');
  expect(await prove('10', t.mappe)).toEqual({ grunn: 'stemmer-ikke' });
  expect(await prove('11', t.mappe)).toEqual({ grunn: 'borte' });
  expect(await prove('1001', t.mappe)).toEqual({ grunn: 'ikke-forseglet' });
});

test('nodes that were lost are made up for by the leaves', async () => {
  rmSync(path.join(t.mappe, 'noder-1'));
  expect(await prove('600', t.mappe)).toHaveProperty('bevis');
});

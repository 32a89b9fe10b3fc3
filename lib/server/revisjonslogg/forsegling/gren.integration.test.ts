/**
 * there is one story. Each checkpoint goes on from the one before it, and the witness takes none of another branch or
 * of a smaller tree, however well it is signed: it has every leaf itself, so the proof between two checkpoints is the leaves.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { createForsegler } from './create-forsegler.ts';
import { growTre, TOMT_TRE, toRot } from './merkletre.ts';
import { mustMatchVitne } from './must-match-vitne.ts';
import { parseSigneringsnoekkel } from './note.ts';
import { openSjekkpunkt, type Sjekkpunkt, signSjekkpunkt } from './sjekkpunkt.ts';
import { createTestLogg, TEST_KEY, type TestLogg } from './test-logg.ts';
import { listNoter, listVitneblader } from './vitne.ts';

let server: TestServer;
let t: TestLogg;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  t = await createTestLogg(server);
  await t.writeHandlinger(2);
  await t.forsegler.sealOnce();
});
afterEach(() => t.stop());

async function listSjekkpunkter(mappe: string): Promise<Sjekkpunkt[]> {
  const sjekkpunkter: Sjekkpunkt[] = [];
  for await (const note of listNoter(mappe)) {
    const opened = openSjekkpunkt(note, [t.kontroll]);
    if (opened) sjekkpunkter.push(opened);
  }

  return sjekkpunkter;
}

const readVitne = (mappe: string) =>
  ['blader', 'sjekkpunkter.ndjson'].map((fil) => readFileSync(path.join(mappe, fil), 'hex'));

const serve = () => mustMatchVitne(t.db.leser, t.mappe, parseSigneringsnoekkel(t.noekkel).kontrolltekst);

/** What the database has from a checkpoint on is taken away, as a backup from then is without it. */
async function restoreTo({ nummer, stoerrelse }: { nummer: number; stoerrelse: number }): Promise<void> {
  await t.db.changeUnguarded('delete from revisjonslogg.sjekkpunkt where nummer > $1', [nummer]);
  await t.db.changeUnguarded(
    'delete from revisjonslogg.rad r using revisjonslogg.blad b where b.id = r.id and b.indeks >= $1',
    [stoerrelse],
  );
  await t.db.changeUnguarded('delete from revisjonslogg.blad where indeks >= $1', [stoerrelse]);
}

const LAASER = `select from pg_locks where locktype = 'advisory'
  and database = (select oid from pg_database where datname = current_database())`;

/** Both a sealer that knows the log and one that has just begun refuse to go on. */
async function mustRefuse(kode: string): Promise<void> {
  for (const forsegler of [t.forsegler, t.createForsegler()]) {
    await expect(forsegler.sealOnce()).rejects.toMatchObject({ kode });
    // Its lock is let go of when the server has seen that its connection is closed; until then another one has nothing to do.
    while ((await t.db.owner.query(LAASER)).rowCount !== 0);
  }
}

test('A-11: between every two checkpoints the leaves of the first and those that came give the root of the second', async () => {
  for (const handlinger of [3, 0, 1, 7, 2, 0]) {
    await t.writeHandlinger(handlinger);
    await t.forsegler.sealOnce();
  }
  const sjekkpunkter = await listSjekkpunkter(t.mappe);
  expect(sjekkpunkter.map(({ stoerrelse }) => stoerrelse)).toEqual([4, 10, 10, 12, 26, 30, 30]);
  let tre = TOMT_TRE;
  for (const { stoerrelse, rot } of sjekkpunkter) {
    for await (const blader of listVitneblader(t.mappe, tre.stoerrelse, stoerrelse))
      tre = growTre(tre, blader);
    expect(tre.stoerrelse).toBe(stoerrelse);
    expect(toRot(tre)).toEqual(rot);
  }
});

test('A-11: of two branches the witness takes the first, also when the second is longer, and nobody is served over it', async () => {
  const [felles] = await listSjekkpunkter(t.mappe);
  if (!felles) throw new Error('no checkpoint');
  const annetVitne = `${t.mappe}-gren`;
  cpSync(t.mappe, annetVitne, { recursive: true });
  await t.writeHandlinger(3);
  await t.forsegler.sealOnce();
  const foer = readVitne(t.mappe);

  // The other branch: the same beginning, other rows, the same key, and a witness that has seen nothing of the first.
  await restoreTo(felles);
  const gren = createForsegler(t.db.forsegler, t.noekkel, annetVitne, [TEST_KEY]);
  for (const handlinger of [1, 4, 2]) {
    await t.writeHandlinger(handlinger);
    await gren.sealOnce();
    await mustRefuse('BASE_ELDRE_ENN_VITNE');
    await expect(serve()).rejects.toMatchObject({ kode: 'BASE_ELDRE_ENN_VITNE' });
    expect(readVitne(t.mappe)).toEqual(foer);
  }
  rmSync(annetVitne, { recursive: true });
});

/** Puts a checkpoint of our own making, signed with the key itself, after the last. */
async function addSjekkpunkt(endring: Partial<Sjekkpunkt>): Promise<void> {
  const siste = (await listSjekkpunkter(t.mappe)).at(-1);
  if (!siste) throw new Error('no checkpoint');
  const falskt = { ...siste, nummer: siste.nummer + 1, ...endring };
  const note = signSjekkpunkt(falskt, parseSigneringsnoekkel(t.noekkel));
  await t.db.forsegler.query(
    `insert into revisjonslogg.sjekkpunkt (nummer, stoerrelse, vannmerke, tidspunkt, note)
     values ($1, $2, $3::xid8, now(), $4)`,
    [falskt.nummer, falskt.stoerrelse, `${falskt.vannmerke}`, note],
  );
}

test('A-11: the witness takes no checkpoint of a smaller tree, nor one over other leaves than it has', async () => {
  await t.writeHandlinger(2);
  await t.forsegler.sealOnce();
  const [foerste] = await listSjekkpunkter(t.mappe);
  const foer = readVitne(t.mappe);
  const falske: Partial<Sjekkpunkt>[] = [
    { stoerrelse: foerste?.stoerrelse ?? 0, rot: foerste?.rot ?? Buffer.alloc(32) },
    { stoerrelse: 0, rot: toRot(TOMT_TRE) },
    { rot: Buffer.alloc(32, 1) },
  ];
  for (const endring of falske) {
    await addSjekkpunkt(endring);
    await mustRefuse('ROT_AVVIK');
    expect(readVitne(t.mappe)).toEqual(foer);
    await t.db.changeUnguarded('delete from revisjonslogg.sjekkpunkt where nummer = 2');
  }
  expect(await t.forsegler.sealOnce()).toBe(0);
});

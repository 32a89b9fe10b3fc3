/** Section 8.3 no 34: a worker that was away longer than its lease finds another number, and writes nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delresultat } from '#lib/server/uttrekk/filer/deler.ts';
import { claimDel, delayDel, renewDeler, saveFerdigDel } from './delrad.ts';
import { addMerknad, claimUttrekk, Forbikjoert, moveUttrekk, renewLeie, withLeie } from './leie.ts';
import type { Motordeps } from './motor.ts';
import {
  countMerknader,
  createBestilling,
  createDeps,
  createTestbase,
  createUttrekk,
  getTilstand,
  type Testbase,
} from './test-motor.ts';

let base: Testbase;
let deps: Motordeps & { close: () => Promise<void> };
beforeAll(async () => {
  base = await createTestbase();
  deps = createDeps(base.createPlass({ url: 'https://localhost:1', pkiMappe: base.dataDir }));
});
afterAll(async () => {
  await deps?.close();
  await base?.stop();
});

const RESULTAT: Delresultat = { levert: 1, ikkeLevert: 0, bytes: 1, sjekksum: Buffer.alloc(32) };
const ingenting = async () => undefined;

/** An uttrekk that fetches, with one chunk of one. */
async function createMedDel(): Promise<string> {
  const id = await createUttrekk(base.owner, createBestilling());
  await base.owner.query(
    `insert into uttrekk.jobb (uttrekk_id, nr, kriterier, tilstand) values ($1, 0, '{}', 'bestilt')`,
    [id],
  );
  await base.owner.query(`insert into uttrekk.batch (uttrekk_id, jobb_nr, nr) values ($1, 0, 0)`, [id]);
  await base.owner.query(
    `insert into uttrekk.del (uttrekk_id, jobb_nr, batch_nr, nr, antall) values ($1, 0, 0, 0, 1)`,
    [id],
  );
  await base.owner.query(`update uttrekk.uttrekk set tilstand = 'henter' where id = $1`, [id]);
  return id;
}
const expire = (tabell: 'uttrekk' | 'del') =>
  base.owner.query(`update uttrekk.${tabell} set leie_til = now() - interval '1 second'`);
/** Fails the test when nothing was there. */
function found<T>(value: T | null): T {
  if (value === null) throw new Error('nothing to claim');
  return value;
}

test('a chunk is one worker’s while its lease holds, and what the earlier one brings is refused', async () => {
  const id = await createMedDel();
  const { pool } = deps;
  const foerste = found(await claimDel(pool, 60_000));
  expect(await claimDel(pool, 60_000)).toBeNull();
  await expire('del');
  const andre = found(await claimDel(pool, 60_000));
  expect(andre).toEqual({ ...foerste, leieNr: foerste.leieNr + 1 });

  await expect(saveFerdigDel(pool, foerste, RESULTAT, 0, ingenting)).rejects.toBeInstanceOf(Forbikjoert);
  await delayDel(pool, foerste, 0, 5);
  await renewDeler(pool, [foerste], 3_600_000);
  const getDel = async () =>
    (
      await base.owner.query(
        `select tilstand, forsoek, leie_til < now() + interval '2 minutes' as kort from uttrekk.del where uttrekk_id = $1`,
        [id],
      )
    ).rows;
  expect(await getDel()).toEqual([{ tilstand: 'hentes', forsoek: 0, kort: true }]);
  await saveFerdigDel(pool, andre, RESULTAT, 0, ingenting);
  expect(await getDel()).toMatchObject([{ tilstand: 'ferdig' }]);
  await expect(saveFerdigDel(pool, foerste, RESULTAT, 0, ingenting)).rejects.toBeInstanceOf(Forbikjoert);
});

test('a chunk of what was cancelled meanwhile counts no more', async () => {
  const id = await createMedDel();
  const del = found(await claimDel(deps.pool, 60_000));
  await base.owner.query(`update uttrekk.uttrekk set tilstand = 'avbrutt' where id = $1`, [id]);
  await expect(saveFerdigDel(deps.pool, del, RESULTAT, 0, ingenting)).rejects.toBeInstanceOf(Forbikjoert);
});

test('an uttrekk is one worker’s while its lease holds, and the earlier one can neither write nor keep it', async () => {
  // Those of the other tests are nobody's work here.
  await base.owner.query(`update uttrekk.uttrekk set tilstand = 'avbrutt'`);
  const id = await createUttrekk(base.owner, createBestilling());
  const { pool } = deps;
  const foerste = found(await claimUttrekk(pool, 60_000));
  expect(await claimUttrekk(pool, 60_000)).toBeNull();
  await expire('uttrekk');
  const andre = found(await claimUttrekk(pool, 60_000));
  expect(andre.uttrekkId).toBe(id);

  const line = { kode: 'fortsetter', verdier: {} } as const;
  await expect(withLeie(pool, foerste, (tx) => addMerknad(tx, id, line))).rejects.toBeInstanceOf(Forbikjoert);
  await expect(renewLeie(pool, foerste, 60_000)).rejects.toBeInstanceOf(Forbikjoert);
  await withLeie(pool, andre, (tx) => addMerknad(tx, id, line));
  expect(await countMerknader(base.owner, id)).toEqual({ fortsetter: 1 });
});

test('a move from a version that has passed changes nothing, and one that is not in the table is a fault of ours', async () => {
  const id = await createUttrekk(base.owner, createBestilling());
  const gammel = { id, versjon: 0, tilstand: 'iKoe' } as const;
  const line = { kode: 'fortsetter', verdier: {} } as const;
  await base.owner.query(`update uttrekk.uttrekk set versjon = versjon + 1, oenske = 'pause' where id = $1`, [
    id,
  ]);
  await expect(moveUttrekk(deps.pool, gammel, 'bestilt', line)).rejects.toBeInstanceOf(Forbikjoert);
  await expect(moveUttrekk(deps.pool, { ...gammel, versjon: 1 }, 'klar', line)).rejects.toThrow(
    'does not lead',
  );
  expect(await getTilstand(base.owner, id)).toMatchObject({ tilstand: 'iKoe', oenske: 'pause' });
});

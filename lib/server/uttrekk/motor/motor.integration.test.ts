/** The engine from queue to finished file, and what a person can wish of it on the way. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseSigneringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { streamBytes } from '#lib/server/uttrekk/manifest/test-manifest.ts';
import { verifyFil } from '#lib/server/uttrekk/manifest/verify-fil.ts';

import { waitFor, waitForTilstand, wish } from './test-motor.ts';
import { createProeve, type Proeve } from './test-proeve.ts';

let p: Proeve;
beforeAll(async () => {
  p = await createProeve();
});
afterAll(() => p?.close());
afterEach(() => p.clean());

const BULK = { tjeneste: 'bulkoppslag' } as const;
const BESTILLING = 'POST uttrekk/tilpasset 200';
test('the file holds everybody who fits, once, in the order of the register', async () => {
  const linjer = p.uforstyrret.trimEnd().split('\n');
  expect(linjer.length).toBeGreaterThan(200);
  expect(new Set(linjer).size).toBe(linjer.length);
});

test('35: when the revisjonslogg cannot be written the register is not called; the uttrekk goes on when it can', async () => {
  const rett = 'insert on revisjonslogg.rad';
  const kolonner = `insert (rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, session_ref, formaal,
    saksreferanse, pakke, utfall, innhold, konvolutt, merke) on revisjonslogg.rad`;
  await p.owner.query(`revoke ${kolonner} from worker; revoke ${rett} from worker`);
  p.start();
  const id = await p.create();
  await waitFor(
    async () => (await p.owner.query('select sum(brukt)::int as n from uttrekk.kallkvote')).rows[0].n,
    (antall) => antall > 0,
  );
  await waitFor(
    async () =>
      (await p.owner.query('select leie_nr::int as n from uttrekk.uttrekk where id = $1', [id])).rows[0].n,
    (antall) => antall >= 2,
  );
  expect(await p.simulator.countKall()).toEqual({});
  await p.owner.query(`grant ${kolonner} to worker`);
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.read(id)).toBe(p.uforstyrret);
});

test('komplett goes through the archive, and the same document twice is one row', async () => {
  p.start();
  const id = await p.create({ kilde: { slag: 'komplett', sekvensnummer: null } });
  await waitForTilstand(p.owner, id, 'klar');
  const kall = await p.simulator.countKall();
  expect(kall['GET uttrekk/komplett 200']).toBe(1);
  expect(kall['POST personer/bulkoppslag/arkiv 200']).toBeGreaterThan(10);
  const linjer = (await p.read(id)).trimEnd().split('\n');
  expect(linjer.length).toBeGreaterThan(p.uforstyrret.trimEnd().split('\n').length);
});

test('F-08: the file has a manifest by which its receiver finds it whole, and it says who approved this very order', async () => {
  const id = await p.create();
  const approve = (avtrykk: string, utfall: string) =>
    p.owner.query(
      `insert into uttrekk.godkjenning (uttrekk_id, bruker_id, avtrykk, utfall, begrunnelse)
       select id, eier_id, ${avtrykk}, $2, 'x' from uttrekk.uttrekk where id = $1 returning bruker_id`,
      [id, utfall],
    );
  await approve("'en annen'", 'godkjent');
  await approve('avtrykk', 'avslaatt');
  const { rows } = await approve('avtrykk', 'godkjent');
  p.start();
  await waitForTilstand(p.owner, id, 'klar');
  const note = await p.owner.query('select manifest from uttrekk.fil where uttrekk_id = $1', [id]);
  const fil = Buffer.from(await p.read(id));
  const { kontroll } = parseSigneringsnoekkel(p.plass.manifestKey);
  expect(await verifyFil(streamBytes(fil), note.rows[0].manifest, kontroll)).toMatchObject({
    utfall: 'stemmer',
    manifest: {
      uttrekk: id,
      godkjentAv: [{ bruker: rows[0].bruker_id }],
      fil: { format: 'ndjson', bytes: fil.length, rader: fil.toString().trimEnd().split('\n').length },
    },
  });
});

test('between two stages nobody waits for a look: what ends calls for what comes after it', async () => {
  const id = await p.create();
  const aldri = 600_000;
  p.start({ titteMs: aldri, ventPaaAndreMs: aldri, poll: { foersteMs: 500, minstMs: 50, mestMs: aldri } });
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.read(id)).toBe(p.uforstyrret);
});

test('pause takes no new chunk and keeps what is done; resumed, the file is the same', async () => {
  await p.simulator.setFeil({ feil: 'forsinkelse-ms', verdi: 100, ...BULK });
  p.start({ samtidige: { start: 1, mest: 1 } });
  const id = await p.create();
  const countFerdige = async () =>
    (
      await p.owner.query(
        `select count(*) filter (where tilstand = 'ferdig')::int as ferdig, count(*) filter (where tilstand = 'hentes')::int as hentes
         from uttrekk.del where uttrekk_id = $1`,
        [id],
      )
    ).rows[0];
  await waitFor(countFerdige, ({ ferdig }) => ferdig >= 2);
  await wish(p.owner, id, 'pause');
  const { ferdig, hentes } = await countFerdige();
  const paaPause = await waitFor(countFerdige, (antall) => antall.hentes === 0);
  expect(paaPause.ferdig).toBeLessThanOrEqual(ferdig + hentes + 1);
  const kallFoer = await p.simulator.countKall();
  // The engine is alive and looks for work: another uttrekk ends meanwhile.
  await p.simulator.setFeil();
  await waitForTilstand(p.owner, await p.create(), 'klar');
  expect(await countFerdige()).toEqual(paaPause);
  expect(kallFoer[BESTILLING]).toBe(1);
  await wish(p.owner, id, 'kjoer');
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.read(id)).toBe(p.uforstyrret);
});

test('each call to the register has its INTENT and one end, under the act of the order, and names nobody', async () => {
  p.start();
  const id = await p.create();
  await waitForTilstand(p.owner, id, 'klar');
  const { rows } = await p.owner.query(
    `select count(*) filter (where slag = 'INTENT')::int as begynt, count(*) filter (where slag <> 'INTENT')::int as endt,
       count(distinct kall_id)::int as kall, (select count(*)::int from revisjonslogg.subjekt) as subjekter,
       bool_and(innhold->'gjelder'->>'uttrekk' = $1::text) as gjelder
     from revisjonslogg.rad where handling_id = (select handling_id from uttrekk.uttrekk where id = $1::uuid)`,
    [id],
  );
  const { begynt, endt, kall, subjekter, gjelder } = rows[0];
  const sendt = Object.values(await p.simulator.countKall()).reduce((sum, antall) => sum + antall, 0);
  // One more act than calls: that the files are there.
  expect({ begynt, endt, subjekter, gjelder }).toEqual({
    begynt: kall,
    endt: kall,
    subjekter: 0,
    gjelder: true,
  });
  expect(kall).toBe(sendt + 1);
});

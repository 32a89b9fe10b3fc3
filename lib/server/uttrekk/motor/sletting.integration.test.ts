/** The last day of files, and what is left of an uttrekk that was cancelled. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { slettUtloepte } from './slett-utloepte.ts';
import { waitForTilstand, wish } from './test-motor.ts';
import { createProeve, type Proeve } from './test-proeve.ts';

let p: Proeve;
beforeAll(async () => {
  p = await createProeve();
});
afterAll(() => p?.close());
afterEach(() => p.clean());

/** The names of what lies in the folder of an uttrekk. */
function listMapper(id: string): string[] {
  const sti = path.join(p.filMappe, id);
  return existsSync(sti) ? readdirSync(sti) : [];
}
const runPlikt = () => p.withDeps((deps) => slettUtloepte(deps, 7));
const getRad = async (id: string) =>
  (
    await p.owner.query(
      `select u.tilstand, u.delnoekkel, array_agg(f.tilstand) as filer, bool_and(f.noekkel is null) as makulert
       from uttrekk.uttrekk u left join uttrekk.fil f on f.uttrekk_id = u.id where u.id = $1 group by u.id`,
      [id],
    )
  ).rows[0];

test('P-06: files whose time is up are deleted with proof, others stay, and a second round finds nothing', async () => {
  p.start();
  const [gammel, ny] = [await p.create(), await p.create()];
  for (const id of [gammel, ny]) await waitForTilstand(p.owner, id, 'klar');
  await p.owner.query('insert into uttrekk.oppdatering (uttrekk_id) values ($1), ($2)', [gammel, ny]);
  await p.owner.query("update uttrekk.uttrekk set utloeper = now() - interval '1 second' where id = $1", [
    gammel,
  ]);
  await runPlikt();
  await runPlikt();
  expect(await getRad(gammel)).toEqual({
    tilstand: 'utloept',
    delnoekkel: null,
    filer: ['slettet'],
    makulert: true,
  });
  const holdte = await p.owner.query('select uttrekk_id from uttrekk.oppdatering');
  expect(holdte.rows).toEqual([{ uttrekk_id: ny }]);
  // The membership stays for its own term, and holds no document.
  expect(listMapper(gammel)).toEqual(['medlemskap']);
  expect(await getRad(ny)).toMatchObject({ tilstand: 'klar', filer: ['klar'], makulert: false });
  const { rows } = await p.owner.query(
    `select slag, innhold->'gjelder' ? 'uttrekk' as gjelder from revisjonslogg.rad
     where handling = 'UTTREKK_SLETTET' and innhold->'gjelder'->>'uttrekk' = $1 order by id`,
    [gammel],
  );
  expect(rows.map(({ slag }) => slag)).toEqual(['INTENT', 'DISCLOSED']);
});

/** The worker's own clock, so much ahead of everybody else's: what it calls `now()` is another function then. */
async function moveKlokke(minutter: number | null): Promise<void> {
  const naa = `select pg_catalog.now() + interval '${minutter ?? 0} minutes'`;
  await p.owner.query(`create schema if not exists klokke; grant usage on schema klokke to worker;
    create or replace function klokke.now() returns timestamptz language sql stable as '${naa.replaceAll("'", "''")}'`);
  await p.owner.query(
    minutter === null
      ? 'alter role worker reset search_path'
      : 'alter role worker set search_path = klokke, pg_catalog',
  );
}

test('P-06: files are there until their last minute, and gone the minute after, by the clock of the database', async () => {
  p.start();
  const id = await p.create();
  await waitForTilstand(p.owner, id, 'klar');
  await p.stopAlle();
  const uke = 7 * 24 * 60;
  try {
    await moveKlokke(uke - 2);
    await runPlikt();
    expect(await getRad(id)).toMatchObject({ tilstand: 'klar', filer: ['klar'], makulert: false });
    await moveKlokke(uke + 1);
    await runPlikt();
    expect(await getRad(id)).toMatchObject({ tilstand: 'utloept', filer: ['slettet'], makulert: true });
    expect(listMapper(id)).toEqual(['medlemskap']);
  } finally {
    await moveKlokke(null);
  }
});

test('cancelled while chunks are under way: the key is destroyed, nothing of the parts is left, and there is proof', async () => {
  await p.simulator.setFeil({ feil: 'forsinkelse-ms', verdi: 200, tjeneste: 'bulkoppslag' });
  p.start();
  const id = await p.create();
  await waitForTilstand(p.owner, id, 'henter');
  await wish(p.owner, id, 'avbryt');
  await waitForTilstand(p.owner, id, 'avbrutt');
  await p.stopAlle();
  await runPlikt();
  expect(await getRad(id)).toMatchObject({ tilstand: 'avbrutt', delnoekkel: null });
  const filer = listMapper(id).flatMap((navn) => readdirSync(path.join(p.filMappe, id, navn)));
  expect(filer).toEqual([]);
});

/** A handful: those who were born in two years. */
const FAA = {
  kilde: {
    slag: 'tilpasset',
    utvalg: {
      ...{ personstatustyper: ['bosatt'], foedselsaar: { fra: 1984, til: 1985 }, doedsaar: null, sted: null },
      ...{ kjoenn: null, statsborgerskap: null, sivilstandstype: null },
    },
  },
} satisfies Parameters<Proeve['create']>[0];

test('F-11: where the virksomhet refuses few, no file is made of them, what was fetched is deleted, and a row says why', async () => {
  p.start();
  const gittUt = await p.create(FAA);
  await waitForTilstand(p.owner, gittUt, 'klar');
  const personer = (await p.read(gittUt)).trimEnd().split('\n').length;
  expect(personer).toBeLessThan(20);
  await p.stopAlle();
  p.start({ avFaa: 'avslaa' });
  const [avslaatt, mange] = [await p.create(FAA), await p.create()];
  expect(await waitForTilstand(p.owner, avslaatt, 'avbrutt')).toMatchObject({ feil: 'faaPersoner' });
  await waitForTilstand(p.owner, mange, 'klar');
  await p.stopAlle();
  expect(await getRad(avslaatt)).toMatchObject({ tilstand: 'avbrutt', delnoekkel: null, filer: [null] });
  expect(listMapper(avslaatt)).toEqual([]);
  const { rows } = await p.owner.query(
    `select slag || ' ' || handling || ' ' || coalesce(utfall, '') as rad from revisjonslogg.rad
     where handling in ('UTTREKK_KLAR', 'UTTREKK_SLETTET')
       and handling_id = (select handling_id from uttrekk.uttrekk where id = $1) order by id`,
    [avslaatt],
  );
  expect(rows.map(({ rad }) => rad)).toEqual([
    'DENIED UTTREKK_KLAR faaPersoner',
    'INTENT UTTREKK_SLETTET ',
    'DISCLOSED UTTREKK_SLETTET slettet',
  ]);
});

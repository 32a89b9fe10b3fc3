/** What is done with an uttrekk after it was ordered: steering, clearing up, giving away, and what is shown of it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBestilling } from '#lib/domain/uttrekk/test-bestilling.ts';
import type { Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import type { Mottakere, Sammenligninger, Uttrekksliste, Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { compareUttrekk } from './compare-uttrekk.ts';
import { createUttrekk } from './create-uttrekk.ts';
import type { Uttrekksdeps } from './deps.ts';
import { listUttrekk } from './list-uttrekk.ts';
import { readUttrekk } from './read-uttrekk.ts';
import { findMottakere, shareUttrekk } from './share-uttrekk.ts';
import { avklarUttrekk, setOenske, slettFiler } from './steer-uttrekk.ts';
import { codeOf, createBruker, createTestdeps, read, toKall } from './test-portal.ts';

let db: TestDatabase;
let deps: Uttrekksdeps;
let eier: Session;
let annen: Session;

beforeAll(async () => {
  db = await createTestDatabase();
  deps = createTestdeps(db);
  eier = await createBruker(db, 'Eier Analytiker', 'analytiker');
  annen = await createBruker(db, 'Annen Analytiker', 'analytiker');
});
afterAll(() => db.stop());

/** An uttrekk of `eier` that a worker has brought to a state. */
async function createI(tilstand: Tilstand, bestilling = createBestilling()): Promise<string> {
  const kall = toKall(eier, { klientnoekkel: randomUUID(), bestilling });
  const { uttrekkId } = await read<Uttrekksside>(createUttrekk(deps, kall));
  await db.owner.query(
    `update uttrekk.uttrekk set tilstand = $2, ferdig = case when $2 = 'klar' then now() end where id = $1`,
    [uttrekkId, tilstand],
  );

  return uttrekkId;
}

const sideFor = (session: Session, uttrekkId: string) =>
  read<Uttrekksside>(readUttrekk(deps, toKall(session, undefined, { uttrekkId })));
const wish = (uttrekkId: string, oenske: 'kjoer' | 'pause' | 'avbryt', session = eier) =>
  read<Uttrekksside>(setOenske(deps, toKall(session, { oenske }, { uttrekkId })));
const share = (uttrekkId: string, ...brukere: Session[]) =>
  shareUttrekk(deps, toKall(eier, { brukerIder: brukere.map(({ brukerId }) => brukerId) }, { uttrekkId }));

test('a worker is told of what its owner wants, and obeys: pause, go on, cancel', async () => {
  const id = await createI('henter');
  expect(await wish(id, 'pause')).toMatchObject({ tilstand: 'henter', oenske: 'pause' });
  expect(await codeOf(wish(id, 'pause'))).toBe('KONFLIKT');
  expect(await wish(id, 'kjoer')).toMatchObject({ tilstand: 'henter', oenske: 'kjoer' });
  expect(await wish(id, 'avbryt')).toMatchObject({ tilstand: 'henter', oenske: 'avbryt' });
  expect(await codeOf(wish(id, 'kjoer'))).toBe('KONFLIKT');
  const { merknader } = await sideFor(eier, id);
  expect(merknader.map(({ kode }) => kode)).toEqual(['opprettet', 'pauset', 'fortsatt', 'avbrytes']);
});

/** What is called out on a channel while `work` is done, up to the first call. */
async function hear(kanal: string, work: () => Promise<unknown>): Promise<string | undefined> {
  const listener = await db.owner.connect();
  try {
    await listener.query(`listen ${kanal}`);
    const told = new Promise<string | undefined>((resolve) => {
      listener.once('notification', ({ payload }) => resolve(payload));
      listener.once('slutt', () => resolve(undefined));
    });
    await work();
    // Whatever was called out at a commit before this one is heard before its answer.
    await listener.query('select 1');
    listener.emit('slutt');
    return await told;
  } finally {
    listener.release(true);
  }
}

test('each of these is told to the workers at once', async () => {
  const id = await createI('henter');
  expect(await hear('uttrekk', () => wish(id, 'pause'))).toBe(id);
});

test('duties are called for at once: files to remove, and runs to compare', async () => {
  const [foer, etter] = [await createI('klar'), await createI('klar')];
  const compare = () => compareUttrekk(deps, toKall(eier, { medId: foer }, { uttrekkId: etter }));
  expect(await hear('plikt', compare)).toBe('uttrekkssammenligninger');
  // Asked for already.
  expect(await hear('plikt', compare)).toBeUndefined();
  const slett = () => slettFiler(deps, toKall(eier, undefined, { uttrekkId: foer }));
  expect(await hear('plikt', slett)).toBe('uttrekksfrister');
  const henter = await createI('henter');
  expect(await hear('plikt', () => wish(henter, 'pause'))).toBeUndefined();
});

test('what no worker has in hand is cancelled at once, and what failed can be taken up again', async () => {
  expect(await wish(await createI('utkast'), 'avbryt')).toMatchObject({ tilstand: 'avbrutt' });
  expect(await wish(await createI('venterPaaGodkjenning'), 'avbryt')).toMatchObject({ tilstand: 'avbrutt' });
  expect(await wish(await createI('feilet'), 'kjoer')).toMatchObject({ tilstand: 'iKoe', oenske: 'kjoer' });
});

test('a row that has moved since it was read is not moved again', async () => {
  const id = await createI('henter');
  const svar = await Promise.all(Array.from({ length: 8 }, () => codeOf(wish(id, 'pause'))));
  expect(svar.filter((kode) => kode === 'let in')).toHaveLength(1);
});

test('an order that nobody knows the fate of is cleared up by its owner, with a reason and a row', async () => {
  const begrunnelse = 'Registeret sier på telefon at jobben ikke finnes';
  const clear = (uttrekkId: string, valg: 'bestillIgjen' | 'avbryt', session = eier) =>
    read<Uttrekksside>(avklarUttrekk(deps, toKall(session, { valg, begrunnelse }, { uttrekkId })));
  const [igjen, bort] = [await createI('ukjent'), await createI('ukjent')];
  expect(await codeOf(clear(igjen, 'bestillIgjen', annen))).toBe('IKKE_FUNNET');
  expect(await clear(igjen, 'bestillIgjen')).toMatchObject({ tilstand: 'iKoe' });
  expect(await clear(bort, 'avbryt')).toMatchObject({ tilstand: 'avbrutt', utloeper: expect.any(String) });
  const { rows } = await db.owner.query(
    `select slag || ' ' || utfall as rad from revisjonslogg.rad where handling = 'UTTREKK_AVKLARING' and slag <> 'INTENT'
     order by id`,
  );
  expect(rows.map(({ rad }) => rad)).toEqual(['DISCLOSED bestillIgjen', 'DISCLOSED avbryt']);
  expect(await codeOf(clear(igjen, 'avbryt'))).toBe('KONFLIKT');
});

test('F-04: somebody else’s uttrekk is as unknown as one that never was', async () => {
  const id = await createI('klar');
  for (const uttrekkId of [id, randomUUID(), 'x', '']) {
    const params = { uttrekkId };
    expect(await codeOf(readUttrekk(deps, toKall(annen, undefined, params)))).toBe('IKKE_FUNNET');
    expect(await codeOf(setOenske(deps, toKall(annen, { oenske: 'avbryt' }, params)))).toBe('IKKE_FUNNET');
    expect(await codeOf(slettFiler(deps, toKall(annen, undefined, params)))).toBe('IKKE_FUNNET');
    expect(await codeOf(shareUttrekk(deps, toKall(annen, { brukerIder: [] }, params)))).toBe('IKKE_FUNNET');
    expect(await codeOf(compareUttrekk(deps, toKall(annen, { medId: null }, params)))).toBe('IKKE_FUNNET');
  }
  const { egne, delte, tilGodkjenning } = await read<Uttrekksliste>(
    listUttrekk(deps, toKall(annen, undefined)),
  );
  expect([...egne, ...delte, ...tilGodkjenning]).toEqual([]);
});

test('given to a colleague it is hers to fetch and not to change, until it is taken back', async () => {
  const id = await createI('klar');
  await share(id, annen);
  expect(await sideFor(annen, id)).toMatchObject({
    erEier: false,
    eier: 'Eier Analytiker',
    deltMed: [{ brukerId: annen.brukerId, navn: 'Annen Analytiker' }],
    valg: ['bestillPaaNytt', 'lastNed', 'sammenlign'],
  });
  const { delte } = await read<Uttrekksliste>(listUttrekk(deps, toKall(annen, undefined)));
  expect(delte.map(({ uttrekkId }) => uttrekkId)).toEqual([id]);
  await share(id);
  expect(await codeOf(sideFor(annen, id))).toBe('IKKE_FUNNET');
  const { rows } = await db.owner.query(
    `select count(*)::int as antall from revisjonslogg.rad
     where handling = 'UTTREKK_DELING' and slag = 'DISCLOSED'
       and handling_id = (select handling_id from uttrekk.uttrekk where id = $1)`,
    [id],
  );
  expect(rows[0].antall).toBe(2);
});

test('it is given to analysts with the package only, and what they lose they lose at once', async () => {
  const id = await createI('klar');
  const [leder, saksbehandler] = [
    await createBruker(db, 'L', 'leder'),
    await createBruker(db, 'S', 'saksbehandler'),
  ];
  for (const bruker of [leder, saksbehandler, eier])
    expect(await codeOf(share(id, bruker))).toBe('UGYLDIG_INNHOLD');
  await share(id, annen);
  const rettigheter = { ...annen.rettigheter, pakker: [] };
  expect(await codeOf(sideFor({ ...annen, rettigheter }, id))).toBe('IKKE_FUNNET');
  const uten = { ...annen.rettigheter, roller: [] };
  expect(await codeOf(sideFor({ ...annen, rettigheter: uten }, id))).toBe('IKKE_FUNNET');
});

test('colleagues are found by letters of their name or unit; others are not there', async () => {
  const find = async (soek: string) =>
    (await read<Mottakere>(findMottakere(deps, toKall(eier, { soek })))).mottakere.map(({ navn }) => navn);
  await createBruker(db, 'Annen Saksbehandler', 'saksbehandler');
  expect(await find('annen')).toEqual(['Annen Analytiker']);
  expect(await find('ANALYSE')).toEqual(['Annen Analytiker']);
  expect(await find('%')).toEqual([]);
});

test('files are let go by their owner at once', async () => {
  const id = await createI('klar');
  const foer = Date.now();
  const { utloeper, valg } = await read<Uttrekksside>(
    slettFiler(deps, toKall(eier, undefined, { uttrekkId: id })),
  );
  expect(valg).not.toContain('lastNed');
  expect(Date.parse(utloeper ?? '')).toBeLessThanOrEqual(Math.max(Date.now(), foer + 1_000));
});

/** One job, two batches of which one is done, as a worker leaves them. */
async function addArbeid(id: string): Promise<void> {
  await db.owner.query(
    `insert into uttrekk.jobb (uttrekk_id, nr, kriterier, tilstand) values ($1, 0, '{}', 'hentet')`,
    [id],
  );
  await db.owner.query(
    `insert into uttrekk.batch (uttrekk_id, jobb_nr, nr, tilstand, antall, forsoek)
     values ($1, 0, 0, 'hentet', 1500, 1), ($1, 0, 1, 'hentet', 500, 3), ($1, 0, 2, 'tom', 0, 1)`,
    [id],
  );
  await db.owner.query(
    `insert into uttrekk.del (uttrekk_id, jobb_nr, batch_nr, nr, tilstand, antall, levert, ikke_levert, hentet)
     values ($1, 0, 0, 0, 'ferdig', 1000, 990, 10, now() - interval '10 seconds'),
            ($1, 0, 0, 1, 'ferdig', 500, 500, 0, now() - interval '2 seconds'),
            ($1, 0, 1, 0, 'venter', 500, 0, 0, null)`,
    [id],
  );
}

test('progress, speed and time left are counted from the rows', async () => {
  const id = await createI('henter');
  await addArbeid(id);
  const { fremdrift, batcher, fullstendighet } = await sideFor(eier, id);
  expect(fremdrift).toMatchObject({
    batcher: 2,
    sisteBatchSett: true,
    identifikatorer: 2_000,
    hentet: 1_490,
    ikkeLevert: 10,
  });
  const fart = fremdrift.personerPerSekund ?? 0;
  expect(fart).toBeGreaterThan(50);
  expect(fart).toBeLessThanOrEqual(150);
  expect(fremdrift.sekunderIgjen).toBe(Math.ceil(500 / fart));
  expect(batcher).toEqual([
    { jobbNr: 0, batchNr: 0, tilstand: 'ferdig', forsoek: 1, antall: 1_500, deler: 2, delerFerdig: 2 },
    { jobbNr: 0, batchNr: 1, tilstand: 'hentet', forsoek: 3, antall: 500, deler: 1, delerFerdig: 0 },
  ]);
  expect(fullstendighet).toBeNull();
});

test('F-11: where few are not given out, their number is told on no page and in no list, nor after it was refused', async () => {
  const streng: Uttrekksdeps = { ...deps, avFaa: 'avslaa' };
  const id = await createI('henter');
  await addArbeid(id);
  await db.owner.query(
    `insert into uttrekk.merknad (uttrekk_id, kode, verdier) values
     ($1, 'bestilt', '{"jobb": 1, "av": 1}'), ($1, 'batchHentet', '{"jobb": 1, "batch": 0, "antall": 777}'),
     ($1, 'ferdigstiller', '{"antall": 777}')`,
    [id],
  );
  /** How many the page and the list say that there are, and everything else that they say. */
  async function look(av = streng): Promise<[number, number | undefined, boolean]> {
    const side = await read<Uttrekksside>(readUttrekk(av, toKall(eier, undefined, { uttrekkId: id })));
    const { egne } = await read<Uttrekksliste>(listUttrekk(av, toKall(eier, undefined)));
    const rad = egne.find(({ uttrekkId }) => uttrekkId === id);
    const tall = JSON.stringify([side.batcher, side.merknader, side.fremdrift, rad?.fremdrift]);
    return [
      side.fremdrift.identifikatorer,
      rad?.fremdrift.identifikatorer,
      /777|"(antall|hentet)":[1-9]/.test(tall),
    ];
  }
  const setAntall = (antall: number) =>
    db.owner.query(
      'update uttrekk.batch set antall = case nr when 0 then $2::int else 0 end where uttrekk_id = $1',
      [id, antall],
    );
  expect(await look()).toEqual([2_000, 2_000, true]);
  await setAntall(19);
  expect(await look()).toEqual([0, 0, false]);
  expect(await look(deps)).toEqual([19, 19, true]);
  await setAntall(20);
  expect(await look()).toEqual([20, 20, true]);
  // So many that were named, and fewer persons.
  await db.owner.query(
    `update uttrekk.uttrekk set tilstand = 'avbrutt', feil = 'faaPersoner' where id = $1`,
    [id],
  );
  expect(await look()).toEqual([0, 0, false]);
  expect((await sideFor(eier, id)).merknader.map(({ kode }) => kode)).toEqual(['opprettet', 'bestilt']);
});

test('the proof of completeness holds when every identifier is accounted for, and does not when one is not', async () => {
  const id = await createI('klar');
  await addArbeid(id);
  await db.owner.query(
    `update uttrekk.del set tilstand = 'ferdig', levert = 495, ikke_levert = 5, hentet = now()
     where uttrekk_id = $1 and batch_nr = 1`,
    [id],
  );
  await db.owner.query('update uttrekk.uttrekk set dubletter = 85 where id = $1', [id]);
  await db.owner.query(
    `insert into uttrekk.fil (uttrekk_id, format, tilstand, bytes, rader, sjekksum) values ($1, 'csv', 'klar', 10, 1900, $2)`,
    [id, Buffer.alloc(32, 1)],
  );
  // What was fetched is a file once and its manifest once: only the first is a download of it.
  await db.owner.query(
    `insert into uttrekk.nedlasting (fil_id, bruker_id, session_ref, start_senest, fullfoert, form)
     select f.id, $2, 'x', now(), now(), form from uttrekk.fil f, unnest('{zip,manifest}'::text[]) as form where f.uttrekk_id = $1`,
    [id, eier.brukerId],
  );
  const side = await sideFor(eier, id);
  expect(side.fullstendighet).toEqual({
    batcher: 2,
    identifikatorer: 2_000,
    dubletter: 85,
    levert: 1_900,
    ikkeLevert: 15,
    stemmer: true,
  });
  expect(side.filer).toMatchObject([
    { format: 'csv', sjekksum: '01'.repeat(32), harManifest: false, nedlastinger: 1 },
  ]);
  await db.owner.query(`update uttrekk.fil set rader = 1899 where uttrekk_id = $1`, [id]);
  expect((await sideFor(eier, id)).fullstendighet?.stemmer).toBe(false);
  await db.owner.query(`update uttrekk.fil set rader = 1900 where uttrekk_id = $1`, [id]);
  await db.owner.query(`update uttrekk.del set ikke_levert = 4 where uttrekk_id = $1 and batch_nr = 1`, [id]);
  expect((await sideFor(eier, id)).fullstendighet?.stemmer).toBe(false);
});

test('a comparison that failed is asked for again, by whoever may compare, and each asking has its rows', async () => {
  const bestilling = createBestilling({ innhold: { slag: 'dokumenter' } });
  const [foer, naa] = [await createI('klar', bestilling), await createI('klar', bestilling)];
  const compare = (session = eier) =>
    read<Sammenligninger>(compareUttrekk(deps, toKall(session, { medId: foer }, { uttrekkId: naa })));
  const getRad = async () =>
    (
      await db.owner.query(
        'select tilstand, forsoek, tidligst <= now() as moden from uttrekk.sammenligning where til_id = $1',
        [naa],
      )
    ).rows;
  await compare();
  const fail = `update uttrekk.sammenligning set tilstand = 'feilet', forsoek = 7, tidligst = now() + interval '1 hour'
    where til_id = $1`;
  await db.owner.query(fail, [naa]);
  expect(await codeOf(compare(annen))).toBe('IKKE_FUNNET');
  await share(naa, annen);
  // Of the earlier run she may see nothing.
  expect(await codeOf(compare(annen))).toBe('IKKE_FUNNET');
  expect(await getRad()).toEqual([{ tilstand: 'feilet', forsoek: 7, moden: false }]);
  await share(foer, annen);
  expect(await hear('plikt', () => compare(annen))).toBe('uttrekkssammenligninger');
  expect(await getRad()).toEqual([{ tilstand: 'venter', forsoek: 0, moden: true }]);
  // What waits, or is made, is not asked for again.
  await compare();
  await db.owner.query(`update uttrekk.sammenligning set tilstand = 'klar' where til_id = $1`, [naa]);
  expect((await compare()).sammenligninger).toMatchObject([{ medId: foer, tilstand: 'klar' }]);
  const { rows } = await db.owner.query(
    `select slag || ' ' || bruker || ' ' || coalesce(utfall, '') as rad from revisjonslogg.rad
     where handling = 'UTTREKK_SAMMENLIGNING' and innhold->'gjelder'->>'uttrekk' = $1 order by id`,
    [naa],
  );
  expect(rows.map(({ rad }) => rad)).toEqual([
    'INTENT Eier Analytiker ',
    'DISCLOSED Eier Analytiker bestilt',
    'INTENT Annen Analytiker ',
    'DISCLOSED Annen Analytiker bestillIgjen',
  ]);
});

test('a run is compared with an earlier one of the same definition that is the user’s to read, once', async () => {
  const bestilling = createBestilling({ navn: 'Hver uke', innhold: { slag: 'identifikatorer' } });
  const tidligere = await createI('klar', bestilling);
  const annet = await createI(
    'klar',
    createBestilling({ formaal: 'innkalling', kilde: { slag: 'komplett', sekvensnummer: null } }),
  );
  const naa = await createI('klar', { ...bestilling, formater: ['parquet'] });
  const compare = (medId: string | null) =>
    read<Sammenligninger>(compareUttrekk(deps, toKall(eier, { medId }, { uttrekkId: naa })));
  expect((await compare(null)).kandidater.map(({ uttrekkId }) => uttrekkId)).toEqual([tidligere]);
  expect(await codeOf(compare(annet))).toBe('IKKE_FUNNET');
  await Promise.all([compare(tidligere), compare(tidligere)]);
  expect((await compare(tidligere)).sammenligninger).toEqual([
    {
      medId: tidligere,
      navn: 'Hver uke',
      tilstand: 'venter',
      nye: null,
      borte: null,
      endret: null,
      filId: null,
      harManifest: false,
    },
  ]);
});

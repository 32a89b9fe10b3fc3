/**
 * The engine against every fault that the register can have (security.md section 8.3, the column of extracts): whatever
 * happens, the file ends as if nothing had, or the uttrekk says why not and waits for a person.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AAPEN_MS } from '#lib/server/freg/breaker.ts';
import { systemKlokke } from '#lib/server/freg/freg-config.ts';
import type { Feilvalg } from '../../../../simulator/register/feil.ts';
import { bestillPaaNytt, countMerknader, getTilstand, waitFor, waitForTilstand, wish } from './test-motor.ts';
import { createProeve, type Proeve } from './test-proeve.ts';

let p: Proeve;
beforeAll(async () => {
  p = await createProeve();
});
afterAll(() => p?.close());
afterEach(() => p.clean());
const BESTILLING = 'POST uttrekk/tilpasset 200';
const BULK = { tjeneste: 'bulkoppslag' } as const;
const BATCH = { tjeneste: 'uttrekkBatch' } as const;

test.each<[string, Feilvalg[]]>([
  ['1: 429 with Retry-After in milliseconds', [{ feil: 'retry-after-ms', verdi: 1_000, antall: 2, ...BULK }]],
  ['2: 429 with Retry-After in seconds', [{ feil: 'retry-after-s', verdi: 1, antall: 2, ...BULK }]],
  ['4: 500 once on a bulk call', [{ feil: 'status-500', antall: 1, ...BULK }]],
  ['4: 500 on a batch', [{ feil: 'status-500', antall: 3, ...BATCH }]],
  ['9: false 404 on a bulk call', [{ feil: 'status-404', antall: 2, ...BULK }]],
  [
    '16: cut JSON',
    [
      { feil: 'avkortet-json', antall: 2, ...BULK },
      { feil: 'avkortet-json', antall: 1, ...BATCH },
    ],
  ],
  ['16: wrong length', [{ feil: 'lengde-for-stor', antall: 2, ...BULK }]],
  ['17: a hundred megabytes', [{ feil: 'stort-svar', antall: 1, ...BULK }]],
  ['17: a bomb of gzip', [{ feil: 'gzip-bombe', antall: 1, ...BULK }]],
  ['18: the document of somebody else', [{ feil: 'feil-person', antall: 1, ...BULK }]],
  ['19: a row that is missing once', [{ feil: 'bulk-mangler', antall: 1, ...BULK }]],
  ['19: a row that is there twice', [{ feil: 'bulk-dobbel', ...BULK }]],
  ['19: an identifier that is there twice', [{ feil: 'batch-dobbel', ...BATCH }]],
  [
    '21: an answer that takes longer than its deadline',
    [{ feil: 'forsinkelse-ms', verdi: 4_000, antall: 1, ...BULK }],
  ],
  ['22: a byte at a time', [{ feil: 'drypp', antall: 1, ...BULK }]],
  [
    '23: reset in the middle of the answer',
    [
      { feil: 'brutt-forbindelse', antall: 2, ...BULK },
      { feil: 'brutt-forbindelse', antall: 1, ...BATCH },
    ],
  ],
  ['23: reset before it was looked at', [{ feil: 'brutt-foer-behandling', antall: 3, ...BATCH }]],
  ['27: another certificate of the register’s, by the same issuer', [{ feil: 'tls-ny-noekkel' }]],
  // Who asks the register shows a certificate and no token.
  ['29: Maskinporten that is away', [{ feil: 'status-503', tjeneste: 'maskinporten' }]],
])('%s: the file is as if nothing had happened', async (_navn, feil) => {
  const id = await p.run(feil);
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.read(id)).toBe(p.uforstyrret);
  expect((await p.simulator.countKall())[BESTILLING]).toBe(1);
});

test('20: what nobody knows is in the documents as delivered, and changes nothing else of them', async () => {
  const id = await p.run([{ feil: 'ukjent-felt', ...BULK }]);
  await waitForTilstand(p.owner, id, 'klar');
  const linjer = (await p.read(id)).trimEnd().split('\n');
  expect(linjer.filter((linje) => linje.includes('"nyOpplysning":')).length).toBeGreaterThan(200);
  const kjente = linjer.map((linje) => {
    const { nyOpplysning: _, ...resten } = JSON.parse(linje);
    return JSON.stringify(resten);
  });
  expect(kjente.join('\n') === p.uforstyrret.trimEnd()).toBe(true);
});

test('20: codes that nobody knows end nothing, and who is graded by one is still left out', async () => {
  const id = await p.run([{ feil: 'ukjent-kode', ...BULK }]);
  await waitForTilstand(p.owner, id, 'klar');
  const { rows } = await p.owner.query(
    `select sum(antall)::int as antall, sum(levert)::int as levert, sum(ikke_levert)::int as ikke_levert,
       sum(uteblitt)::int as uteblitt from uttrekk.del where uttrekk_id = $1`,
    [id],
  );
  const { antall, levert, ikke_levert, uteblitt } = rows[0];
  expect({ levert, uteblitt }).toEqual({ levert: p.uforstyrret.trimEnd().split('\n').length, uteblitt: 0 });
  expect(ikke_levert).toBe(antall - levert);
  expect(ikke_levert).toBeGreaterThan(0);
});

test.each([500, 503] as const)(
  '5, 6: %i for good on bulk calls sets it on pause; a person resumes it, and nothing is lost',
  async (status) => {
    const id = await p.run([{ feil: `status-${status}`, ...BULK }], { maksForsoek: 2 });
    const rad = await waitFor(
      () => getTilstand(p.owner, id),
      ({ oenske }) => oenske === 'pause',
    );
    expect(rad).toEqual({ tilstand: 'henter', oenske: 'pause', feil: 'registeretSvarerIkke' });
    await p.stopAlle();
    await p.simulator.setFeil();
    p.start();
    await wish(p.owner, id, 'kjoer');
    await waitForTilstand(p.owner, id, 'klar');
    expect(await p.read(id)).toBe(p.uforstyrret);
  },
);

test('5: an open circuit is waited for, and the uttrekk goes on by itself when it closes', async () => {
  let foran = 0;
  await p.simulator.setFeil({ feil: 'status-500', antall: 20, ...BULK });
  const klokke = { ...systemKlokke, naa: () => Date.now() + foran };
  p.start({ maksForsoek: 30 }, { klokke });
  const id = await p.create();
  // Only an open circuit makes a chunk wait for seconds. It opens by its own clock, which is then so far ahead.
  await waitFor(
    async () =>
      (await p.owner.query("select from uttrekk.del where neste > now() + interval '1 second'")).rowCount,
    (venter) => venter !== 0,
  );
  foran = AAPEN_MS;
  await waitForTilstand(p.owner, id, 'klar', 50_000);
  expect(await p.read(id)).toBe(p.uforstyrret);
});

test.each([
  [401, 'ikkeAutentisert'],
  [403, 'manglerTilgang'],
  [406, 'avvistAvRegisteret'],
] as const)('7, 8: %i on a bulk call stops it at once with %s', async (status, feil) => {
  const id = await p.run([{ feil: `status-${status}`, ...BULK }]);
  await waitFor(
    () => getTilstand(p.owner, id),
    (rad) => rad.oenske === 'pause' && rad.feil === feil,
  );
  const kall = await p.simulator.countKall();
  // One for each that was under way, and no try again.
  expect(kall[`POST personer/bulkoppslag ${status}`]).toBeLessThanOrEqual(4);
});

test.each([
  [403, { tilstand: 'iKoe', oenske: 'pause', feil: 'manglerTilgang' }],
  [400, { tilstand: 'feilet', oenske: 'kjoer', feil: 'avvistAvRegisteret' }],
  [406, { tilstand: 'feilet', oenske: 'kjoer', feil: 'avvistAvRegisteret' }],
] as const)('8, 14: %i on the order stops it', async (status, slutt) => {
  const id = await p.run([{ feil: `status-${status}`, tjeneste: 'uttrekkTilpasset' }]);
  await waitFor(
    () => getTilstand(p.owner, id),
    ({ feil }) => feil !== null,
  );
  expect(await getTilstand(p.owner, id)).toEqual(slutt);
});

test.each(['tls-ny-ca', 'tls-utloept'] as const)(
  '27: %s stops it before anything is sent, and a person sends it on',
  async (feil) => {
    const id = await p.run([{ feil }]);
    await waitFor(
      () => getTilstand(p.owner, id),
      ({ oenske }) => oenske === 'pause',
    );
    expect(await getTilstand(p.owner, id)).toEqual({ tilstand: 'iKoe', oenske: 'pause', feil: 'sertifikat' });
    await p.stopAlle();
    await p.simulator.setFeil();
    p.start();
    await wish(p.owner, id, 'kjoer');
    await waitForTilstand(p.owner, id, 'klar');
    expect(await p.read(id)).toBe(p.uforstyrret);
    expect((await p.simulator.countKall())[BESTILLING]).toBe(1);
  },
);

test('10: a batch that is not ready two hundred times is asked for until it is, and told of once', async () => {
  const poll = { foersteMs: 1, minstMs: 1, mestMs: 2 };
  const id = await p.run([{ feil: 'batch-ikke-klar', antall: 200 }], { poll });
  await waitForTilstand(p.owner, id, 'klar', 50_000);
  expect(await p.read(id)).toBe(p.uforstyrret);
  expect(await countMerknader(p.owner, id)).toMatchObject({ venterPaaRegisteret: 1 });
});

test('11: a batch that never gets ready ends it at the deadline, and its place is free', async () => {
  const id = await p.run([{ feil: 'batch-ikke-klar' }], { fristMs: 300 });
  expect(await waitForTilstand(p.owner, id, 'feilet')).toMatchObject({ feil: 'fristUtloept' });
  const { rows } = await p.owner.query('select tilstand from uttrekk.jobb where uttrekk_id = $1', [id]);
  expect(rows).toEqual([{ tilstand: 'feilet' }]);
});

test('12: {} at batch 0 is no hits: done, and no file', async () => {
  const id = await p.run([{ feil: 'batch-tom', verdi: 0 }]);
  await waitForTilstand(p.owner, id, 'klar');
  expect((await p.owner.query('select from uttrekk.fil where uttrekk_id = $1', [id])).rowCount).toBe(0);
  expect(await countMerknader(p.owner, id)).toMatchObject({ ingenTreff: 2 });
});

test('13: {} in the middle ends the job, as the contract says', async () => {
  const id = await p.run([{ feil: 'batch-tom', verdi: 1 }]);
  await waitForTilstand(p.owner, id, 'klar');
  const fil = await p.read(id);
  expect(p.uforstyrret.startsWith(fil)).toBe(true);
  const { rows } = await p.owner.query(
    'select sum(levert + ikke_levert)::int as spurt from uttrekk.del where uttrekk_id = $1',
    [id],
  );
  expect(rows).toEqual([{ spurt: 100 }]);
});

test('410: a job that the register no longer has ends it, and ordered again it starts from the beginning', async () => {
  const id = await p.run([{ feil: 'status-410', ...BATCH }]);
  expect(await waitForTilstand(p.owner, id, 'feilet')).toMatchObject({ feil: 'jobbBorte' });
  await p.simulator.setFeil();
  await bestillPaaNytt(p.owner, id);
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.read(id)).toBe(p.uforstyrret);
});

test.each(['brannmur-html-403', 'brannmur-html-200'] as const)(
  '15: %s about one person leaves her out, counts her, and names her nowhere',
  async (feil) => {
    const nummer = /\d{11}/.exec(p.uforstyrret)?.[0] ?? '';
    const id = await p.run([{ feil, nummer, ...BULK }]);
    await waitForTilstand(p.owner, id, 'ufullstendig');
    const alle = p.uforstyrret.trimEnd().split('\n');
    expect((await p.read(id)).trimEnd().split('\n')).toHaveLength(alle.length - 1);
    const { rows } = await p.owner.query(
      `select (select sum(ikke_levert - uteblitt)::int from uttrekk.del where uttrekk_id = $1) as andre,
         (select sum(uteblitt)::int from uttrekk.del where uttrekk_id = $1) as uteblitt,
         (select string_agg(verdier::text, '') from uttrekk.merknad where uttrekk_id = $1) as merknader`,
      [id],
    );
    expect(rows[0].uteblitt).toBe(1);
    expect(rows[0].merknader).not.toContain(nummer);
    expect(await countMerknader(p.owner, id)).toMatchObject({ stoppetAvBrannmur: 1 });
  },
);

test('15: a firewall that stops every call leaves nobody out: it waits for a person', async () => {
  const id = await p.run([{ feil: 'brannmur-html-403', ...BULK }]);
  await waitFor(
    () => getTilstand(p.owner, id),
    ({ feil }) => feil === 'blokkertAvBrannmur',
  );
  const { rows } = await p.owner.query(
    `select count(*)::int as ferdige from uttrekk.del where uttrekk_id = $1 and tilstand = 'ferdig'`,
    [id],
  );
  expect(rows).toEqual([{ ferdige: 0 }]);
});

test.each(['bulk-mangler', 'bulk-byttet'] as const)(
  '18, 19: %s, however often it is asked, is not taken for an answer: the uttrekk is incomplete and says how many',
  async (feil) => {
    const id = await p.run([{ feil, ...BULK }]);
    await waitForTilstand(p.owner, id, 'ufullstendig');
    const { rows } = await p.owner.query(
      'select sum(uteblitt)::int as uteblitt from uttrekk.del where uttrekk_id = $1',
      [id],
    );
    expect(rows[0].uteblitt).toBeGreaterThan(0);
    expect(await countMerknader(p.owner, id)).toHaveProperty('uteblitt');
  },
);

test.each(['brutt-etter-behandling', 'henger'] as const)(
  '24: an order whose answer is lost (%s) is unknown, is not sent again, and keeps its place until a person decides',
  async (feil) => {
    await p.simulator.setFeil({ feil, tjeneste: 'uttrekkTilpasset', antall: 1 });
    p.start();
    const id = await p.create();
    expect(await waitForTilstand(p.owner, id, 'ukjent')).toMatchObject({ feil: 'bestillingUkjent' });
    const annet = await p.create();
    await waitForTilstand(p.owner, annet, 'klar');
    expect(await getTilstand(p.owner, id)).toMatchObject({ tilstand: 'ukjent' });
    await bestillPaaNytt(p.owner, id);
    await waitForTilstand(p.owner, id, 'klar');
    expect(await p.read(id)).toBe(p.uforstyrret);
  },
);

test('24: a worker that died while it sent an order leaves it unknown, and nobody sends it again', async () => {
  const id = await p.create();
  await p.owner.query(
    `insert into uttrekk.jobb (uttrekk_id, nr, kriterier, tilstand) values ($1, 0, '{"slag":"tilpasset","kommune":null}', 'sendes')`,
    [id],
  );
  p.start();
  await waitForTilstand(p.owner, id, 'ukjent');
  expect(await p.simulator.countKall()).toEqual({});
});

test('25: a register that nobody answers at is tried again, and the order is sent once', async () => {
  // Not so fast that all tries are spent before it takes calls again.
  const nyttForsoek = { minstMs: 100, mestMs: 400 };
  const id = await p.run([{ feil: 'tilkobling-nektes', varighetMs: 500 }], { nyttForsoek });
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.read(id)).toBe(p.uforstyrret);
  expect((await p.simulator.countKall())[BESTILLING]).toBe(1);
});

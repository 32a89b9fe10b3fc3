/** Attempts, deadlines, waits, breaker and cancelling, over real TLS. */
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { FregClient } from './create-freg-client.ts';
import { TIDSGRENSER } from './freg-config.ts';
import type { FregLogEntry } from './freg-svar.ts';
import type { TestRegister } from './test-register.ts';
import { createDokument, listLekkasjer, OPPSLAG, sendJson, startTestRegister } from './test-register.ts';

let register: TestRegister;
let client: FregClient;
const logg: FregLogEntry[] = [];
// A register of its own for each test: breaker, budget and clock start afresh.
beforeEach(async () => {
  register = await startTestRegister();
  client = register.createClient();
});
afterEach(async () => {
  logg.push(...register.logg);
  await register.close();
});

const FREG_FEIL = { kode: 'FREG-001', melding: 'Feil i tjenesten.' };
const RASK = {
  ...TIDSGRENSER,
  connectMs: 1_000,
  oppslag: { forsoekMs: 1_000, totalMs: 1_900 },
};

test.each([500, 502, 503, 504, 429])(
  'R-03: %i once is asked again, and the answer is the second',
  async (status) => {
    register.script((_req, res, nummer) =>
      sendJson(res, nummer === 1 ? status : 200, nummer === 1 ? FREG_FEIL : createDokument()),
    );
    expect(await client.getPerson(OPPSLAG)).toMatchObject({ kind: 'funnet', forsoek: 2 });
    expect(register.ventet).toEqual([100]);
  },
);

test('R-02: a lookup is tried three times, an entydig soek twice, with jittered and growing waits', async () => {
  register.script((_req, res) => sendJson(res, 500, FREG_FEIL));
  expect(await client.getPerson(OPPSLAG)).toEqual({ kind: 'utilgjengelig', grunn: 'tjenerfeil' });
  expect([register.kall.length, register.ventet]).toEqual([3, [100, 200]]);
  register.script((_req, res) => sendJson(res, 500, FREG_FEIL));
  await client.findEntydig({ pakke: OPPSLAG.pakke, kriterier: { navn: 'A B' }, deler: [] });
  expect([register.kall.length, register.ventet]).toEqual([2, [250]]);
});

test('R-02: in a storm the retries are a tenth of the calls and a few', async () => {
  const pakker = [
    'finans',
    'offentlig-med-hjemmel',
    'eid',
    'offentlig-uten-hjemmel',
    'privat-uten-hjemmel',
  ] as const;
  // Two of three succeed, so that no circuit opens and only the budget holds.
  register.script((_req, res, nummer) => sendJson(res, nummer % 3 === 0 ? 500 : 404, {}));
  for (let kall = 0; kall < 300; kall++) {
    register.moveClock(10);
    await client.getPerson({ ...OPPSLAG, pakke: pakker[kall % 5] ?? 'finans' });
  }
  expect(register.kall.length).toBeGreaterThan(300 + 20);
  expect(register.kall.length).toBeLessThanOrEqual(300 + 30 + 10);
});

test.each([
  ['1500', 1500],
  ['5', 5000],
  ['0', 100],
  ['-5', 100],
  ['snart', 100],
])('R-01: 429 with Retry-After %s waits %i ms', async (retryAfter, ms) => {
  register.script((_req, res, nummer) =>
    nummer === 1
      ? sendJson(res, 429, '', { 'retry-after': retryAfter })
      : sendJson(res, 200, createDokument()),
  );
  expect(await client.getPerson(OPPSLAG)).toMatchObject({ kind: 'funnet', forsoek: 2 });
  expect(register.ventet).toEqual([ms]);
});

test.each([429, 503])(
  'R-01: %i with a wait that the time left does not hold becomes "busy", with the wait',
  async (status) => {
    register.script((_req, res) => sendJson(res, status, '', { 'retry-after': '9000' }));
    expect(await client.getPerson(OPPSLAG)).toEqual({ kind: 'opptatt', proevIgjenOmMs: 9000 });
    expect([register.kall.length, register.ventet]).toEqual([1, []]);
  },
);

test('R-04: a register that hangs, or drips a byte at a time, is given up at the deadline of each attempt', async () => {
  const rask = register.createClient({ tidsgrenser: RASK });
  register.script(() => undefined);
  expect(await rask.getPerson(OPPSLAG)).toEqual({ kind: 'tidsavbrudd' });
  // One second, a wait of 100 ms on the steered clock, what is left of 1.9 seconds: time enough to connect on any machine.
  expect(register.kall.length).toBe(2);
  register.script((_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    const drypp = setInterval(() => (res.destroyed ? clearInterval(drypp) : res.write('{')), 20);
  });
  expect(await rask.getPerson(OPPSLAG)).toEqual({ kind: 'tidsavbrudd' });
  expect(register.kall.length).toBe(2);
});

test('R-03: a connection reset before or in the middle of the body is asked again', async () => {
  await client.getPerson(OPPSLAG);
  register.script((req, res, nummer) => {
    if (nummer === 1) return void req.socket.destroy();
    if (nummer === 3) return sendJson(res, 200, createDokument());
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    res.write('{"identifikasjonsnummer":', () => req.socket.destroy());
  });
  expect(await client.getPerson(OPPSLAG)).toMatchObject({ kind: 'funnet', forsoek: 3 });
  register.script((req) => void req.socket.destroy());
  expect(await client.getPerson(OPPSLAG)).toEqual({ kind: 'utilgjengelig', grunn: 'brutt' });
  expect(register.kall.length).toBe(3);
});

test('R-03: nobody at the address is said as such, after three attempts', async () => {
  const borte = register.createClient({ baseUrl: 'https://127.0.0.1:1' });
  expect(await borte.getPerson(OPPSLAG)).toEqual({ kind: 'utilgjengelig', grunn: 'forbindelse' });
  expect(register.ventet).toHaveLength(2);
});

test('R-05: half of twenty failing opens the circuit for that service and package alone; one probe closes it', async () => {
  register.script((req, res) => sendJson(res, req.url?.includes('finans') ? 500 : 200, createDokument()));
  const ask = () => client.getPerson({ ...OPPSLAG, pakke: 'finans' });
  for (let kall = 0; kall < 20; kall++) await ask();
  const foer = register.kall.length;
  expect(await ask()).toEqual({ kind: 'utilgjengelig', grunn: 'kretsAapen' });
  expect(register.kall.length).toBe(foer);
  expect((await client.getPerson(OPPSLAG)).kind).toBe('funnet');
  expect((await client.findEntydig({ ...OPPSLAG, kriterier: { navn: 'A B' } })).kind).toBe('funnet');

  register.moveClock(21_000);
  register.script((_req, res) => sendJson(res, 200, createDokument()));
  const [en, to] = await Promise.all([ask(), ask()]);
  expect([en.kind, to]).toEqual(['funnet', { kind: 'utilgjengelig', grunn: 'kretsAapen' }]);
  expect(register.kall.length).toBe(1);
  expect((await ask()).kind).toBe('funnet');
});

test('R-04: when nobody waits any more the call is broken off, upstream too', async () => {
  // Deadlines far beyond the test's own: only the signal can end the call.
  const lang = { forsoekMs: 60_000, totalMs: 60_000 };
  const taalmodig = register.createClient({
    tidsgrenser: { ...TIDSGRENSER, connectMs: 1_000, oppslag: lang },
  });
  const stopp = new AbortController();
  const lukket = new Promise<void>((resolve) => {
    register.script((_req, res) => {
      res.once('close', resolve);
      stopp.abort();
    });
  });
  expect(await taalmodig.getPerson({ ...OPPSLAG, signal: stopp.signal })).toEqual({ kind: 'avbrutt' });
  await lukket;
  register.script(() => undefined);
  expect(await taalmodig.getPerson({ ...OPPSLAG, signal: stopp.signal })).toEqual({ kind: 'avbrutt' });
  expect(register.kall).toEqual([]);
});

test('R-17: two identical lookups at the same time are two calls', async () => {
  register.script((_req, res) => sendJson(res, 200, createDokument()));
  await Promise.all([client.getPerson(OPPSLAG), client.getPerson(OPPSLAG)]);
  expect(register.kall).toHaveLength(2);
});

test('connections are kept: fifty calls in a row share a few', async () => {
  for (let kall = 0; kall < 50; kall++) await client.getPerson(OPPSLAG);
  expect(register.countForbindelser()).toBeLessThanOrEqual(3);
});

test('R-18: closing lets the call under way end', async () => {
  let closed: Promise<void> | undefined;
  register.script((_req, res) => {
    closed = client.close();
    setImmediate(() => sendJson(res, 200, createDokument()));
  });
  expect((await client.getPerson(OPPSLAG)).kind).toBe('funnet');
  await closed;
  await expect(client.getPerson(OPPSLAG)).rejects.toThrow('INTERN_FEIL');
});

test('R-20: each attempt is logged with template, status, time, number and our id, and nothing else', async () => {
  register.script((_req, res, nummer) =>
    sendJson(res, nummer === 1 ? 503 : 200, nummer === 1 ? FREG_FEIL : createDokument()),
  );
  await client.getPerson({ ...OPPSLAG, requestId: 'req-1' });
  const felles = {
    hendelse: 'freg.kall',
    mal: 'GET personer/{id}',
    pakke: OPPSLAG.pakke,
    ms: expect.any(Number),
    requestId: 'req-1',
  };
  expect(register.logg.slice(1)).toEqual([
    { ...felles, nivaa: 'warn', status: 503, forsoek: 1, kode: 'utilgjengelig:tjenerfeil:FREG-001' },
    { ...felles, nivaa: 'info', status: 200, forsoek: 2, kode: 'funnet' },
  ]);
});

afterAll(() => {
  expect(logg.length).toBeGreaterThan(100);
  expect(listLekkasjer(logg)).toEqual([]);
});
